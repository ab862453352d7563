package app.lectern.sync;

import app.lectern.problems.Problem;
import app.lectern.store.Snapshots;
import app.lectern.store.Store;
import app.lectern.sync.SyncRun.Ending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// The history of runs: the tables `sync_run`, `sync_count` and `sync_failure`.
final class SyncRunStore {
    private final Store store;

    SyncRunStore(Store store) {
        this.store = store;
    }

    /// The newest run that went over all organisers, before the next begins.
    Optional<SyncCoverage.Last> before(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT ending, covered_from, CASE WHEN ending IN (:done, :failures) THEN ended_at ELSE
                            (SELECT MAX(saved_at) FROM sync_checkpoint WHERE integration_id = :of AND saved_at >= covered_from) END AS last_sign
                        FROM sync_run WHERE integration_id = :of AND scope IN (:all, :ended)
                        ORDER BY started_at DESC, id DESC FETCH FIRST ROW ONLY
                        """)
                .bind("of", integration).bind("done", Ending.DONE.name()).bind("failures", Ending.DONE_WITH_FAILURES.name())
                .bind("all", new SyncScope.Everything().written()).bind("ended", new SyncScope.Ended().written())
                .map((row, context) -> new SyncCoverage.Last(Ending.valueOf(row.getString("ending")), instant(row, "covered_from").orElseThrow(),
                        instant(row, "last_sign").orElse(Instant.EPOCH))).findOne());
    }

    long begin(SyncOrder order, Instant at, Instant coveredFrom) {
        return store.write(handle -> {
            handle.createUpdate("UPDATE sync_run SET ending = :cut, ended_at = :at WHERE integration_id = :of AND ending = :running")
                    .bind("cut", Ending.CUT_OFF.name()).bind("at", at).bind("of", order.integration().id())
                    .bind("running", Ending.RUNNING.name()).execute();
            return handle.createUpdate("""
                            INSERT INTO sync_run (integration_id, scope, forced, started_at, covered_from, ending)
                            VALUES (:of, :scope, :forced, :at, :from, :ending)
                            """)
                    .bind("of", order.integration().id())
                    .bind("scope", cut(order.scope().written(), 2000))
                    .bind("forced", order.force())
                    .bind("at", at)
                    .bind("from", coveredFrom)
                    .bind("ending", Ending.RUNNING.name())
                    .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
        });
    }

    /// Whether a run that went over all organisers has come to its end.
    boolean hasEnded(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM sync_run WHERE integration_id = :of AND scope IN (:all, :ended) AND ending IN (:done, :failures)
                        """)
                .bind("of", integration).bind("done", Ending.DONE.name()).bind("failures", Ending.DONE_WITH_FAILURES.name())
                .bind("all", new SyncScope.Everything().written()).bind("ended", new SyncScope.Ended().written()).mapTo(Integer.class).one() > 0);
    }

    /// @param stored what lies in the store, to be kept beside the counts of the same facets
    void end(long run, Ending ending, SyncTally tally, Map<Facet, Long> stored, Instant at) {
        store.change(handle -> {
            handle.createUpdate("""
                            UPDATE sync_run SET ending = :ending, ended_at = :at, spared = :spared, spared_read_at = :read WHERE id = :run
                            """)
                    .bind("ending", ending.name()).bind("at", at).bind("spared", tally.spared().organisers())
                    .bind("read", tally.spared().readAt().orElse(null)).bind("run", run).execute();
            tally.counts().forEach((facet, count) -> handle.createUpdate("""
                            INSERT INTO sync_count (run_id, facet, created, updated, unchanged, removed, failed, stored)
                            VALUES (:run, :facet, :created, :updated, :unchanged, :removed, :failed, :stored)
                            """)
                    .bind("run", run).bind("facet", facet.name())
                    .bind("created", count.created()).bind("updated", count.updated()).bind("unchanged", count.unchanged())
                    .bind("removed", count.removed()).bind("failed", count.failed()).bind("stored", stored.get(facet)).execute());
            tally.failures().forEach(failure -> insert(handle, run, failure));
        });
    }

    private static void insert(Handle handle, long run, SyncFailure failure) {
        handle.createUpdate("""
                        INSERT INTO sync_failure (run_id, facet, meeting_id, subject, problem) VALUES (:run, :facet, :meeting, :subject, :problem)
                        """)
                .bind("run", run).bind("facet", failure.facet().name())
                .bind("meeting", failure.meeting().isPresent() ? failure.meeting().getAsLong() : null)
                .bind("subject", cut(failure.subject(), 500))
                .bind("problem", Snapshots.write(failure.problem())).execute();
    }

    /// Newest first.
    List<SyncRun> newest(long integration, int most) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM sync_run WHERE integration_id = :of ORDER BY started_at DESC, id DESC FETCH FIRST :most ROWS ONLY
                        """)
                .bind("of", integration).bind("most", most)
                .map((row, context) -> run(handle, row)).list());
    }

    void removeOlderThan(Instant moment) {
        store.change(handle -> handle.createUpdate("DELETE FROM sync_run WHERE started_at < :moment").bind("moment", moment).execute());
    }

    private static SyncRun run(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new SyncRun(id, row.getLong("integration_id"), row.getString("scope"), row.getBoolean("forced"),
                instant(row, "started_at").orElseThrow(), instant(row, "ended_at"), Ending.valueOf(row.getString("ending")),
                counts(handle, id), failures(handle, id), new Spared(row.getInt("spared"), instant(row, "spared_read_at")), stored(handle, id));
    }

    private static Map<Facet, FacetCount> counts(Handle handle, long run) {
        var counts = new EnumMap<Facet, FacetCount>(Facet.class);
        handle.createQuery("SELECT * FROM sync_count WHERE run_id = :run").bind("run", run)
                .map((row, context) -> Map.entry(Facet.valueOf(row.getString("facet")), new FacetCount(row.getInt("created"),
                        row.getInt("updated"), row.getInt("unchanged"), row.getInt("removed"), row.getInt("failed"))))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static Map<Facet, Long> stored(Handle handle, long run) {
        var stored = new EnumMap<Facet, Long>(Facet.class);
        handle.createQuery("SELECT facet, stored FROM sync_count WHERE run_id = :run AND stored IS NOT NULL").bind("run", run)
                .map((row, context) -> Map.entry(Facet.valueOf(row.getString("facet")), row.getLong("stored")))
                .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        return stored;
    }

    private static List<SyncFailure> failures(Handle handle, long run) {
        return handle.createQuery("SELECT * FROM sync_failure WHERE run_id = :run ORDER BY id").bind("run", run)
                .map((row, context) -> {
                    long meeting = row.getLong("meeting_id");
                    var of = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(meeting);
                    return new SyncFailure(Facet.valueOf(row.getString("facet")), of, row.getString("subject"),
                            Snapshots.read(row.getString("problem"), Problem.class).orElse(Problem.of(Problem.Code.UNEXPECTED)));
                }).list();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
