package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Puts recordings into the table, for tests that are not about how they get there: of ten organisers, three to a meeting (video,
/// transcript, chat), a day apart unless said otherwise, the newest first.
public final class RecordingRows {
    private static final List<String> SUBJECTS = List.of("Reaction rates", "Integration by parts", "Le passé composé", "Enzymes", "Forces and motion");
    private static final List<String> ORGANISERS = List.of("Marta Kowalska", "Daniel Osei", "Claire Dubois", "Sanjay Patel", "Ruth Okafor");
    private static final List<LocalState> LOCAL = List.of(LocalState.NONE, LocalState.VERIFIED, LocalState.NONE, LocalState.DAMAGED, LocalState.NONE);
    private static final RecordingKind[] KINDS = {RecordingKind.VIDEO, RecordingKind.TRANSCRIPT, RecordingKind.CHAT};

    private static final int PART = 1000;

    private RecordingRows() {}

    public static void insert(Store store, Integration of, int meetings, Instant newest) {
        insert(store, of, meetings, newest, Duration.ofHours(26));
    }

    public static void insert(Store store, Integration of, int meetings, Instant newest, Duration apart) {
        for (int from = 0; from < meetings; from += PART) {
            insert(store, of, from, Math.min(meetings, from + PART), newest, apart);
        }
    }

    private static void insert(Store store, Integration of, int from, int until, Instant newest, Duration apart) {
        store.change(handle -> {
            var meeting = handle.prepareBatch("""
                    INSERT INTO meeting (id, integration_id, state, kind, subject, organiser_id, organiser_address, organiser_name, starts_at, ends_at,
                        zone, event_id, ical_uid, series_id, online_meeting_id, join_url, thread_id, planned_here, changed_at)
                    VALUES (:id, :of, 'CREATED', 'SCHEDULED', :subject, :owner, '', :name, :at, :at, 'Europe/London', '', '', '', '', '', '', FALSE, :at)
                    """);
            var batch = handle.prepareBatch("""
                    INSERT INTO recording (integration_id, kind, state, title, name, meeting_id, meeting_title, match_by, confidence, organiser_id,
                        organiser_name, recorded_at, length_seconds, size, place, drive_id, item_id, graph_id, call_id, graph_meeting, thread_id,
                        web_url, version, hash, expires_at, keep, local_state, local_path, downloads, changed_at)
                    VALUES (:of, :kind, :state, :title, :file, :meeting, :subject, 'IDS', 100, :owner, :name, :at, :length, :size, :place, 'drive-1', :item,
                        :graph, '', '', '', :url, 'v1', 'qbGk2w8c0Rk1nY0a8wq1Zb7oQ8E=', :expires, FALSE, :local, :path, :downloads, :at)
                    """);
            for (int at = from; at < until; at++) {
                int which = at % SUBJECTS.size();
                var held = newest.minus(apart.multipliedBy(at));
                var subject = "Year " + (7 + which) + ": " + SUBJECTS.get(which);
                meeting.bind("id", 500_000L + at).bind("of", of.id()).bind("subject", subject).bind("owner", "owner-" + which).bind("name", ORGANISERS.get(which))
                        .bind("at", held).add();
                for (int kind = 0; kind < KINDS.length; kind++) {
                    var local = LOCAL.get((at + kind) % LOCAL.size());
                    batch.bind("of", of.id()).bind("kind", KINDS[kind].name()).bind("state", at == 4 && kind == 0 ? "REMOVED" : "AVAILABLE")
                            .bind("title", SUBJECTS.get(which) + " " + (at + 1)).bind("file", SUBJECTS.get(which) + ".mp4").bind("meeting", 500_000L + at)
                            .bind("subject", subject).bind("owner", "owner-" + which).bind("name", ORGANISERS.get(which)).bind("at", held)
                            .bind("length", kind == 2 ? null : (Long) (2900L + at * 37 % 900)).bind("size", kind == 0 ? 700_000_000L + at % 97 * 1_000_000L : 18_000L + at)
                            .bind("place", which == 2 ? "SHAREPOINT" : "ONEDRIVE").bind("item", "item-" + at + "-" + kind).bind("graph", "MSo1N2Y5ZGFjYy0" + at)
                            .bind("url", "https://northfield.sharepoint.example/recording/" + at).bind("expires", kind == 0 ? held.plus(Duration.ofDays(120)) : null)
                            .bind("local", local.name()).bind("path", local == LocalState.NONE ? "" : "/home/hannah/Downloads/Lectern/2026-11/lesson-" + at + ".mp4")
                            .bind("downloads", at % 7).add();
                }
            }
            meeting.execute();
            batch.execute();
            words(handle, 500_000L + from, 500_000L + until);
        });
    }

    private static void words(Handle handle, long from, long until) {
        handle.createQuery("SELECT id, title, meeting_title, organiser_name FROM recording WHERE meeting_id >= :from AND meeting_id < :until")
                .bind("from", from).bind("until", until)
                .map((row, context) -> new Object[] {row.getLong("id"), row.getString("title") + " " + row.getString("meeting_title") + " " + row.getString("organiser_name")})
                .list().forEach(each -> RecordingWordsStore.write(handle, (Long) each[0], (String) each[1]));
    }
}
