package app.lectern.shell;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.controls.LecternMark;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Stands in the window's place when Lectern cannot open what it keeps: says why, and offers the ways back in.
public final class StartFailure {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 520;

    private final Words words;
    private final LiveSettings settings;
    private final ProblemText problems;

    /// What can be done besides quitting. `restore` is there only with a good backup, `importKey` only for a missing or wrong key.
    public record Ways(Runnable again, Optional<Runnable> restore, Optional<Consumer<String>> importKey, Runnable quit) {}

    public StartFailure(Words words, LiveSettings settings) {
        this.words = words;
        this.settings = settings;
        this.problems = new ProblemText(words);
    }

    public Scene scene(Problem problem, Ways ways) {
        var pane = new StatePane("bi-shield-exclamation", Tone.DANGER, problems.what(problem),
                problems.why(problem) + " " + problems.next(problem));
        pane.setId("start-failure");
        if (!problem.evidence().line().isEmpty()) {
            pane.evidence(problem.evidence().line());
        }
        ways.importKey().ifPresent(importKey -> addKeyField(pane, importKey));
        ways.restore().ifPresent(restore -> pane.button(words.text("start-failure.restore"), "bi-arrow-counterclockwise", restore));
        pane.button(words.text("start-failure.again"), "bi-arrow-clockwise", ways.again())
                .button(words.text("start-failure.copy"), "bi-clipboard", () -> copy(problem))
                .button(words.text("start-failure.quit"), "", ways.quit());
        var root = new StackPane(pane);
        root.getStyleClass().add("lx-window");
        var scene = new Scene(root, WIDTH, HEIGHT);
        new Look(settings, scene);
        return scene;
    }

    private void addKeyField(StatePane pane, Consumer<String> importKey) {
        var field = new PasswordField();
        field.setId("recovery-key");
        field.setMaxWidth(420);
        field.setPromptText("LK1-");
        var label = new Label(words.text("start-failure.key"));
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        var box = new VBox(4, label, field);
        box.setAlignment(Pos.CENTER);
        pane.getChildren().add(box);
        pane.button(words.text("start-failure.import"), "bi-key", () -> importKey.accept(field.getText()));
        field.setOnAction(entered -> importKey.accept(field.getText()));
    }

    private void copy(Problem problem) {
        var content = new ClipboardContent();
        content.putString(problems.paragraph(problem) + "\n" + problem.code().id() + "\n" + problem.evidence().line());
        Clipboard.getSystemClipboard().setContent(content);
    }

    public void show(Stage stage, Problem problem, Ways ways) {
        stage.setTitle(words.text("start-failure.title"));
        stage.getIcons().setAll(LecternMark.windowIcons());
        stage.setScene(scene(problem, ways));
        stage.centerOnScreen();
        stage.show();
    }
}
