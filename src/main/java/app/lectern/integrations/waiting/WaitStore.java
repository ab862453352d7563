package app.lectern.integrations.waiting;

import app.lectern.store.Snapshots;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// The rows of the table `integration_wait`.
final class WaitStore {
    private static final String ALL =
            "SELECT id, integration, kind, subject, since, next_look, last_look, looks, works_since, last_seen FROM integration_wait ";

    private final Store store;

    WaitStore(Store store) {
        this.store = store;
    }

    List<Wait> list() {
        return store.read(handle -> handle.createQuery(ALL + "ORDER BY since, id").map(WaitStore::row).list());
    }

    Optional<Wait> find(long integration, WaitKind kind, String subject) {
        return store.read(handle -> handle.createQuery(ALL + "WHERE integration = :of AND kind = :kind AND subject = :subject")
                .bind("of", integration).bind("kind", kind.name()).bind("subject", subject)
                .map(WaitStore::row).findOne());
    }

    Wait add(Wait fresh) {
        long id = store.write(handle -> handle.createUpdate("""
                        INSERT INTO integration_wait (integration, kind, subject, since, next_look, looks)
                        VALUES (:of, :kind, :subject, :since, :next, 0)
                        """)
                .bind("of", fresh.integration()).bind("kind", fresh.kind().name()).bind("subject", fresh.subject())
                .bind("since", fresh.since()).bind("next", fresh.nextLook())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
        return store.read(handle -> handle.createQuery(ALL + "WHERE id = :id").bind("id", id).map(WaitStore::row).one());
    }

    void save(Wait wait) {
        store.change(handle -> handle.createUpdate("""
                        UPDATE integration_wait SET since = :since, next_look = :next, last_look = :last, looks = :looks,
                               works_since = :works, last_seen = :seen
                        WHERE id = :id
                        """)
                .bind("id", wait.id()).bind("since", wait.since()).bind("next", wait.nextLook())
                .bind("last", wait.lastLook().orElse(null)).bind("looks", wait.looks())
                .bind("works", wait.works().orElse(null)).bind("seen", wait.lastSeen().map(Snapshots::write).orElse(null))
                .execute());
    }

    void remove(long id) {
        store.change(handle -> handle.createUpdate("DELETE FROM integration_wait WHERE id = :id").bind("id", id).execute());
    }

    long count(long integration) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM integration_wait WHERE integration = :of")
                .bind("of", integration).mapTo(Long.class).one());
    }

    void removeAll(long integration) {
        store.change(handle -> handle.createUpdate("DELETE FROM integration_wait WHERE integration = :of").bind("of", integration).execute());
    }

    void move(long from, long to) {
        store.change(handle -> handle.createUpdate("UPDATE integration_wait SET integration = :to WHERE integration = :from")
                .bind("from", from).bind("to", to).execute());
    }

    private static Wait row(ResultSet row, StatementContext context) throws SQLException {
        return new Wait(row.getLong("id"), row.getLong("integration"), WaitKind.valueOf(row.getString("kind")), row.getString("subject"),
                instant(row, "since").orElseThrow(), instant(row, "next_look").orElseThrow(), instant(row, "last_look"), row.getInt("looks"),
                instant(row, "works_since"),
                Optional.ofNullable(row.getString("last_seen")).flatMap(text -> Snapshots.read(text, Problem.class)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
