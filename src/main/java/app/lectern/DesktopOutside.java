package app.lectern;

import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.Outside;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Opens pages and folders with the system's own programs. Through a process and not through AWT, which would load a second
/// window toolkit.
final class DesktopOutside implements Outside {
    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto");

    private final TaskRunner tasks;
    private final Consumer<Problem> failed;

    DesktopOutside(TaskRunner tasks, Consumer<Problem> failed) {
        this.tasks = tasks;
        this.failed = failed;
    }

    @Override
    public void openPage(String address) {
        var scheme = URI.create(address).getScheme();
        // Addresses come from answers and imports too; a file: or a foreign scheme would start programs. A mail is only begun.
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", address).with("reason", "@outside.not-a-page").raise();
        }
        open(address, Problem.of(Problem.Code.BROWSER_UNAVAILABLE));
    }

    @Override
    public void openFolder(Path folder) {
        open(folder.toAbsolutePath().toString(), Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", folder.toString()));
    }

    private void open(String target, Problem otherwise) {
        tasks.start(progress -> {
            start(target, otherwise);
            return target;
        }, opened -> {}, failed);
    }

    static void start(String target, Problem otherwise) {
        var os = System.getProperty("os.name");
        var command = os.startsWith("Windows") ? List.of("rundll32", "url.dll,FileProtocolHandler", target)
                : os.startsWith("Mac") ? List.of("open", target)
                : List.of("xdg-open", target);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noSuchProgram) {
            throw otherwise.raise(noSuchProgram);
        }
    }
}
