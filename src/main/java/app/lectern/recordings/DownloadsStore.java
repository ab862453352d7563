package app.lectern.recordings;

import app.lectern.recordings.downloads.DownloadResult;
import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The rows of the table `download`: the queue, and what became of each. Counts of a recording are worked out anew from them
/// in the same transaction, so that they cannot drift.
final class DownloadsStore {
    static final String SELECT = """
            SELECT d.*, r.title, r.meeting_title, r.organiser_name, r.kind FROM download d JOIN recording r ON r.id = d.recording_id
            """;
    static final RowMapper<DownloadRecord> RECORD = (row, context) -> record(row);

    private final Store store;

    DownloadsStore(Store store) {
        this.store = store;
    }

    /// Queues what is not queued already; returns the rows' ids in the order asked for.
    List<Long> add(long integration, List<Long> recordings, String person, String runner, String folder, Instant now) {
        return store.write(handle -> {
            long place = handle.createQuery("SELECT COALESCE(MAX(place), 0) FROM download").mapTo(Long.class).one();
            var ids = new ArrayList<Long>();
            for (long recording : recordings) {
                var open = handle.createQuery("SELECT id FROM download WHERE recording_id = :recording AND state IN ('QUEUED', 'RUNNING', 'PAUSED')")
                        .bind("recording", recording).mapTo(Long.class).findFirst();
                if (open.isPresent()) {
                    ids.add(open.get());
                    continue;
                }
                ids.add(handle.createUpdate("""
                                INSERT INTO download (integration_id, recording_id, person, state, asked_at, folder, file, bytes, millis, verified, quick_xor,
                                    sha256, problem, place, runner)
                                VALUES (:of, :recording, :person, 'QUEUED', :now, :folder, '', 0, 0, FALSE, '', '', '', :place, :runner)
                                """)
                        .bind("of", integration).bind("recording", recording).bind("person", person).bind("now", now).bind("folder", folder)
                        .bind("place", ++place).bind("runner", runner).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
                local(handle, recording, LocalState.QUEUED);
            }
            return ids;
        });
    }

    /// A file that lies there stays what it is while another copy is on its way.
    private static void local(Handle handle, long recording, LocalState state) {
        handle.createUpdate("""
                        UPDATE recording SET local_state = :state WHERE id = :id AND local_state NOT IN ('VERIFIED', 'UNVERIFIED', 'ARCHIVED')
                        """).bind("state", state.name()).bind("id", recording).execute();
    }

    Optional<DownloadRecord> find(long id) {
        return store.read(handle -> handle.createQuery(SELECT + " WHERE d.id = :id").bind("id", id).map(RECORD).findOne());
    }

    List<DownloadRecord> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.read(handle -> handle.createQuery(SELECT + " WHERE d.id IN (<ids>) ORDER BY d.place, d.id")
                .bindList("ids", List.copyOf(ids)).map(RECORD).list());
    }

    /// Everything that is not at its end, in the order of the queue.
    List<DownloadRecord> open() {
        return store.read(handle -> handle.createQuery(SELECT + " WHERE d.state IN ('QUEUED', 'RUNNING', 'PAUSED') ORDER BY d.place, d.id").map(RECORD).list());
    }

    List<DownloadRecord> ended(long integration, Instant since, int most) {
        return store.read(handle -> handle.createQuery(SELECT + """
                         WHERE d.integration_id = :of AND d.state IN ('DONE', 'FAILED', 'CANCELLED') AND d.ended_at >= :since
                        ORDER BY d.ended_at DESC, d.id DESC FETCH FIRST\s""" + most + " ROWS ONLY")
                .bind("of", integration).bind("since", since).map(RECORD).list());
    }

    /// The next rows of this process that wait, and makes them run; several processes may ask.
    List<DownloadRecord> take(String runner, int most, Set<Long> not) {
        if (most <= 0) {
            return List.of();
        }
        return store.write(handle -> {
            var waiting = handle.createQuery(SELECT + " WHERE d.state = 'QUEUED' AND d.runner = :runner ORDER BY d.place, d.id")
                    .bind("runner", runner).map(RECORD).list().stream().filter(one -> !not.contains(one.id())).limit(most).toList();
            waiting.forEach(one -> {
                state(handle, one.id(), DownloadState.RUNNING);
                local(handle, one.recording(), LocalState.RUNNING);
            });
            return waiting;
        });
    }

    void named(long id, String folder, String file) {
        store.change(handle -> handle.createUpdate("UPDATE download SET folder = :folder, file = :file WHERE id = :id")
                .bind("folder", folder).bind("file", file).bind("id", id).execute());
    }

    /// True when the row stood in one of these states and stands in the new one now.
    boolean move(long id, Set<DownloadState> from, DownloadState to) {
        return store.write(handle -> {
            int changed = handle.createUpdate("UPDATE download SET state = :to WHERE id = :id AND state IN (<from>)").bind("to", to.name()).bind("id", id)
                    .bindList("from", from.stream().map(Enum::name).toList()).execute();
            if (changed > 0 && to.isOpen()) {
                local(handle, recording(handle, id), to == DownloadState.RUNNING ? LocalState.RUNNING : LocalState.QUEUED);
            }
            return changed > 0;
        });
    }

    private static void state(Handle handle, long id, DownloadState state) {
        handle.createUpdate("UPDATE download SET state = :state WHERE id = :id").bind("state", state.name()).bind("id", id).execute();
    }

    private static long recording(Handle handle, long id) {
        return handle.createQuery("SELECT recording_id FROM download WHERE id = :id").bind("id", id).mapTo(Long.class).one();
    }

    /// Rows whose process is gone become this one's, and wait again where they ran.
    void adopt(String runner, Set<String> alive) {
        store.change(handle -> {
            for (var other : handle.createQuery("SELECT DISTINCT runner FROM download WHERE state IN ('QUEUED', 'RUNNING', 'PAUSED')").mapTo(String.class).list()) {
                if (!other.equals(runner) && !alive.contains(other)) {
                    handle.createUpdate("""
                                    UPDATE download SET runner = :runner, state = CASE WHEN state = 'RUNNING' THEN 'QUEUED' ELSE state END
                                    WHERE runner = :other AND state IN ('QUEUED', 'RUNNING', 'PAUSED')
                                    """).bind("runner", runner).bind("other", other).execute();
                }
            }
        });
    }

    String owner(long id) {
        return store.read(handle -> handle.createQuery("SELECT runner FROM download WHERE id = :id").bind("id", id).mapTo(String.class).findOne()).orElse("");
    }

    List<String> runners() {
        return store.read(handle -> handle.createQuery("SELECT DISTINCT runner FROM download WHERE state IN ('QUEUED', 'RUNNING', 'PAUSED')")
                .mapTo(String.class).list());
    }

    /// Takes over single rows of a process that is gone.
    void own(Collection<Long> ids, String runner, Set<String> alive) {
        store.change(handle -> ids.forEach(id -> {
            var owner = handle.createQuery("SELECT runner FROM download WHERE id = :id").bind("id", id).mapTo(String.class).findOne().orElse(runner);
            if (owner.equals(runner) || !alive.contains(owner)) {
                handle.createUpdate("""
                                UPDATE download SET runner = :runner, state = CASE WHEN state IN ('RUNNING', 'PAUSED') THEN 'QUEUED' ELSE state END
                                WHERE id = :id AND state IN ('QUEUED', 'RUNNING', 'PAUSED')
                                """).bind("runner", runner).bind("id", id).execute();
            }
        }));
    }

    /// Nobody's any more: the next start goes on.
    void release(String runner) {
        store.change(handle -> handle.createUpdate("""
                        UPDATE download SET runner = '', state = CASE WHEN state = 'RUNNING' THEN 'QUEUED' ELSE state END
                        WHERE runner = :runner AND state IN ('QUEUED', 'RUNNING', 'PAUSED')
                        """).bind("runner", runner).execute());
    }

    void reorder(List<Long> inOrder) {
        store.change(handle -> {
            var batch = handle.prepareBatch("UPDATE download SET place = :place WHERE id = :id");
            for (int at = 0; at < inOrder.size(); at++) {
                batch.bind("place", at + 1).bind("id", inOrder.get(at)).add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    void done(DownloadRecord row, DownloadResult result, Instant now) {
        var state = result.verified() ? LocalState.VERIFIED : LocalState.UNVERIFIED;
        store.change(handle -> {
            handle.createUpdate("""
                            UPDATE download SET state = 'DONE', ended_at = :now, folder = :folder, file = :file, bytes = :bytes, fetched = :fetched,
                                millis = millis + :millis, verified = :verified, quick_xor = :quickXor, sha256 = :sha256, problem = '' WHERE id = :id
                            """)
                    .bind("now", now).bind("folder", result.file().getParent().toString()).bind("file", result.file().getFileName().toString())
                    .bind("bytes", result.size()).bind("fetched", result.fetched()).bind("millis", result.took().toMillis())
                    .bind("verified", result.verified()).bind("quickXor", result.quickXor()).bind("sha256", result.sha256()).bind("id", row.id()).execute();
            handle.createUpdate("UPDATE recording SET local_state = :state, local_path = :path, hash = CASE WHEN hash = '' THEN :hash ELSE hash END WHERE id = :id")
                    .bind("state", state.name()).bind("path", result.file().toString()).bind("hash", result.quickXor()).bind("id", row.recording()).execute();
            count(handle, row.recording());
        });
    }

    void ended(DownloadRecord row, DownloadState state, String problem, LocalState local, Instant now) {
        store.change(handle -> {
            handle.createUpdate("UPDATE download SET state = :state, ended_at = :now, problem = :problem WHERE id = :id")
                    .bind("state", state.name()).bind("now", now).bind("problem", problem).bind("id", row.id()).execute();
            local(handle, row.recording(), local);
            count(handle, row.recording());
        });
    }

    private static void count(Handle handle, long recording) {
        handle.createUpdate("""
                        UPDATE recording SET downloads = (SELECT COUNT(*) FROM download WHERE recording_id = :id AND state = 'DONE'),
                            downloaded_at = (SELECT MAX(ended_at) FROM download WHERE recording_id = :id AND state = 'DONE') WHERE id = :id
                        """).bind("id", recording).execute();
    }

    /// The hashes of the last copy that came whole.
    Optional<DownloadRecord> lastDone(long recording) {
        return store.read(handle -> handle.createQuery(SELECT + """
                         WHERE d.recording_id = :recording AND d.state = 'DONE' ORDER BY d.ended_at DESC, d.id DESC FETCH FIRST 1 ROWS ONLY
                        """).bind("recording", recording).map(RECORD).findOne());
    }

    private static DownloadRecord record(ResultSet row) throws SQLException {
        return new DownloadRecord(row.getLong("id"), row.getLong("integration_id"), row.getLong("recording_id"), RecordingKind.valueOf(row.getString("kind")),
                row.getString("title"), row.getString("meeting_title"), row.getString("organiser_name"), row.getString("person"),
                DownloadState.valueOf(row.getString("state")), RecordingsStore.instant(row, "asked_at").orElseThrow(), RecordingsStore.instant(row, "ended_at"),
                row.getString("folder"), row.getString("file"), row.getLong("bytes"), row.getLong("fetched"), Duration.ofMillis(row.getLong("millis")),
                row.getBoolean("verified"), row.getString("quick_xor"), row.getString("sha256"), row.getString("problem"));
    }
}
