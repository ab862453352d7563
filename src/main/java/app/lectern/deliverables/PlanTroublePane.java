package app.lectern.deliverables;

import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.problems.Remedy;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Optional;

/// What the calendars refused a dry run: in place of the changes, or above those that were found all the same. Each refusal offers what
/// mends it.
final class PlanTroublePane {
    private static final int MOST_BUTTONS = 2;

    private final Shell shell;
    private final Words words;
    private final ProblemText text;
    private final DeliverablesViewModel screen;

    PlanTroublePane(Shell shell, DeliverablesViewModel screen) {
        this.shell = shell;
        this.words = shell.words();
        this.text = new ProblemText(words);
        this.screen = screen;
    }

    StatePane refused(Problem problem) {
        boolean isPermission = problem.code() == Problem.Code.PERMISSION_MISSING || problem.code() == Problem.Code.CONSENT_MISSING;
        return state(problem, isPermission ? "bi-shield-lock" : "bi-exclamation-triangle", text.what(problem), text.why(problem) + " " + text.next(problem));
    }

    /// A calendar that could not be read is not in sync.
    StatePane notRead(Problem problem) {
        var pane = state(problem, "bi-calendar-x", words.text("deliverables.not-read"), text.paragraph(problem));
        pane.setId("deliverables-not-read");
        return pane;
    }

    private StatePane state(Problem problem, String icon, String title, String said) {
        boolean isNetwork = problem.code().exit() == ExitStatus.NETWORK;
        var pane = new StatePane(isNetwork ? "bi-wifi-off" : icon, isNetwork ? Tone.WARNING : Tone.DANGER, title, said);
        if (!problem.evidence().line().isEmpty()) {
            pane.evidence(problem.evidence().line());
        }
        pane.smallButtons();
        screen.remedies(problem).forEach(each -> pane.button(label(problem, each), icon(each), () -> carryOut(each)));
        return pane.button(words.text("deliverables.run-again"), "bi-arrow-clockwise", screen.plan()::run)
                .button(words.text("dialog.copy-details"), "bi-clipboard", () -> shell.copy(text.paragraph(problem) + "\n" + problem.evidence().line()));
    }

    /// Of one mailbox among others.
    InlineMessage note(String mailbox, Problem problem) {
        var message = new InlineMessage(Tone.WARNING, mailbox, text.what(problem) + " " + text.next(problem));
        screen.remedies(problem).stream().limit(MOST_BUTTONS).forEach(each -> message.button(label(problem, each), Optional.of(icon(each)), () -> carryOut(each)));
        return message;
    }

    private String label(Problem problem, Remedy remedy) {
        boolean inEntra = problem.code().exit() == ExitStatus.SIGN_IN_OR_PERMISSION;
        return remedy.kind() == Remedy.Kind.COPY_COMMAND ? words.text("setup.copy-powershell") : inEntra ? words.text("setup.open-in-entra") : text.remedy(remedy);
    }

    private static String icon(Remedy remedy) {
        return remedy.kind() == Remedy.Kind.COPY_COMMAND ? "bi-clipboard" : "bi-box-arrow-up-right";
    }

    private void carryOut(Remedy remedy) {
        if (remedy.kind() == Remedy.Kind.COPY_COMMAND) {
            shell.copy(remedy.payload());
        } else {
            shell.outside().openPage(remedy.payload());
        }
    }
}
