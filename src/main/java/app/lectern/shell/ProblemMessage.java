package app.lectern.shell;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import java.util.Optional;

/// What went wrong in one part of a screen or dialog, there where it is missed: what happened, why, what to do next, a way to try it
/// again, and the details to copy.
public final class ProblemMessage {
    private ProblemMessage() {}

    public static InlineMessage of(Shell shell, Problem problem, Runnable again) {
        var text = new ProblemText(shell.words());
        var message = new InlineMessage(problem.isUnreached() ? Tone.WARNING : Tone.DANGER, text.what(problem), text.why(problem) + " " + text.next(problem))
                .button(shell.words().text("remedy.retry"), Optional.of("bi-arrow-clockwise"), again);
        copyable(message, shell, problem);
        // not drawn out to the height of the list whose place it takes
        message.setMaxHeight(InlineMessage.USE_PREF_SIZE);
        return message;
    }

    static void copyable(InlineMessage message, Shell shell, Problem problem) {
        message.button(shell.words().text("dialog.copy-details"), Optional.of("bi-clipboard"), () -> shell.copy(ShellDialogs.details(problem, new ProblemText(shell.words()))));
    }
}
