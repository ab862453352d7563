package app.lectern.attendance;

import app.lectern.diagnosis.DiagnosisText;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// Says attendance in words, the same in the window, on the command line and in files.
public final class AttendanceText {
    private final Words words;
    private final DiagnosisText diagnosis;

    public AttendanceText(Words words) {
        this.words = words;
        this.diagnosis = new DiagnosisText(words);
    }

    /// To the second: `16 min 49 s`, `1 h 4 min 9 s`.
    public String length(Duration length) {
        if (length.toHours() > 0) {
            return words.text("attendance.length.hours", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
        }
        return words.text(length.toMinutes() > 0 ? "attendance.length.minutes" : "attendance.length.seconds",
                length.toMinutes(), length.toSecondsPart());
    }

    /// How a meeting stands, in a word or two for a chip. What is not known is never a number.
    public String chip(MeetingLine line) {
        return switch (line.standing()) {
            case WAITING -> words.text("attendance.chip.waiting");
            case NONE -> words.text("attendance.chip.none");
            case KNOWN -> line.isManualOnly() ? words.text("attendance.chip.manual")
                    : line.figures().invited() == 0 ? words.text("attendance.chip.joined", line.figures().joined())
                    : words.text("attendance.chip.of", line.figures().invited() - line.figures().noShows(), line.figures().invited());
        };
    }

    /// The same as a sentence.
    public String standing(MeetingLine line) {
        return switch (line.standing()) {
            case KNOWN -> words.text("attendance.from", sources(line));
            case WAITING -> words.text("attendance.waiting.text", words.when(line.end().plus(ReportTimes.USUALLY_BY)),
                    words.when(line.end().plus(ReportTimes.LATEST)));
            case NONE -> line.verdict().map(this::why).orElseGet(() -> words.text("attendance.chip.none"));
        };
    }

    public String sources(MeetingLine line) {
        return line.sources().stream().sorted().map(words::of).collect(Collectors.joining(", "));
    }

    public String title(Verdict verdict) {
        return diagnosis.title(verdict);
    }

    public String why(Verdict verdict) {
        return diagnosis.text(verdict);
    }

    /// What is worth noticing about somebody, in words, or nothing.
    public String remarks(Participant person) {
        var remarks = new ArrayList<String>();
        if (person.late()) {
            remarks.add(words.text("attendance.late"));
        }
        if (person.leftEarly()) {
            remarks.add(words.text("attendance.left-early"));
        }
        if (person.source() != AttendanceSource.API) {
            remarks.add(words.of(person.source()));
        }
        if (person.kind() != PersonKind.MEMBER) {
            remarks.add(words.of(person.kind()));
        }
        return String.join(", ", remarks);
    }

    /// Who made an entry, when and why.
    public String origin(Report report) {
        return report.source() == AttendanceSource.MANUAL
                ? words.text("attendance.entered", report.origin().by(), words.when(report.readAt()), report.origin().reason())
                : words.text("attendance.imported", report.origin().by(), words.when(report.readAt()), report.origin().reason());
    }
}
