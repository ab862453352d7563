package app.lectern.shell;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.problems.Remedy;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

/// The dialogs as they appear: boxes over a scrim in the window itself; files and folders by the system's choosers.
final class ShellDialogs implements Dialogs {
    private final Words words;
    private final ProblemText problems;
    private final MainWindow window;
    private final Outside outside;
    private final FileChoosers choosers;

    ShellDialogs(Words words, MainWindow window, Outside outside) {
        this.words = words;
        this.problems = new ProblemText(words);
        this.window = window;
        this.outside = outside;
        this.choosers = outside.choosers(() -> window.scene().getWindow());
    }

    @Override
    public void confirm(Confirmation question, Runnable accepted) {
        var box = box(question.title());
        box.text(question.text());
        var refuse = box.button(question.refuse(), () -> {});
        var accept = box.button(question.accept(), accepted);
        if (question.destructive()) {
            accept.getStyleClass().addAll("danger", "button-outlined");
        } else {
            accept.getStyleClass().add("accent");
        }
        question.same().ifPresent(box::same);
        box.open(question.destructive() ? refuse : accept);
    }

    @Override
    public void askAboutEdits(String what, Runnable save, Runnable discard) {
        var box = box(words.text("dialog.edits.title", what));
        box.text(words.text("dialog.edits.text"));
        box.button(words.text("dialog.edits.keep"), () -> {});
        box.button(words.text("dialog.edits.discard"), discard).getStyleClass().addAll("danger", "button-outlined");
        var saving = box.button(words.text("dialog.edits.save"), save);
        saving.getStyleClass().add("accent");
        box.open(saving);
    }

    @Override
    public void askText(TextQuestion question, Consumer<String> answered) {
        var box = box(question.title());
        if (!question.text().isEmpty()) {
            box.text(question.text());
        }
        TextField field = question.secret() ? new PasswordField() : new TextField(question.initial());
        field.setId("dialog-text");
        var label = new Label(question.label());
        label.getStyleClass().add("lx-field-label");
        label.setLabelFor(field);
        field.setAccessibleText(question.label());
        box.add(label, field);
        box.button(words.text("dialog.cancel"), () -> {});
        var accept = box.button(question.accept(), () -> answered.accept(field.getText().strip()));
        accept.getStyleClass().add("accent");
        accept.setDefaultButton(true);
        accept.disableProperty().bind(field.textProperty().map(String::isBlank));
        box.open(field);
    }

    @Override
    public void show(Problem problem, Consumer<Remedy> remedy) {
        var box = box(problems.what(problem));
        box.setId("problem-dialog");
        box.text(problems.why(problem));
        box.text(problems.next(problem));
        if (!problem.evidence().line().isEmpty()) {
            var evidence = new Label(problem.evidence().line());
            evidence.getStyleClass().addAll("lx-mono", "lx-muted");
            evidence.setWrapText(true);
            box.add(evidence);
        }
        var details = box.left(words.text("dialog.copy-details"), () -> window.copy(details(problem)));
        details.setId("copy-details");
        Optional<Button> first = Optional.empty();
        for (var each : problem.remedies()) {
            var button = box.button(problems.remedy(each), () -> carryOut(each, remedy));
            if (first.isEmpty()) {
                button.getStyleClass().add("accent");
                first = Optional.of(button);
            }
        }
        var close = box.button(words.text("dialog.close"), () -> {});
        box.open(first.orElse(close));
    }

    private void carryOut(Remedy remedy, Consumer<Remedy> caller) {
        switch (remedy.kind()) {
            case OPEN_PAGE -> outside.openPage(remedy.payload());
            case COPY_COMMAND -> window.copy(remedy.payload());
            case OPEN_SETTINGS -> window.go(Place.SETTINGS);
            case RETRY, SIGN_IN, SIGN_IN_BY_BROWSER, RESTORE_BACKUP -> caller.accept(remedy);
        }
    }

    private String details(Problem problem) {
        return details(problem, problems);
    }

    /// What support needs: the sentences, the code, and what the service itself said.
    static String details(Problem problem, ProblemText problems) {
        Evidence seen = problem.evidence();
        return Stream.of(problems.what(problem), problems.why(problem), problems.next(problem), "", problem.code().id(),
                        (seen.service() + " " + seen.line()).strip(), seen.message())
                .reduce((above, below) -> below.isEmpty() && above.endsWith("\n") ? above : above + "\n" + below)
                .orElse("")
                .strip();
    }

    @Override
    public Optional<Path> chooseFile(String title, FileKind kind) {
        return choosers.chooseFile(title, kind);
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind) {
        return choosers.chooseTarget(title, suggestedName, kind);
    }

    @Override
    public Optional<Path> chooseFolder(String title, Optional<Path> start) {
        return choosers.chooseFolder(title, start);
    }

    private DialogBox box(String title) {
        return new DialogBox(title, words, window.layers(), window::copy);
    }
}
