package app.lectern.deliverables;

import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The rows of the tables `deliverable_event` and `deliverable_outbox`: what is known of events, and what is on its way.
final class ErrandsStore {
    private final Store store;

    ErrandsStore(Store store) {
        this.store = store;
    }

    List<Link> links(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM deliverable_event WHERE integration_id = :of")
                .bind("of", integration).map((row, context) -> link(row)).list());
    }

    void keep(long integration, Collection<Link> links) {
        if (!links.isEmpty()) {
            store.change(handle -> links.forEach(link -> keep(handle, integration, link)));
        }
    }

    void forget(long integration, Collection<Link> links) {
        if (!links.isEmpty()) {
            store.change(handle -> links.forEach(link -> forget(handle, integration, link.key(), link.target())));
        }
    }

    private static void keep(Handle handle, long integration, Link link) {
        handle.createUpdate("""
                        MERGE INTO deliverable_event (integration_id, deliverable_key, mailbox, calendar_id, event_id, written, seen, dropped)
                        KEY (integration_id, deliverable_key, mailbox, calendar_id)
                        VALUES (:of, :key, :mailbox, :calendar, :event, :written, :seen, :dropped)
                        """)
                .bind("of", integration).bind("key", link.key()).bind("mailbox", link.target().mailbox())
                .bind("calendar", link.target().calendar()).bind("event", link.eventId()).bind("written", ImprintJson.write(link.written()))
                .bind("seen", ImprintJson.write(link.seen())).bind("dropped", link.dropped()).execute();
    }

    private static void forget(Handle handle, long integration, String key, Target target) {
        handle.createUpdate("""
                        DELETE FROM deliverable_event
                        WHERE integration_id = :of AND deliverable_key = :key AND mailbox = :mailbox AND calendar_id = :calendar
                        """)
                .bind("of", integration).bind("key", key).bind("mailbox", target.mailbox()).bind("calendar", target.calendar()).execute();
    }

    /// Before anything is sent, all that will be is here.
    void post(long integration, List<Errand> errands) {
        store.change(handle -> {
            for (var errand : errands) {
                handle.createUpdate("""
                                INSERT INTO deliverable_outbox (integration_id, op_key, kind, deliverable_key, title, mailbox, calendar_id, event_id,
                                    etag, imprint, fields, zone, after_key)
                                VALUES (:of, :op, :kind, :key, :title, :mailbox, :calendar, :event, :etag, :imprint, :fields, :zone, :after)
                                """)
                        .bind("of", integration).bind("op", errand.key()).bind("kind", errand.kind().name())
                        .bind("key", errand.deliverable()).bind("title", errand.title()).bind("mailbox", errand.target().mailbox())
                        .bind("calendar", errand.target().calendar()).bind("event", errand.eventId()).bind("etag", errand.etag())
                        .bind("imprint", errand.imprint().map(ImprintJson::write).orElse(""))
                        .bind("fields", errand.fields().stream().map(Field::name).collect(Collectors.joining(",")))
                        .bind("zone", errand.zone().getId()).bind("after", errand.after()).execute();
            }
        });
    }

    List<Errand> waiting(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM deliverable_outbox WHERE integration_id = :of ORDER BY id")
                .bind("of", integration).map((row, context) -> errand(row)).list());
    }

    /// The event is as it should be: the link is kept and the errand goes, at once or not at all.
    void done(long integration, Errand errand, Link link) {
        store.change(handle -> {
            keep(handle, integration, link);
            remove(handle, errand.key());
        });
    }

    void deleted(long integration, Errand errand) {
        store.change(handle -> {
            handle.createUpdate("DELETE FROM deliverable_event WHERE integration_id = :of AND event_id = :event AND mailbox = :mailbox")
                    .bind("of", integration).bind("event", errand.eventId()).bind("mailbox", errand.target().mailbox()).execute();
            remove(handle, errand.key());
        });
    }

    /// Given up; the next dry run finds what is still to be done.
    void dismiss(Collection<Errand> errands) {
        store.change(handle -> errands.forEach(errand -> remove(handle, errand.key())));
    }

    private static void remove(Handle handle, String key) {
        handle.createUpdate("DELETE FROM deliverable_outbox WHERE op_key = :op").bind("op", key).execute();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getString("deliverable_key"), new Target(row.getString("mailbox"), row.getString("calendar_id")),
                row.getString("event_id"), ImprintJson.readContent(row.getString("written")), ImprintJson.readContent(row.getString("seen")),
                row.getBoolean("dropped"));
    }

    private static Errand errand(ResultSet row) throws SQLException {
        return new Errand(row.getString("op_key"), Errand.Kind.valueOf(row.getString("kind")), row.getString("deliverable_key"),
                row.getString("title"), new Target(row.getString("mailbox"), row.getString("calendar_id")), row.getString("event_id"),
                row.getString("etag"), ImprintJson.readImprint(row.getString("imprint")), fields(row.getString("fields")),
                ZoneId.of(row.getString("zone")), row.getString("after_key"));
    }

    private static Set<Field> fields(String text) {
        var fields = EnumSet.noneOf(Field.class);
        for (var name : text.split(",")) {
            if (!name.isEmpty()) {
                fields.add(Field.valueOf(name));
            }
        }
        return fields;
    }
}
