package app.lectern.deliverables;

import app.lectern.problems.Problem;
import app.lectern.shell.DialogBox;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The roll-out list as a dialog: each step with its state and the button that does it.
final class RollOutPane extends FormPane {
    private final Shell shell;
    private final Words words;
    private final DeliverablesViewModel screen;
    private final DeliverableDeedsViewModel deeds;
    private final RollOutViewModel rollOut;
    private DialogBox box;

    private RollOutPane(Shell shell, DeliverablesViewModel screen, DeliverableDeedsViewModel deeds, RollOutViewModel rollOut) {
        this.shell = shell;
        this.words = shell.words();
        this.screen = screen;
        this.deeds = deeds;
        this.rollOut = rollOut;
        setId("deliverables-roll-out");
        setPadding(new Insets(6, 0, 0, 0));
        read();
    }

    static void open(Shell shell, DeliverablesViewModel screen, DeliverableDeedsViewModel deeds) {
        deeds.rollOut().ifPresent(rollOut -> open(shell, screen, deeds, rollOut));
    }

    private static void open(Shell shell, DeliverablesViewModel screen, DeliverableDeedsViewModel deeds, RollOutViewModel rollOut) {
        var words = shell.words();
        var pane = new RollOutPane(shell, screen, deeds, rollOut);
        pane.box = new DialogBox(words.text("deliverables.roll-out"), words, shell.layers(), shell::copy).wide(620);
        pane.box.text(words.text("deliverables.roll-out.text"));
        pane.box.add(pane);
        pane.box.same(SameCommand.of("deliverables", "status"));
        pane.box.open(pane.box.button(words.text("dialog.close"), () -> {}));
    }

    private void read() {
        getChildren().setAll(new LoadingRows(5));
        rollOut.read(this::show, problem -> refused(problem, this::read));
    }

    private void refused(Problem problem, Runnable again) {
        getChildren().setAll(ProblemMessage.of(shell, problem, again));
    }

    private void show(Map<RollOutStep, RollOut.State> steps) {
        getChildren().clear();
        steps.forEach((step, state) -> getChildren().add(line(step, state)));
    }

    private HBox line(RollOutStep step, RollOut.State state) {
        var icon = switch (state) {
            case DONE -> Icons.of(Tone.SUCCESS, 14);
            case OPEN -> Icons.of("bi-circle", Tone.NEUTRAL, 14);
            case UNKNOWN -> Icons.of("bi-question-circle", Tone.WARNING, 14);
            case BY_HAND -> Icons.of(Tone.ACCENT, 14);
        };
        var title = new Label(words.of(step));
        title.getStyleClass().add("lx-row-title");
        var text = new Label(words.text("roll-out-step." + step.name().toLowerCase(java.util.Locale.ROOT) + ".text"));
        text.getStyleClass().add("lx-secondary");
        text.setWrapText(true);
        if (state == RollOut.State.UNKNOWN) {
            text.setText(words.text("deliverables.roll-out.unknown"));
        }
        var texts = new VBox(1, title, text);
        texts.setMinWidth(0);
        texts.setMaxWidth(400);
        texts.setAccessibleText(title.getText() + ": " + words.text("deliverables.roll-out." + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        var line = new HBox(10, icon, texts, Card.space(), button(step));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button button(RollOutStep step) {
        var button = new Button(words.text("roll-out-step." + step.name().toLowerCase(java.util.Locale.ROOT) + ".do"));
        button.getStyleClass().add("small");
        button.setId("roll-out-" + step.name().toLowerCase(java.util.Locale.ROOT));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(pressed -> act(step));
        return button;
    }

    private void act(RollOutStep step) {
        switch (step) {
            case TEST, CALENDAR -> test();
            case TOLD -> deeds.now().ifPresent(now ->
                    shell.copy(words.text("deliverables.sharing.mail", now.settings().calendarName())));
            case MAILBOX -> {
                box.close();
                SettingsPane.open(shell, deeds);
            }
            case DATES -> {
                box.close();
                screen.plan().run();
            }
            case SHARED -> {
                box.close();
                SharingPane.open(shell, deeds);
            }
        }
    }

    private void test() {
        getChildren().setAll(new LoadingRows(5));
        rollOut.test(outcome -> {
            shell.notifications().told(outcome.isAsWritten() ? Tone.SUCCESS : Tone.WARNING,
                    words.text(outcome.isAsWritten() ? "deliverables.test.good" : "deliverables.test.different", outcome.subject()),
                    words.text("deliverables.test.where", words.day(outcome.day()), outcome.mailbox()));
            read();
        }, problem -> refused(problem, this::test));
    }
}
