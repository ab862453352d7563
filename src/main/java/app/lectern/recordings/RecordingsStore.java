package app.lectern.recordings;

import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The rows of the table `recording` as the sync writes them, and single ones read.
final class RecordingsStore {
    static final RowMapper<Recording> RECORDING = (row, context) -> recording(row);
    /// How far apart the two places may tell the time of one recording.
    private static final Duration SAME = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Store store;

    RecordingsStore(Store store) {
        this.store = store;
    }

    /// A recording of an online meeting that no known meeting has.
    record Stranger(long id, String organiserId, String organiserName, String graphMeeting, Instant from, Instant until) {}

    /// What keeping one came to.
    enum Kept { CREATED, UPDATED, UNCHANGED }

    Optional<Recording> find(long id) {
        return store.read(handle -> handle.createQuery("SELECT * FROM recording WHERE id = :id").bind("id", id).map(RECORDING).findOne());
    }

    List<Recording> ofMeeting(long meeting) {
        return store.read(handle -> handle.createQuery("SELECT * FROM recording WHERE meeting_id = :meeting ORDER BY recorded_at, kind, id")
                .bind("meeting", meeting).map(RECORDING).list());
    }

    /// @param organiserName shown where no meeting is known
    Kept keep(long integration, Seen seen, MeetingMatch.Found match, String organiserId, String organiserName, Instant now) {
        return store.write(handle -> {
            var known = known(handle, integration, seen, match, organiserId);
            if (known.isEmpty()) {
                insert(handle, integration, seen, match, organiserId, organiserName, now);
                return Kept.CREATED;
            }
            return update(handle, known.get(), seen, match, now) ? Kept.UPDATED : Kept.UNCHANGED;
        });
    }

    private static Optional<Recording> known(Handle handle, long integration, Seen seen, MeetingMatch.Found match, String organiserId) {
        var own = seen.inDrive()
                ? handle.createQuery("SELECT * FROM recording WHERE integration_id = :of AND drive_id = :drive AND item_id = :item")
                        .bind("of", integration).bind("drive", seen.driveId()).bind("item", seen.itemId()).map(RECORDING).findFirst()
                : handle.createQuery("SELECT * FROM recording WHERE integration_id = :of AND graph_id = :graph AND kind = :kind")
                        .bind("of", integration).bind("graph", seen.graphId()).bind("kind", seen.kind().name()).map(RECORDING).findFirst();
        if (own.isPresent()) {
            return own;
        }
        return elsewhere(handle, integration, seen, match, organiserId);
    }

    /// The same thing as the other place told it, or the row that was kept for it while it was processed: by the meeting, else
    /// by the organiser and the minute.
    private static Optional<Recording> elsewhere(Handle handle, long integration, Seen seen, MeetingMatch.Found match, String organiserId) {
        var missing = seen.inDrive() ? "item_id = ''" : "graph_id = ''";
        var byMeeting = match.meeting().stream().flatMap(meeting -> handle.createQuery("""
                        SELECT * FROM recording WHERE meeting_id = :meeting AND kind = :kind
                            AND (state = 'PROCESSING' OR recorded_at BETWEEN :from AND :until) AND
                        """ + missing)
                .bind("meeting", meeting.id()).bind("kind", seen.kind().name())
                .bind("from", seen.recordedAt().minus(SAME)).bind("until", seen.recordedAt().plus(SAME)).map(RECORDING).stream()).toList();
        var all = !byMeeting.isEmpty() || organiserId.isEmpty() ? byMeeting : handle.createQuery("""
                        SELECT * FROM recording WHERE integration_id = :of AND organiser_id = :organiser AND kind = :kind
                            AND recorded_at BETWEEN :from AND :until AND (meeting_id IS NULL OR :stranger) AND
                        """ + missing)
                .bind("of", integration).bind("organiser", organiserId).bind("kind", seen.kind().name()).bind("stranger", match.meeting().isEmpty())
                .bind("from", seen.recordedAt().minus(MINUTE)).bind("until", seen.recordedAt().plus(MINUTE)).map(RECORDING).list();
        return all.stream().min(Comparator.comparing((Recording one) -> one.state() == RecordingState.PROCESSING)
                .thenComparing(one -> Duration.between(one.recordedAt(), seen.recordedAt()).abs()).thenComparing(Recording::id));
    }

    private static void insert(Handle handle, long integration, Seen seen, MeetingMatch.Found match, String organiserId, String organiserName, Instant now) {
        var meeting = match.meeting();
        var title = title(seen, match);
        var organiser = meeting.map(known -> known.organiser().name()).filter(name -> !name.isEmpty()).orElse(organiserName);
        var meetingTitle = meeting.map(known -> known.subject()).orElse("");
        long id = handle.createUpdate("""
                        INSERT INTO recording (integration_id, kind, state, title, name, meeting_id, meeting_title, match_by, confidence, organiser_id,
                            organiser_name, recorded_at, length_seconds, size, place, drive_id, item_id, graph_id, call_id, graph_meeting, thread_id,
                            web_url, version, hash, expires_at, keep, local_state, local_path, downloads, changed_at)
                        VALUES (:of, :kind, 'AVAILABLE', :title, :name, :meeting, :meetingTitle, :by, :sure, :organiserId, :organiser, :at, :length, :size,
                            :place, :drive, :item, :graph, :call, :graphMeeting, :thread, :url, :version, :hash, :expires, FALSE, 'NONE', '', 0, :now)
                        """)
                .bind("of", integration).bind("kind", seen.kind().name()).bind("title", cut(title)).bind("name", cut(seen.name()))
                .bind("meeting", meeting.map(known -> known.id()).orElse(null)).bind("meetingTitle", cut(meetingTitle))
                .bind("by", match.by().name()).bind("sure", match.confidence())
                .bind("organiserId", meeting.map(known -> known.organiser().objectId()).orElse(organiserId)).bind("organiser", organiser)
                .bind("at", seen.recordedAt()).bind("length", seen.length().map(Duration::toSeconds).orElse(null))
                .bind("size", seen.size().isPresent() ? (Long) seen.size().getAsLong() : null).bind("place", seen.place().name())
                .bind("drive", seen.driveId()).bind("item", seen.itemId()).bind("graph", seen.graphId()).bind("call", seen.callId())
                .bind("graphMeeting", seen.graphMeeting()).bind("thread", seen.threadId()).bind("url", seen.webUrl()).bind("version", seen.version())
                .bind("hash", seen.hash()).bind("now", now)
                .bind("expires", seen.expiresAt().or(() -> reckoned(handle, integration, seen.kind(), seen.recordedAt())).orElse(null))
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
        RecordingWordsStore.write(handle, id, title + " " + meetingTitle + " " + organiser + " " + seen.name());
    }

    /// Graph tells no date, so it is reckoned from the tenant's usual number of days. Only recordings themselves are removed.
    private static Optional<Instant> reckoned(Handle handle, long integration, RecordingKind kind, Instant recordedAt) {
        if (kind != RecordingKind.VIDEO) {
            return Optional.empty();
        }
        int days = handle.createQuery("SELECT tenant_days FROM recording_settings WHERE integration_id = :of").bind("of", integration).mapTo(Integer.class)
                .findOne().orElse(RecordingSettings.USUAL.tenantDays());
        return days == 0 ? Optional.empty() : Optional.of(recordedAt.plus(Duration.ofDays(days)));
    }

    /// One that was reckoned moves with the time of the recording, which the two places tell differently.
    private static Optional<Instant> expires(Handle handle, Recording known, Merged merged) {
        boolean told = known.expiresAt().isPresent()
                && !known.expiresAt().equals(reckoned(handle, known.integration(), known.kind(), known.recordedAt()));
        return told || merged.expiresAt().isPresent() && !merged.expiresAt().equals(known.expiresAt()) ? merged.expiresAt()
                : reckoned(handle, known.integration(), known.kind(), merged.recordedAt());
    }

    /// The part of a meeting's subject that is not its series' name is the lesson's own title.
    private static String title(Seen seen, MeetingMatch.Found match) {
        var subject = match.meeting().map(known -> known.subject()).orElse(seen.title());
        return subject.isEmpty() ? seen.title() : subject;
    }

    private static boolean update(Handle handle, Recording known, Seen seen, MeetingMatch.Found match, Instant now) {
        // what a person decided stays, and a surer match replaces a less sure one
        boolean better = known.matchBy() != MatchBy.PERSON && match.confidence() > known.confidence() && match.meeting().isPresent();
        var merged = new Merged(known, seen);
        if (!better && merged.isNothingNew()) {
            return false;
        }
        handle.createUpdate("""
                        UPDATE recording SET state = 'AVAILABLE', removed_at = NULL, title = :title, name = :name, recorded_at = :at, length_seconds = :length, size = :size,
                            place = :place, drive_id = :drive, item_id = :item, graph_id = :graph, call_id = :call, graph_meeting = :graphMeeting,
                            web_url = :url, version = :version, hash = :hash, expires_at = :expires, changed_at = :now WHERE id = :id
                        """)
                .bind("id", known.id()).bind("title", cut(merged.title())).bind("name", cut(merged.name())).bind("at", merged.recordedAt())
                .bind("length", merged.length().map(Duration::toSeconds).orElse(null))
                .bind("size", merged.size().isPresent() ? (Long) merged.size().getAsLong() : null).bind("place", merged.place().name())
                .bind("drive", merged.driveId()).bind("item", merged.itemId()).bind("graph", merged.graphId()).bind("call", merged.callId())
                .bind("graphMeeting", merged.graphMeeting()).bind("url", merged.webUrl()).bind("version", merged.version()).bind("hash", merged.hash())
                .bind("expires", expires(handle, known, merged).orElse(null)).bind("now", now).execute();
        if (!merged.title().equals(known.title())) {
            RecordingWordsStore.write(handle, known.id(), merged.title() + " " + merged.name());
        }
        if (better) {
            assign(handle, known.id(), match, now);
        }
        return true;
    }

    /// Gives a recording to a meeting, or to none.
    void assign(long id, MeetingMatch.Found match, Instant now) {
        store.change(handle -> assign(handle, id, match, now));
    }

    private static void assign(Handle handle, long id, MeetingMatch.Found match, Instant now) {
        var meeting = match.meeting();
        handle.createUpdate("""
                        UPDATE recording SET meeting_id = :meeting, meeting_title = :title, title = CASE WHEN :title = '' THEN title ELSE :title END,
                            match_by = :by, confidence = :sure, changed_at = :now WHERE id = :id
                        """)
                .bind("meeting", meeting.map(known -> known.id()).orElse(null)).bind("title", cut(meeting.map(known -> known.subject()).orElse("")))
                .bind("by", match.by().name()).bind("sure", match.confidence()).bind("now", now).bind("id", id).execute();
        meeting.ifPresent(known -> RecordingWordsStore.write(handle, id, known.subject() + " " + known.organiser().name()));
    }

    /// Says of a file that it is no longer in its drive; how many rows that concerned.
    int remove(long integration, String drive, String item, Instant now) {
        return store.write(handle -> handle.createUpdate("""
                        UPDATE recording SET state = 'REMOVED', removed_at = :now, changed_at = :now
                        WHERE integration_id = :of AND drive_id = :drive AND item_id = :item AND state <> 'REMOVED'
                        """)
                .bind("now", now).bind("of", integration).bind("drive", drive).bind("item", item).execute());
    }

    void removeById(long id, Instant now) {
        store.change(handle -> handle.createUpdate("UPDATE recording SET state = 'REMOVED', removed_at = :now, changed_at = :now WHERE id = :id")
                .bind("now", now).bind("id", id).execute());
    }

    /// The files of a drive that are known and not removed, for a round that begins anew.
    List<String> items(long integration, String drive) {
        return store.read(handle -> handle.createQuery("""
                        SELECT item_id FROM recording WHERE integration_id = :of AND drive_id = :drive AND state <> 'REMOVED'
                        """)
                .bind("of", integration).bind("drive", drive).mapTo(String.class).list());
    }

    /// The files of a channel's meetings that are known and not removed, each with its drive.
    Map<String, String> itemsOfChannel(long integration, String thread) {
        return store.read(handle -> handle.createQuery("""
                        SELECT item_id, drive_id FROM recording WHERE integration_id = :of AND state <> 'REMOVED' AND place = 'SHAREPOINT' AND item_id <> ''
                            AND meeting_id IN (SELECT id FROM meeting WHERE integration_id = :of AND thread_id = :thread)
                        """)
                .bind("of", integration).bind("thread", thread).map((row, context) -> Map.entry(row.getString("item_id"), row.getString("drive_id")))
                .list()).stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /// Those that belong to no meeting and were changed since; what a person decided is left alone.
    List<Stranger> strangers(long integration, Instant since) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM recording WHERE integration_id = :of AND meeting_id IS NULL AND graph_meeting <> '' AND organiser_id <> ''
                            AND state = 'AVAILABLE' AND match_by <> 'PERSON' AND changed_at >= :since ORDER BY recorded_at, id
                        """)
                .bind("of", integration).bind("since", since).map(RECORDING).list()).stream()
                .map(one -> new Stranger(one.id(), one.organiserId(), one.organiser(), one.graphMeeting(), one.recordedAt(),
                        one.recordedAt().plus(one.length().orElse(Duration.ZERO)))).toList();
    }

    /// Keeps a place for the recording of a meeting that has just ended; true when there was nothing of it yet.
    boolean expect(app.lectern.meetings.Meeting meeting, Instant now) {
        return store.write(handle -> {
            int known = handle.createQuery("SELECT COUNT(*) FROM recording WHERE meeting_id = :id AND kind = 'VIDEO'").bind("id", meeting.id())
                    .mapTo(Integer.class).one();
            if (known > 0) {
                return false;
            }
            var seen = new Seen(RecordingKind.VIDEO, "", meeting.subject(), meeting.start(), Optional.of(meeting.length()), OptionalLong.empty(), Place.TEAMS,
                    "", "", "", "", "", "", "", "", "", Optional.empty());
            insert(handle, meeting.integration(), seen, new MeetingMatch.Found(Optional.of(meeting), MatchBy.IDS, 100), meeting.organiser().objectId(),
                    meeting.organiser().name(), now);
            handle.createUpdate("UPDATE recording SET state = 'PROCESSING' WHERE meeting_id = :id AND kind = 'VIDEO'").bind("id", meeting.id()).execute();
            return true;
        });
    }

    /// Lets go of places whose recording never came.
    void giveUpExpecting(long integration, Instant endedBefore) {
        store.change(handle -> handle.createUpdate("""
                        DELETE FROM recording WHERE integration_id = :of AND state = 'PROCESSING'
                            AND meeting_id IN (SELECT id FROM meeting WHERE integration_id = :of AND ends_at < :before)
                        """)
                .bind("of", integration).bind("before", endedBefore).execute());
    }

    void keepFlag(List<Long> ids, boolean keep) {
        store.change(handle -> {
            var batch = handle.prepareBatch("UPDATE recording SET keep = :keep WHERE id = :id");
            ids.forEach(id -> batch.bind("id", id).bind("keep", keep).add());
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    long count(long integration) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM recording WHERE integration_id = :of").bind("of", integration).mapTo(Long.class).one());
    }

    void local(long id, LocalState state, String path) {
        store.change(handle -> handle.createUpdate("UPDATE recording SET local_state = :state, local_path = :path WHERE id = :id")
                .bind("state", state.name()).bind("path", path).bind("id", id).execute());
    }

    static String cut(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private static Recording recording(ResultSet row) throws SQLException {
        long meeting = row.getLong("meeting_id");
        var meetingId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(meeting);
        long seconds = row.getLong("length_seconds");
        var length = row.wasNull() ? Optional.<Duration>empty() : Optional.of(Duration.ofSeconds(seconds));
        long bytes = row.getLong("size");
        var size = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(bytes);
        return new Recording(row.getLong("id"), row.getLong("integration_id"), RecordingKind.valueOf(row.getString("kind")),
                RecordingState.valueOf(row.getString("state")), row.getString("title"), row.getString("name"), meetingId, row.getString("meeting_title"),
                MatchBy.valueOf(row.getString("match_by")), row.getInt("confidence"), row.getString("organiser_id"), row.getString("organiser_name"),
                instant(row, "recorded_at").orElseThrow(), length, size, Place.valueOf(row.getString("place")), row.getString("drive_id"),
                row.getString("item_id"), row.getString("graph_id"), row.getString("call_id"), row.getString("graph_meeting"), row.getString("web_url"),
                row.getString("version"), row.getString("hash"), instant(row, "expires_at"), instant(row, "removed_at"), row.getBoolean("keep"),
                LocalState.valueOf(row.getString("local_state")), row.getString("local_path"), row.getInt("downloads"), instant(row, "downloaded_at"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
