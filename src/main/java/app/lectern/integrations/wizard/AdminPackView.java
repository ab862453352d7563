package app.lectern.integrations.wizard;

import app.lectern.integrations.setup.AdminPack;
import app.lectern.problems.Problem;
import app.lectern.shell.Dialogs.FileKind;
import app.lectern.shell.DialogBox;
import app.lectern.shell.DialogTrouble;
import app.lectern.shell.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;

/// What goes to an administrator: the text to read first, then copied into a mail or saved as a page.
public final class AdminPackView {
    private AdminPackView() {}

    /// Writes the page into a file, and calls exactly one of the two back.
    public interface Save {
        void into(Path file, Runnable written, Consumer<Problem> refused);
    }

    /// `handed` is told when the pack has left, by copy or as a file.
    public static void open(Shell shell, AdminPack pack, Save save, Runnable handed) {
        var words = shell.words();
        var box = new DialogBox(words.text("pack.title"), words, shell.layers(), shell::copy).wide(760);
        box.setId("admin-pack");
        box.text(words.text("pack.about"));
        var text = new TextArea(pack.text());
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(16);
        text.getStyleClass().add("lx-mono");
        text.setAccessibleText(pack.subject());
        var trouble = new DialogTrouble(shell);
        box.add(text, trouble);
        box.left(words.text("pack.save"), () -> shell.dialogs()
                .chooseTarget(words.text("pack.save"), "lectern-setup.html", new FileKind("HTML", List.of("*.html")))
                .ifPresent(file -> write(file, save, handed, trouble)));
        box.button(words.text("dialog.close"), () -> { });
        var copy = box.button(words.text("pack.copy"), () -> {
            shell.copy(pack.text());
            handed.run();
        });
        copy.getStyleClass().add("accent");
        box.open(copy);
    }

    private static void write(Path file, Save save, Runnable handed, DialogTrouble trouble) {
        trouble.clear();
        save.into(file, handed, problem -> trouble.say(problem, () -> write(file, save, handed, trouble)));
    }
}
