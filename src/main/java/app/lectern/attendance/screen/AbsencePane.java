package app.lectern.attendance.screen;

import app.lectern.attendance.AttendanceText;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.Standing;
import app.lectern.diagnosis.Diagnosis;
import app.lectern.diagnosis.DiagnosisText;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// Stands where the participants would: the report is waited for, or there is none and this is why, with what works instead.
final class AbsencePane extends StackPane {
    /// What its buttons do.
    record Ways(Runnable importFile, Runnable enter, Runnable sync, BooleanExpression notNow, Runnable diagnose) {}

    private final Words words;
    private final AttendanceText text;
    private final ProblemText problems;
    private final Ways ways;

    AbsencePane(Shell shell, Ways ways) {
        this.words = shell.words();
        this.text = new AttendanceText(words);
        this.problems = new ProblemText(words);
        this.ways = ways;
        getStyleClass().add("lx-card");
        setId("attendance-absence");
    }

    void show(MeetingLine line) {
        if (line.standing() == Standing.WAITING) {
            var next = line.nextLook().map(at -> " " + words.text("attendance.waiting.next", words.when(at))).orElse("");
            put(offers(new StatePane("bi-hourglass-split", Tone.ACCENT, words.text("attendance.waiting.title"), text.standing(line) + next)
                    .button(words.text("attendance.sync"), "bi-arrow-repeat", ways.sync()).unless(ways.notNow())));
            return;
        }
        var title = line.verdict().map(text::title).orElseGet(() -> words.text("attendance.chip.none"));
        var pane = new StatePane("bi-exclamation-triangle", Tone.WARNING, title, text.standing(line) + line.problem().map(this::why).orElse(""));
        line.problem().map(problem -> problem.evidence().line()).filter(evidence -> !evidence.isEmpty()).ifPresent(pane::evidence);
        put(offers(pane).button(words.text("attendance.diagnose"), "bi-life-preserver", ways.diagnose()));
    }

    private String why(Problem problem) {
        return switch (problem.code()) {
            case PERMISSION_MISSING, CONSENT_MISSING, ACCESS_POLICY_MISSING, NOT_ORGANISER -> "\n" + problems.next(problem);
            default -> "";
        };
    }

    /// The two that always work.
    private StatePane offers(StatePane pane) {
        return pane.button(words.text("attendance.import"), "bi-file-earmark-arrow-up", ways.importFile())
                .button(words.text("attendance.enter"), "bi-person-plus", ways.enter());
    }

    /// The closer look has an answer.
    void show(Diagnosis diagnosis) {
        var said = new DiagnosisText(words);
        put(offers(new StatePane("bi-life-preserver", Tone.WARNING, said.title(diagnosis), said.text(diagnosis) + "\n"
                + words.text("diagnose.confidence") + ": " + said.confidence(diagnosis) + " · " + said.signals(diagnosis))));
    }

    private void put(StatePane pane) {
        getChildren().setAll(pane.smallButtons());
        javafx.scene.layout.VBox.setVgrow(this, Priority.ALWAYS);
    }
}
