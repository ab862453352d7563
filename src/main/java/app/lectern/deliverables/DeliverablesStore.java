package app.lectern.deliverables;

import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/// The rows of the tables `deliverable` and `deliverable_settings`.
final class DeliverablesStore {
    private final Store store;

    DeliverablesStore(Store store) {
        this.store = store;
    }

    List<Deliverable> list(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM deliverable WHERE integration_id = :of ORDER BY project, due NULLS LAST, description, deliverable_key
                        """)
                .bind("of", integration).map((row, context) -> deliverable(row)).list());
    }

    Optional<Deliverable> find(long integration, String key) {
        return store.read(handle -> handle.createQuery("SELECT * FROM deliverable WHERE integration_id = :of AND deliverable_key = :key")
                .bind("of", integration).bind("key", key).map((row, context) -> deliverable(row)).findOne());
    }

    /// All in one transaction; one whose key is known takes that one's place.
    void save(long integration, Collection<Deliverable> some) {
        store.change(handle -> some.forEach(each -> save(handle, integration, each)));
    }

    private static void save(Handle handle, long integration, Deliverable of) {
        handle.createUpdate("""
                        MERGE INTO deliverable (integration_id, deliverable_key, project, client, description, percentage, due, notes, assignees, link, done_on)
                        KEY (integration_id, deliverable_key)
                        VALUES (:of, :key, :project, :client, :description, :percentage, :due, :notes, :assignees, :link, :done)
                        """)
                .bind("of", integration).bind("key", of.key()).bind("project", of.project()).bind("client", of.client())
                .bind("description", of.description()).bind("percentage", boxed(of.percentage())).bind("due", of.date().orElse(null))
                .bind("notes", of.notes()).bind("assignees", String.join(";", of.assignees())).bind("link", of.link())
                .bind("done", of.doneOn().orElse(null)).execute();
    }

    void delete(long integration, Collection<String> keys) {
        store.change(handle -> {
            for (var key : keys) {
                handle.createUpdate("DELETE FROM deliverable WHERE integration_id = :of AND deliverable_key = :key")
                        .bind("of", integration).bind("key", key).execute();
            }
        });
    }

    long count(long integration) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM deliverable WHERE integration_id = :of")
                .bind("of", integration).mapTo(Long.class).one());
    }

    Optional<CalendarSettings> settings(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM deliverable_settings WHERE integration_id = :of")
                .bind("of", integration).map((row, context) -> settings(row)).findOne());
    }

    void save(long integration, CalendarSettings settings) {
        store.change(handle -> handle.createUpdate("""
                        MERGE INTO deliverable_settings (integration_id, mode, mailbox, calendar_name, calendar_id, zone, reminder, category, invites,
                            with_notes, last_applied)
                        KEY (integration_id)
                        VALUES (:of, :mode, :mailbox, :name, :calendar, :zone, :reminder, :category, :invites, :notes, :applied)
                        """)
                .bind("of", integration).bind("mode", settings.mode().name()).bind("mailbox", settings.mailbox())
                .bind("name", settings.calendarName()).bind("calendar", settings.calendarId()).bind("zone", settings.zone().getId())
                .bind("reminder", boxed(settings.reminder())).bind("category", settings.category()).bind("invites", settings.invites())
                .bind("notes", settings.withNotes()).bind("applied", settings.lastApplied().orElse(null)).execute());
    }

    void applied(long integration, Instant at) {
        store.change(handle -> handle.createUpdate("UPDATE deliverable_settings SET last_applied = :at WHERE integration_id = :of")
                .bind("at", at).bind("of", integration).execute());
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }

    private static OptionalInt optional(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Deliverable deliverable(ResultSet row) throws SQLException {
        var assignees = row.getString("assignees");
        return new Deliverable(row.getString("deliverable_key"), row.getString("project"), row.getString("client"), row.getString("description"),
                optional(row, "percentage"), Optional.ofNullable(row.getObject("due", LocalDate.class)), row.getString("notes"),
                assignees.isEmpty() ? List.of() : Arrays.asList(assignees.split(";")), row.getString("link"),
                Optional.ofNullable(row.getObject("done_on", LocalDate.class)));
    }

    private static CalendarSettings settings(ResultSet row) throws SQLException {
        return new CalendarSettings(CalendarMode.valueOf(row.getString("mode")), row.getString("mailbox"), row.getString("calendar_name"),
                row.getString("calendar_id"), ZoneId.of(row.getString("zone")), optional(row, "reminder"), row.getString("category"),
                row.getBoolean("invites"), row.getBoolean("with_notes"),
                Optional.ofNullable(row.getObject("last_applied", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
