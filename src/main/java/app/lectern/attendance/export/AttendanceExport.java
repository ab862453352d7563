package app.lectern.attendance.export;

import app.lectern.attendance.AttendanceText;
import app.lectern.attendance.Invitee;
import app.lectern.attendance.MeetingAttendance;
import app.lectern.attendance.Participant;
import app.lectern.problems.Problem;
import app.lectern.tables.Sheet;
import app.lectern.tables.Workbook;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Writes the attendance of meetings to a file, with the columns that were chosen. Says whether it holds simulated data and rows
/// that were entered by hand.
public final class AttendanceExport {
    public static final Set<ExportColumn> USUAL = EnumSet.of(ExportColumn.MEETING, ExportColumn.DATE, ExportColumn.PARTICIPANT, ExportColumn.EMAIL, ExportColumn.ROLE, ExportColumn.SOURCE, ExportColumn.TIME,
            ExportColumn.SECONDS, ExportColumn.SHARE, ExportColumn.SESSIONS, ExportColumn.FIRST_JOIN, ExportColumn.LAST_LEAVE, ExportColumn.LATE, ExportColumn.LEFT_EARLY, ExportColumn.ATTENDED);

    private final Words words;
    private final AttendanceText text;

    public AttendanceExport(Words words) {
        this.words = words;
        this.text = new AttendanceText(words);
    }

    public byte[] of(List<MeetingAttendance> meetings, Set<ExportColumn> columns, ExportFormat format, boolean simulated) {
        var sheet = sheet(meetings, columns, simulated);
        return switch (format) {
            case CSV -> CsvFile.of(sheet);
            case XLSX -> Workbook.of(sheet);
            case HTML -> HtmlFile.of(sheet, words.locale().toLanguageTag());
        };
    }

    public Path write(List<MeetingAttendance> meetings, Set<ExportColumn> columns, ExportFormat format, boolean simulated, Path file) {
        try {
            return Files.write(file, of(meetings, columns, format, simulated));
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
    }

    private Sheet sheet(List<MeetingAttendance> meetings, Set<ExportColumn> chosen, boolean simulated) {
        var columns = chosen.isEmpty() ? List.copyOf(USUAL) : List.copyOf(EnumSet.copyOf(chosen));
        var rows = new ArrayList<List<String>>();
        for (var meeting : meetings) {
            meeting.roll().participants().forEach(person -> rows.add(columns.stream().map(column -> cell(column, meeting, person)).toList()));
            Stream.concat(meeting.roll().noShows().stream(), meeting.roll().excused().stream())
                    .forEach(missing -> rows.add(columns.stream().map(column -> absent(column, meeting, missing)).toList()));
        }
        var title = meetings.size() == 1 ? meetings.getFirst().line().subject() : words.text("attendance.export.title", meetings.size());
        return new Sheet(title, notes(meetings, simulated), columns.stream().map(words::of).toList(), columns.stream().map(ExportColumn::isNumber).toList(), rows);
    }

    private List<String> notes(List<MeetingAttendance> meetings, boolean simulated) {
        var notes = new ArrayList<String>();
        if (simulated) {
            notes.add(words.text("attendance.export.simulated"));
        }
        long manual = meetings.stream().flatMap(meeting -> meeting.roll().participants().stream()).filter(Participant::isManual).count();
        if (manual > 0) {
            notes.add(words.text("attendance.export.manual", manual));
        }
        meetings.stream().filter(meeting -> !meeting.isKnown())
                .forEach(meeting -> notes.add(words.text("attendance.export.unknown", meeting.line().subject(), text.standing(meeting.line()))));
        notes.add(words.text("attendance.export.zone", words.zone().getId()));
        return notes;
    }

    private String cell(ExportColumn column, MeetingAttendance meeting, Participant person) {
        return switch (column) {
            case MEETING -> meeting.line().subject();
            case DATE -> date(meeting.line().start());
            case PARTICIPANT -> person.who().called();
            case EMAIL -> person.who().email();
            case ROLE -> words.of(person.role());
            case SOURCE -> words.of(person.source());
            case TIME -> text.length(person.total());
            case SECONDS -> Long.toString(person.total().toSeconds());
            case SHARE -> words.percent(person.share());
            case SESSIONS -> Integer.toString(person.time().sessions());
            case FIRST_JOIN -> person.time().firstJoin().map(this::clock).orElse("");
            case LAST_LEAVE -> person.time().lastLeave().map(this::clock).orElse("");
            case LATE -> yes(person.late());
            case LEFT_EARLY -> yes(person.leftEarly());
            case ATTENDED -> yes(person.attended());
            case KIND -> words.of(person.kind());
            case INVITED -> yes(person.invited());
            case STATED -> person.stated().isZero() ? "" : Long.toString(person.stated().toSeconds());
            case MATCHED_BY -> words.of(person.rule());
            case ENTERED_BY -> person.origin().map(report -> report.origin().by()).orElse("");
            case REASON -> person.origin().map(report -> report.origin().reason()).orElse("");
        };
    }

    private String absent(ExportColumn column, MeetingAttendance meeting, Invitee missing) {
        return switch (column) {
            case MEETING -> meeting.line().subject();
            case DATE -> date(meeting.line().start());
            case PARTICIPANT -> missing.called();
            case EMAIL -> missing.address();
            case TIME -> words.text(missing.declined() ? "attendance.export.declined" : "attendance.export.no-show");
            case SECONDS -> "0";
            case ATTENDED -> yes(false);
            case INVITED -> yes(true);
            default -> "";
        };
    }

    private String yes(boolean is) {
        return words.text(is ? "attendance.yes" : "attendance.no");
    }

    private String date(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(words.zone()).format(at);
    }

    private String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").withZone(words.zone()).format(at);
    }
}
