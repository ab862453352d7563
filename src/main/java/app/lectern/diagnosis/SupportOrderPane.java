package app.lectern.diagnosis;

import app.lectern.shell.DialogBox;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The four steps of the support order, each with what it found as soon as it has.
final class SupportOrderPane {
    private static final double HEIGHT = 420;

    private final DiagnoseViewModel model;
    private final Shell shell;
    private final Words words;
    private final Map<SupportStep, VBox> rows = new EnumMap<>(SupportStep.class);
    private final List<SupportFinding> found = new ArrayList<>();

    SupportOrderPane(Shell shell, DiagnoseViewModel model) {
        this.shell = shell;
        this.model = model;
        this.words = shell.words();
    }

    void open() {
        var box = new DialogBox(words.text("support-order"), words, shell.layers(), shell::copy).wide(720);
        box.text(words.text("support-order.text"));
        var steps = new VBox(12);
        steps.setId("support-order-steps");
        for (var step : SupportStep.values()) {
            var row = new VBox(3);
            row.setId("support-order-" + step.name().toLowerCase(java.util.Locale.ROOT));
            rows.put(step, row);
            row.getChildren().setAll(head(step, Chip.plain(words.text("support-order.waits"), Tone.NEUTRAL)));
            steps.getChildren().add(row);
        }
        var scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        box.add(scroll);
        box.same(SameCommand.of("diagnose", "--support-order"));
        var copy = box.left(words.text("copy"), () -> shell.copy(SupportOrder.whole(found, words)));
        copy.setId("support-order-copy");
        copy.setDisable(true);
        var bundle = box.button(words.text("diagnose.bundle"), () -> model.bundle(found));
        bundle.setId("support-order-bundle");
        bundle.setDisable(true);
        var close = box.button(words.text("dialog.close"), model::endSupportOrder);
        close.getStyleClass().add("accent");
        box.open(close);
        model.supportOrder(this::show, () -> ended(copy, bundle));
    }

    private HBox head(SupportStep step, Chip chip) {
        var title = new Label((step.ordinal() + 1) + ". " + words.of(step));
        title.getStyleClass().add("lx-strong");
        var head = new HBox(8, title, Card.space(), chip);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(SupportFinding finding) {
        found.add(finding);
        var row = rows.get(finding.step());
        row.getChildren().setAll(head(finding.step(), new Chip(words.of(finding.state()), tone(finding.state()))), text(finding.text(), false));
        finding.lines().forEach(line -> row.getChildren().add(text(line, true)));
    }

    private static Label text(String said, boolean secondary) {
        var label = new Label(said);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (secondary) {
            label.getStyleClass().add("lx-secondary");
        }
        return label;
    }

    private static Tone tone(Finding.State of) {
        return switch (of) {
            case PASSED -> Tone.SUCCESS;
            case WARNING -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case NOT_CHECKED, NOTHING_TO_CHECK -> Tone.NEUTRAL;
        };
    }

    private void ended(Button copy, Button bundle) {
        copy.setDisable(found.isEmpty());
        bundle.setDisable(found.isEmpty());
    }
}
