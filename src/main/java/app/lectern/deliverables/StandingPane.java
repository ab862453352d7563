package app.lectern.deliverables;

import app.lectern.problems.ProblemText;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// The chip in the head: whether due dates are kept in calendars. Pressed, it says what is missing or failing and leads there.
final class StandingPane extends StackPane {
    private final Button button = new Button();
    private final DeliverablesViewModel model;
    private final DeliverableDeedsViewModel deeds;
    private final Shell shell;
    private final Words words;

    StandingPane(Shell shell, DeliverablesViewModel model, DeliverableDeedsViewModel deeds) {
        this.shell = shell;
        this.model = model;
        this.deeds = deeds;
        this.words = shell.words();
        button.setId("deliverables-standing");
        button.getStyleClass().addAll("flat", "small", "standing");
        getChildren().add(button);
        button.setOnAction(pressed -> model.standingProperty().get().ifPresent(this::open));
        managedProperty().bind(visibleProperty());
        model.standingProperty().subscribe(now -> {
            setVisible(now.isPresent());
            now.ifPresent(this::show);
        });
    }

    private void show(CalendarStanding now) {
        button.setGraphic(new Chip(words.of(now.readiness()), tone(now.readiness()), icon(now.readiness())));
        var text = StandingText.of(words, now);
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(words.of(now.readiness()) + ": " + text);
    }

    private static Tone tone(CalendarReadiness of) {
        return switch (of) {
            case OFF -> Tone.NEUTRAL;
            case INCOMPLETE -> Tone.WARNING;
            case READY -> Tone.SUCCESS;
            case FAILING -> Tone.DANGER;
        };
    }

    private static String icon(CalendarReadiness of) {
        return of == CalendarReadiness.OFF ? "bi-pause-circle" : tone(of).icon();
    }

    private void open(CalendarStanding now) {
        var box = new DialogBox(words.of(now.readiness()), words, shell.layers(), shell::copy);
        box.text(StandingText.of(words, now));
        now.problem().ifPresent(problem -> {
            var said = new ProblemText(words);
            box.text(said.why(problem) + " " + said.next(problem));
            box.left(words.text("dialog.copy-details"), () -> shell.copy(said.paragraph(problem) + "\n" + problem.evidence().line()));
        });
        box.same(model.sameCommand("status"));
        box.button(words.text("deliverables.settings"), () -> SettingsPane.open(shell, deeds)).setId("deliverables-standing-settings");
        var again = box.button(words.text("deliverables.standing.again"), model::load);
        again.getStyleClass().add("accent");
        box.open(again);
    }
}
