package app.lectern.attendance;

import app.lectern.attendance.MeetingLine.Figures;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.meetings.MeetingKind;
import app.lectern.problems.Problem;
import app.lectern.store.Snapshots;
import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The rows of the table `attendance_meeting`.
final class AttendanceMeetingsStore {
    private final Store store;

    AttendanceMeetingsStore(Store store) {
        this.store = store;
    }

    Optional<MeetingLine> find(long meeting) {
        return store.read(handle -> handle.createQuery("SELECT * FROM attendance_meeting WHERE meeting_id = :meeting")
                .bind("meeting", meeting).map((row, context) -> line(row)).findOne());
    }

    Map<Long, MeetingLine> find(Collection<Long> meetings) {
        var found = new HashMap<Long, MeetingLine>();
        var wanted = List.copyOf(meetings);
        store.read(handle -> {
            for (int at = 0; at < wanted.size(); at += 500) {
                handle.createQuery("SELECT * FROM attendance_meeting WHERE meeting_id IN (<ids>)")
                        .bindList("ids", wanted.subList(at, Math.min(at + 500, wanted.size())))
                        .map((row, context) -> line(row)).forEach(line -> found.put(line.meeting(), line));
            }
            return null;
        });
        return found;
    }

    /// Newest first, after the given one; `text` is looked for in subject and organiser.
    List<MeetingLine> page(long integration, String text, Optional<MeetingLine> after, int limit) {
        var older = after.isEmpty() ? "" : "AND starts_at <= :start AND (starts_at < :start OR meeting_id < :id)";
        var saying = text.isEmpty() ? "" : " AND LOCATE(:text, searched) > 0";
        return store.read(handle -> {
            var query = handle.createQuery("SELECT * FROM attendance_meeting WHERE integration_id = :of " + older + saying
                    + " ORDER BY starts_at DESC, meeting_id DESC LIMIT :limit").bind("of", integration).bind("limit", limit);
            after.ifPresent(line -> query.bind("start", line.start()).bind("id", line.meeting()));
            if (!text.isEmpty()) {
                query.bind("text", text.toLowerCase(Locale.ROOT));
            }
            return query.map((row, context) -> line(row)).list();
        });
    }

    /// All occurrences of a series, oldest first.
    List<MeetingLine> series(long integration, String series) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM attendance_meeting WHERE integration_id = :of AND series_id = :series ORDER BY starts_at, meeting_id
                        """)
                .bind("of", integration).bind("series", series).map((row, context) -> line(row)).list());
    }

    /// The addresses, in small letters, of those of whose meetings Teams has handed out a report at least once.
    Set<String> reportedOrganisers(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT DISTINCT LOWER(organiser_address) FROM attendance_meeting WHERE integration_id = :of AND standing = 'KNOWN'
                            AND LOCATE('API', sources) > 0
                        """)
                .bind("of", integration).mapTo(String.class).set());
    }

    /// Of which nothing was read and which ended within the span.
    List<MeetingLine> unread(long integration, Instant from, Instant until) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM attendance_meeting WHERE integration_id = :of AND starts_at >= :from AND starts_at < :until
                            AND standing <> 'KNOWN' AND settled = FALSE ORDER BY starts_at
                        """)
                .bind("of", integration).bind("from", from).bind("until", until).map((row, context) -> line(row)).list());
    }

    /// The next moment at which a report is worth asking for.
    Optional<Instant> nextLook(long integration) {
        return store.read(handle -> handle.createQuery("SELECT MIN(next_look) FROM attendance_meeting WHERE integration_id = :of AND settled = FALSE")
                .bind("of", integration).mapTo(Instant.class).findOne());
    }

    void keep(Collection<MeetingLine> lines) {
        store.change(handle -> keep(handle, lines));
    }

    static void keep(Handle handle, Collection<MeetingLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                MERGE INTO attendance_meeting (meeting_id, integration_id, subject, searched, organiser_address, organiser_name, starts_at, ends_at,
                    zone, kind, series_id, standing, settled, verdict, problem, looked_at, next_look, sources, invited, joined, no_shows,
                    average_seconds) KEY (meeting_id)
                VALUES (:meeting, :of, :subject, :searched, :address, :name, :start, :end, :zone, :kind, :series, :standing, :settled, :verdict,
                    :problem, :looked, :next, :sources, :invited, :joined, :noShows, :average)
                """);
        for (var line : lines) {
            batch.bind("meeting", line.meeting()).bind("of", line.integration()).bind("subject", line.subject())
                    .bind("searched", searched(line)).bind("address", line.organiser()).bind("name", line.organiserName())
                    .bind("start", line.start()).bind("end", line.end()).bind("zone", line.zone()).bind("kind", line.kind().name())
                    .bind("series", line.series()).bind("standing", line.standing().name()).bind("settled", line.settled())
                    .bind("verdict", line.verdict().map(Enum::name).orElse(""))
                    .bind("problem", line.problem().map(Snapshots::write).filter(text -> text.length() <= 20_000).orElse(""))
                    .bind("looked", line.lookedAt().orElse(null)).bind("next", line.nextLook().orElse(null))
                    .bind("sources", line.sources().stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
                    .bind("invited", line.figures().invited()).bind("joined", line.figures().joined()).bind("noShows", line.figures().noShows())
                    .bind("average", (int) line.figures().average().toSeconds()).add();
        }
        batch.execute();
    }

    private static String searched(MeetingLine line) {
        return String.join(" ", line.subject(), line.organiserName(), line.organiser()).toLowerCase(Locale.ROOT);
    }

    static MeetingLine line(ResultSet row) throws SQLException {
        var sources = row.getString("sources");
        return new MeetingLine(row.getLong("meeting_id"), row.getLong("integration_id"), row.getString("subject"), row.getString("organiser_address"),
                row.getString("organiser_name"), instant(row, "starts_at").orElseThrow(), instant(row, "ends_at").orElseThrow(), row.getString("zone"),
                MeetingKind.valueOf(row.getString("kind")), row.getString("series_id"), Standing.valueOf(row.getString("standing")),
                row.getBoolean("settled"), Optional.of(row.getString("verdict")).filter(text -> !text.isEmpty()).map(Verdict::valueOf),
                Snapshots.read(row.getString("problem").isEmpty() ? "null" : row.getString("problem"), Problem.class),
                instant(row, "looked_at"), instant(row, "next_look"),
                sources.isEmpty() ? Set.of() : Arrays.stream(sources.split(",")).map(AttendanceSource::valueOf).collect(Collectors.toSet()),
                new Figures(row.getInt("invited"), row.getInt("joined"), row.getInt("no_shows"), Duration.ofSeconds(row.getInt("average_seconds"))));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
