package app.lectern.activity;

import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// The rows of the tables `audit_entry` and `audit_head`. Another room's store appends within its own transaction, so that
/// the deed and its note are committed together or not at all.
public final class AuditStore implements LogPages.Rows<AuditEntry> {
    private static final PageSql SQL = new PageSql("audit_entry", "noted_at");

    private final Store store;
    private final Supplier<Instant> now;
    private final Supplier<String> person;
    private final byte[] key;

    AuditStore(Store store, Supplier<Instant> now, Supplier<String> person, byte[] key) {
        this.store = store;
        this.now = now;
        this.person = person;
        this.key = key;
    }

    /// Adds the note within the caller's transaction.
    public long append(Handle handle, AuditNote note) {
        var head = head(handle, true).orElseThrow(() -> new IllegalStateException("the audit trail has lost its head"));
        var actor = note.actor().isEmpty() ? person.get() : note.actor();
        var row = AuditRow.of(note, head.lastId() + 1, now.get(), actor, head.lastHash());
        insert(handle, row);
        keep(handle, AuditHead.sealed(head.baseId(), head.baseHash(), row.id(), row.hash(), key));
        return row.id();
    }

    long append(AuditNote note) {
        return store.write(handle -> append(handle, note));
    }

    private static void insert(Handle handle, AuditRow row) {
        handle.createUpdate("""
                        INSERT INTO audit_entry (id, noted_at, severity, actor, integration, deed, subject, subject_id, outcome, said_before,
                                                 said_after, problem, request_id, purpose, began_at, hash_before, hash)
                        VALUES (:id, :at, :severity, :actor, :integration, :deed, :subject, :subjectId, :outcome, :before,
                                :after, :problem, :requestId, :purpose, :began, :hashBefore, :hash)
                        """)
                .bind("id", row.id()).bind("at", row.at()).bind("severity", row.severity()).bind("actor", row.actor())
                .bind("integration", row.integration()).bind("deed", row.deed()).bind("subject", row.subject()).bind("subjectId", row.subjectId())
                .bind("outcome", row.outcome()).bind("before", row.before()).bind("after", row.after()).bind("problem", row.problem())
                .bind("requestId", row.requestId()).bind("purpose", row.purpose()).bind("began", row.began())
                .bind("hashBefore", row.hashBefore()).bind("hash", row.hash())
                .execute();
    }

    /// Locked while it is changed: window and command line may note at the same moment.
    private static Optional<AuditHead> head(Handle handle, boolean lock) {
        return handle.createQuery("SELECT base_id, base_hash, last_id, last_hash, seal FROM audit_head WHERE id = 1" + (lock ? " FOR UPDATE" : ""))
                .map((row, context) -> new AuditHead(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5)))
                .findOne();
    }

    private static void keep(Handle handle, AuditHead head) {
        handle.createUpdate("UPDATE audit_head SET base_id = :baseId, base_hash = :baseHash, last_id = :lastId, last_hash = :lastHash, seal = :seal WHERE id = 1")
                .bind("baseId", head.baseId()).bind("baseHash", head.baseHash()).bind("lastId", head.lastId())
                .bind("lastHash", head.lastHash()).bind("seal", head.seal())
                .execute();
    }

    /// Walks the whole chain, a window of rows at a time, without holding up who notes meanwhile: a break that shows itself while
    /// the head moves on is looked at again.
    AuditVerdict verify() {
        return store.read(handle -> {
            while (true) {
                var head = head(handle, false);
                var verdict = verify(handle, head.orElse(null));
                if (verdict.isWhole() || head.equals(head(handle, false))) {
                    return verdict;
                }
            }
        });
    }

    private static boolean isSealed(AuditHead head, byte[] key) {
        return head.isNew() || head.rightSeal(key).equals(head.seal());
    }

    private AuditVerdict verify(Handle handle, AuditHead head) {
        if (head == null || !isSealed(head, key)) {
            return new AuditVerdict(AuditVerdict.State.HEAD_CHANGED, 0, 0);
        }
        var first = rowsFrom(handle, 0, 1);
        if (!first.isEmpty() && first.getFirst().id() <= head.baseId()) {
            return new AuditVerdict(AuditVerdict.State.ROW_ADDED, 0, first.getFirst().id());
        }
        long expected = head.baseId() + 1;
        var hash = head.baseHash();
        while (true) {
            var rows = rowsFrom(handle, expected, LogPages.WINDOW);
            for (var row : rows) {
                var broken = broken(row, expected, hash, head);
                if (broken != AuditVerdict.State.WHOLE) {
                    return new AuditVerdict(broken, expected - 1 - head.baseId(), broken == AuditVerdict.State.ROW_MISSING ? expected : row.id());
                }
                expected++;
                hash = row.hash();
            }
            if (rows.size() < LogPages.WINDOW) {
                break;
            }
        }
        long entries = expected - 1 - head.baseId();
        if (expected <= head.lastId()) {
            return new AuditVerdict(AuditVerdict.State.ROW_MISSING, entries, expected);
        }
        return hash.equals(head.lastHash())
                ? new AuditVerdict(AuditVerdict.State.WHOLE, entries, 0)
                : new AuditVerdict(AuditVerdict.State.ROW_CHANGED, entries, head.lastId());
    }

    private static AuditVerdict.State broken(AuditRow row, long expected, String hash, AuditHead head) {
        if (row.id() > head.lastId()) {
            return expected <= head.lastId() ? AuditVerdict.State.ROW_MISSING : AuditVerdict.State.ROW_ADDED;
        }
        if (row.id() != expected) {
            return AuditVerdict.State.ROW_MISSING;
        }
        return row.hashBefore().equals(hash) && row.rightHash().equals(row.hash())
                ? AuditVerdict.State.WHOLE : AuditVerdict.State.ROW_CHANGED;
    }

    private static List<AuditRow> rowsFrom(Handle handle, long id, int limit) {
        return handle.createQuery("SELECT * FROM audit_entry WHERE id >= :id ORDER BY id LIMIT :limit")
                .bind("id", id).bind("limit", limit)
                .map(AuditStore::row)
                .list();
    }

    /// Takes away what is older and moves the chain's beginning; says how many entries went.
    long removeBefore(Instant end) {
        return store.write(handle -> {
            var head = head(handle, true).orElseThrow(() -> new IllegalStateException("the audit trail has lost its head"));
            // by number and not by time: the clock may have been set back, and a hole would break the chain
            var kept = handle.createQuery("SELECT * FROM audit_entry WHERE noted_at >= :end ORDER BY id LIMIT 1")
                    .bind("end", end).map(AuditStore::row).findOne();
            long firstKept = kept.map(AuditRow::id).orElse(head.lastId() + 1);
            var baseHash = kept.map(AuditRow::hashBefore).orElse(head.lastHash());
            int gone = handle.createUpdate("DELETE FROM audit_entry WHERE id < :id").bind("id", firstKept).execute();
            if (gone > 0) {
                keep(handle, AuditHead.sealed(firstKept - 1, baseHash, head.lastId(), head.lastHash(), key));
            }
            return (long) gone;
        });
    }

    @Override
    public List<AuditEntry> window(LogFilter filter, Optional<LogCursor> after, int limit) {
        return store.read(handle -> entries(bind(handle.createQuery(SQL.page(filter, after)), filter, after, limit)));
    }

    String plan(LogFilter filter, Optional<LogCursor> after) {
        return store.read(handle -> bind(handle.createQuery("EXPLAIN " + SQL.page(filter, after)), filter, after, 1).mapTo(String.class).one());
    }

    @Override
    public List<AuditEntry> byRequest(RequestIds ids, int limit) {
        var by = "SELECT * FROM audit_entry WHERE request_id %s ORDER BY noted_at DESC, id DESC LIMIT :limit";
        return store.read(handle -> ids.whole().isEmpty()
                ? entries(handle.createQuery(by.formatted("BETWEEN :low AND :high"))
                        .bind("low", ids.beginning()).bind("high", ids.beginning() + "g").bind("limit", limit))
                : entries(handle.createQuery(by.formatted("IN (<ids>)")).bindList("ids", ids.whole()).bind("limit", limit)));
    }

    long count(LogFilter filter, long limit) {
        return store.read(handle -> bind(handle.createQuery(SQL.count(filter)), filter, Optional.empty(), limit).mapTo(Long.class).one());
    }

    Optional<Instant> oldest() {
        return store.read(handle -> handle.createQuery("SELECT MIN(noted_at) FROM audit_entry").mapTo(OffsetDateTime.class).findOne())
                .map(OffsetDateTime::toInstant);
    }

    long mark() {
        return store.read(handle -> head(handle, false).map(AuditHead::lastId).orElse(0L));
    }

    private static Query bind(Query query, LogFilter filter, Optional<LogCursor> after, long limit) {
        filter.from().ifPresent(from -> query.bind("from", from));
        filter.level().ifPresent(level -> query.bind("severity", level.ordinal()));
        filter.integration().ifPresent(integration -> query.bind("integration", integration));
        after.ifPresent(cursor -> query.bind("at", cursor.at()).bind("id", cursor.id()));
        return query.bind("limit", limit);
    }

    private static List<AuditEntry> entries(Query query) {
        return query.map(AuditStore::row).map(AuditRow::entry).list();
    }

    private static AuditRow row(ResultSet row, StatementContext context) throws SQLException {
        return new AuditRow(row.getLong("id"), row.getObject("noted_at", OffsetDateTime.class).toInstant(), row.getInt("severity"),
                row.getString("actor"), row.getString("integration"), row.getString("deed"), row.getString("subject"),
                row.getString("subject_id"), row.getString("outcome"), row.getString("said_before"), row.getString("said_after"),
                row.getString("problem"), row.getString("request_id"), row.getString("purpose"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(), row.getString("hash_before"), row.getString("hash"));
    }
}
