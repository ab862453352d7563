package app.lectern.meetings.planning;

import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import app.lectern.store.Snapshots;
import app.lectern.store.KeptAlong;
import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The rows of the table `meeting_slot`. What is planned is kept whole; the columns are what rows are looked for by.
final class SlotStore {
    private final Store store;

    SlotStore(Store store) {
        this.store = store;
    }

    List<Slot> add(List<Slot> slots) {
        return add(slots, KeptAlong.NOTHING);
    }

    /// The same slots with their ids.
    List<Slot> add(List<Slot> slots, KeptAlong along) {
        return store.write(handle -> {
            along.keep(handle);
            var kept = new ArrayList<Slot>();
            for (var slot : slots) {
                long id = bound(handle.createUpdate("""
                                INSERT INTO meeting_slot (slot_key, integration_id, batch, subject, organiser, organiser_id, starts_at, ends_at, state,
                                    step, attempts, event_id, online_meeting_id, join_url, planned, wanted, problem, created_at, changed_at)
                                VALUES (:key, :of, :batch, :subject, :organiser, :organiserId, :start, :end, :state, :step, :attempts, :event,
                                    :meeting, :url, :planned, :wanted, :problem, :created, :changed)
                                """), slot).bind("of", slot.integration()).bind("created", slot.createdAt())
                        .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
                kept.add(slot.under(id));
            }
            return kept;
        });
    }

    /// Committed together. A slot that was deleted meanwhile stays deleted.
    void keep(Collection<Slot> slots) {
        keep(slots, List.of());
    }

    /// With how the creation of some of them went.
    void keep(Collection<Slot> slots, Collection<Creation> ended) {
        if (!slots.isEmpty()) {
            store.change(handle -> {
                slots.forEach(slot -> update(handle, slot));
                CreationStore.add(handle, ended);
            });
        }
    }

    private static void update(Handle handle, Slot slot) {
        bound(handle.createUpdate("""
                        UPDATE meeting_slot SET slot_key = :key, batch = :batch, subject = :subject, organiser = :organiser, organiser_id = :organiserId,
                            starts_at = :start, ends_at = :end, state = :state, step = :step, attempts = :attempts, event_id = :event,
                            online_meeting_id = :meeting, join_url = :url, planned = :planned, wanted = :wanted, problem = :problem,
                            changed_at = :changed WHERE id = :id
                        """), slot).bind("id", slot.id()).execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Slot slot) {
        var planned = slot.planned();
        return statement.bind("key", slot.key()).bind("batch", slot.batch()).bind("subject", cut(planned.subject(), 500))
                .bind("organiser", cut(planned.organiser(), 320)).bind("organiserId", slot.organiserId()).bind("start", planned.startsAt())
                .bind("end", planned.endsAt()).bind("state", slot.state().name()).bind("step", slot.step().name())
                .bind("attempts", slot.attempts()).bind("event", slot.eventId()).bind("meeting", slot.onlineMeetingId())
                .bind("url", slot.joinUrl()).bind("planned", Snapshots.write(planned))
                .bind("wanted", slot.change().map(Snapshots::write).orElse(null)).bind("problem", slot.problem().map(Snapshots::write).orElse(null))
                .bind("changed", slot.changedAt());
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    void remove(Collection<Slot> slots) {
        store.change(handle -> slots.forEach(slot ->
                handle.createUpdate("DELETE FROM meeting_slot WHERE id = :id").bind("id", slot.id()).execute()));
    }

    Optional<Slot> find(long id) {
        return store.read(handle -> handle.createQuery("SELECT * FROM meeting_slot WHERE id = :id").bind("id", id)
                .map((row, context) -> slot(row)).findOne());
    }

    List<Slot> all(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM meeting_slot WHERE integration_id = :of ORDER BY starts_at, id")
                .bind("of", integration).map((row, context) -> slot(row)).list());
    }

    List<Slot> between(long integration, Instant from, Instant until) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM meeting_slot WHERE integration_id = :of AND starts_at < :until AND ends_at > :from ORDER BY starts_at, id
                        """)
                .bind("of", integration).bind("from", from).bind("until", until).map((row, context) -> slot(row)).list());
    }

    List<Slot> batch(long integration, String batch) {
        return by(integration, "batch", batch);
    }

    Optional<Slot> byEvent(long integration, String event) {
        return event.isEmpty() ? Optional.empty() : by(integration, "event_id", event).stream().findFirst();
    }

    Optional<Slot> byLink(long integration, String url) {
        return url.isEmpty() ? Optional.empty() : by(integration, "join_url", url).stream().findFirst();
    }

    private List<Slot> by(long integration, String column, String value) {
        return store.read(handle -> handle.createQuery(
                        "SELECT * FROM meeting_slot WHERE integration_id = :of AND " + column + " = :value ORDER BY starts_at, id")
                .bind("of", integration).bind("value", value).map((row, context) -> slot(row)).list());
    }

    /// In one of these states, and those whose change is on its way.
    List<Slot> in(long integration, Collection<MeetingState> states) {
        return store.read(handle -> handle.createQuery(
                        "SELECT * FROM meeting_slot WHERE integration_id = :of AND state IN (<states>) ORDER BY starts_at, id")
                .bind("of", integration).bindList("states", states.stream().map(Enum::name).toList()).map((row, context) -> slot(row)).list());
    }

    List<Slot> changing(long integration) {
        return store.read(handle -> handle.createQuery(
                        "SELECT * FROM meeting_slot WHERE integration_id = :of AND wanted IS NOT NULL ORDER BY starts_at, id")
                .bind("of", integration).map((row, context) -> slot(row)).list());
    }

    long count(long integration) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM meeting_slot WHERE integration_id = :of")
                .bind("of", integration).mapTo(Long.class).one());
    }

    /// The person is no longer invited, and where a text has the address it has a blank.
    void forgetPerson(long integration, String address, Instant now) {
        store.change(handle -> {
            var slots = handle.createQuery("SELECT * FROM meeting_slot WHERE integration_id = :of").bind("of", integration)
                    .map((row, context) -> slot(row)).list();
            for (var slot : slots) {
                var without = slot.planned(slot.planned().without(address)).change(slot.change().map(change -> change.without(address)));
                if (!without.equals(slot)) {
                    update(handle, without.changedAt(now));
                }
            }
        });
    }

    private static Slot slot(ResultSet row) throws SQLException {
        var planned = Snapshots.read(row.getString("planned"), Planned.class)
                .orElseThrow(() -> new IllegalStateException("a slot that cannot be read"));
        return new Slot(row.getLong("id"), row.getString("slot_key"), row.getLong("integration_id"), planned,
                Optional.ofNullable(row.getString("wanted")).flatMap(text -> Snapshots.read(text, Planned.class)), row.getString("batch"),
                MeetingState.valueOf(row.getString("state")), Step.valueOf(row.getString("step")), row.getInt("attempts"),
                row.getString("organiser_id"), row.getString("event_id"), row.getString("online_meeting_id"), row.getString("join_url"),
                Optional.ofNullable(row.getString("problem")).flatMap(text -> Snapshots.read(text, Problem.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
