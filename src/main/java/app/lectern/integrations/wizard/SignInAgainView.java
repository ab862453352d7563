package app.lectern.integrations.wizard;

import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import java.util.List;
import java.util.function.Consumer;

/// The device code dialog for an integration that exists: its person signs in again.
public final class SignInAgainView {
    private SignInAgainView() {}

    /// @param attempt asks for a code, tells it, and waits for the end
    /// @param browser what to do where a policy lets no codes through
    public static void open(Shell shell, SetupParts parts, String about, List<String> asked, CodeAttempt attempt, Runnable browser,
            Consumer<String> signedIn) {
        var model = new DeviceCodeViewModel<String>((given, progress) -> attempt.run(code -> given.accept(
                new DeviceCodeViewModel.Code(code.letters(), code.page().toString(), code.expires()))),
                parts.tasks(), parts.answers(), parts.clock(), signedIn);
        DeviceCodeView.open(shell, model, new DeviceCodeView.Setting(about, asked, SameCommand.of("integrations", "check"), browser, () -> { }));
    }

    /// One try to sign in with a code; answers as whom.
    @FunctionalInterface
    public interface CodeAttempt {
        String run(Consumer<SetupWork.Code> given) throws Exception;
    }
}
