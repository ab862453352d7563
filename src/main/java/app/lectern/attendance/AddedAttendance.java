package app.lectern.attendance;

import app.lectern.attendance.AttendanceRecordsStore.Kept;
import app.lectern.attendance.teams.TeamsFile;
import app.lectern.attendance.teams.TeamsFileReader;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Attendance that people bring in where Microsoft hands none out: entries by hand, with who made them, when and why, and the
/// file that Teams offers its organisers. Both stay what they are and are never taken for Teams' own report.
public final class AddedAttendance {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final long LARGEST = 20_000_000;

    private final AttendanceMeetingsStore lines;
    private final AttendanceRecordsStore records;
    private final RulesStore rules;
    private final KnownMeetings known;
    private final MeetingFigures figures;
    private final AttendanceTrail trail;
    private final Clock clock;

    /// One entry as somebody makes it.
    public record Entry(String name, String email, MeetingRole role, Instant joined, Instant left, String by, String reason) {}

    /// A file that was read and waits for somebody's yes.
    ///
    /// @param fits whether its times touch the meeting's
    public record Preview(Path path, TeamsFile content, String checksum, boolean fits, boolean known) {}

    public AddedAttendance(Store store, KnownMeetings known, AttendanceTrail trail, Clock clock) {
        this.lines = new AttendanceMeetingsStore(store);
        this.records = new AttendanceRecordsStore(store);
        this.rules = new RulesStore(store);
        this.known = known;
        this.figures = new MeetingFigures(known);
        this.trail = trail;
        this.clock = clock;
    }

    public MeetingLine enter(Integration in, long meeting, Entry entry) {
        require(!entry.name().isBlank() || !entry.email().isBlank(), "@field.attendance-name", "@reason.attendance-name");
        require(entry.email().isBlank() || entry.email().matches("[^@\\s]+@[^@\\s]+"), "@field.attendance-email", "@reason.attendance-email");
        require(entry.left().isAfter(entry.joined()), "@field.attendance-times", "@reason.attendance-times");
        require(Duration.between(entry.joined(), entry.left()).compareTo(LONGEST) <= 0, "@field.attendance-times", "@reason.attendance-too-long");
        require(!entry.reason().isBlank(), "@field.attendance-reason", "@reason.attendance-why");
        var stay = new Stay(entry.joined(), entry.left());
        var presence = new Presence(new Who("", entry.email(), entry.name()), entry.role().name(), stay.length(), List.of(stay), true);
        var report = new Report(0, AttendanceSource.MANUAL, UUID.randomUUID().toString(), entry.joined(), entry.left(), 1, clock.instant(),
                new Report.Origin(entry.by(), entry.reason().strip()));
        var line = keep(in, meeting, new Told(report, List.of(presence)));
        trail.added(in, line, presence.who().called() + ": " + entry.reason().strip());
        return line;
    }

    private static void require(boolean right, String field, String reason) {
        if (!right) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", field).with("reason", reason).raise();
        }
    }

    /// Reads a file of which it is not known yet to what meeting it belongs.
    public TeamsFile read(Path file, ZoneId zone) {
        return read(file, content(file), zone, Optional.empty());
    }

    private static TeamsFile read(Path file, byte[] content, ZoneId zone, Optional<Instant> near) {
        return TeamsFileReader.read(content, zone, near).filter(found -> !found.presences().isEmpty())
                .orElseThrow(() -> Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString())
                        .with("reason", "@reason.attendance-file").raise());
    }

    /// Reads a file and says what it holds; nothing is kept yet.
    public Preview preview(Integration in, long meeting, Path file, ZoneId zone) {
        var line = line(in, meeting);
        var content = content(file);
        var read = read(file, content, zone, Optional.of(line.start()));
        var slack = Duration.ofHours(3);
        boolean fits = read.began().filter(began -> began.isBefore(line.end().plus(slack))).isPresent()
                && read.ended().filter(ended -> ended.isAfter(line.start().minus(slack))).isPresent();
        var checksum = checksum(content);
        return new Preview(file, read, checksum, fits, records.reports(List.of(meeting), AttendanceSource.CSV).containsKey(checksum));
    }

    /// The meetings that a file may be of: those that are held in its time, the nearest first.
    public List<MeetingLine> meetingsOf(Integration in, TeamsFile file) {
        if (file.began().isEmpty()) {
            return List.of();
        }
        var began = file.began().get();
        return known.between(in, began.minus(Duration.ofHours(3)), file.ended().orElse(began).plus(Duration.ofHours(3))).stream()
                .sorted(Comparator.comparing(meeting -> Duration.between(meeting.start(), began).abs())).map(MeetingLine::of).toList();
    }

    private static byte[] content(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString()).with("reason", "@reason.attendance-file").raise();
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString()).with("reason", "@accounts.cli.file").raise(unreadable);
        }
    }

    private static String checksum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Keeps what the preview showed. The same file again changes nothing.
    public MeetingLine accept(Integration in, long meeting, Preview preview, String by) {
        var file = preview.content();
        var began = file.began().orElseGet(() -> line(in, meeting).start());
        var report = new Report(0, AttendanceSource.CSV, preview.checksum(), began, file.ended().orElse(began), file.presences().size(), clock.instant(),
                new Report.Origin(by, preview.path().getFileName().toString()));
        var line = keep(in, meeting, new Told(report, file.presences()));
        trail.added(in, line, preview.path().getFileName().toString());
        return line;
    }

    /// Takes back what somebody brought in. Teams' own reports cannot be taken back.
    public MeetingLine takeBack(Integration in, long meeting, Report report) {
        require(report.source() == AttendanceSource.MANUAL || report.source() == AttendanceSource.CSV, "@field.attendance-entry", "@reason.attendance-own");
        records.remove(report.id());
        var line = refreshed(in, line(in, meeting), records.told(meeting));
        lines.keep(List.of(line));
        trail.removed(in, line, report.origin().reason());
        return line;
    }

    /// Keeps one account of a meeting beside the others that there are.
    MeetingLine keep(Integration in, long meeting, Told told) {
        var line = line(in, meeting);
        var all = new ArrayList<>(records.told(meeting).stream().filter(each -> !each.report().key().equals(told.report().key())
                || each.report().source() != told.report().source()).toList());
        all.add(told);
        var changed = refreshed(in, line, all);
        records.keep(in.id(), List.of(new Kept(meeting, told)), List.of(changed));
        return changed;
    }

    private MeetingLine refreshed(Integration in, MeetingLine line, List<Told> told) {
        if (!told.isEmpty()) {
            return figures.counted(line, told, rules.of(in.id()), line.settled());
        }
        return line.waiting(clock.instant()).emptied();
    }

    private MeetingLine line(Integration in, long meeting) {
        return lines.find(meeting).or(() -> known.find(meeting).map(MeetingLine::of)).filter(found -> found.integration() == in.id())
                .orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(meeting)).raise());
    }
}
