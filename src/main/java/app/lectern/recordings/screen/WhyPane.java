package app.lectern.recordings.screen;

import app.lectern.recordings.WhyAnswer;
import app.lectern.recordings.WhyReason;
import app.lectern.recordings.WhyWeight;
import app.lectern.shell.DialogBox;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Why a meeting has no recording: the reasons in the order of what their evidence is worth.
final class WhyPane {
    private WhyPane() {}

    static void open(Shell shell, RecordingDeedsViewModel deeds, long meeting) {
        var words = shell.words();
        var box = new DialogBox(words.text("recordings.why.title"), words, shell.layers(), shell::copy).wide(640);
        box.setId("why-none");
        var body = new VBox(12);
        body.setId("why-reasons");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(360);
        scroll.getStyleClass().add("edge-to-edge");
        box.add(scroll);
        box.same(SameCommand.of("recordings", "why", Long.toString(meeting)));
        box.open(box.button(words.text("dialog.close"), () -> {}));
        ask(shell, deeds, meeting, body);
    }

    private static void ask(Shell shell, RecordingDeedsViewModel deeds, long meeting, VBox body) {
        body.getChildren().setAll(new LoadingRows(4));
        deeds.why(meeting, answer -> fill(body, answer, shell.words()),
                problem -> body.getChildren().setAll(ProblemMessage.of(shell, problem, () -> ask(shell, deeds, meeting, body))));
    }

    private static void fill(VBox body, WhyAnswer answer, Words words) {
        var subject = new Label(words.text("recordings.meeting.detail", answer.meeting().subject(), words.when(answer.meeting().start())));
        subject.getStyleClass().add("lx-row-title");
        body.getChildren().setAll(subject);
        answer.reasons().forEach(reason -> body.getChildren().add(line(reason, words)));
    }

    private static VBox line(WhyReason reason, Words words) {
        var name = new Label(words.of(reason.kind()));
        name.getStyleClass().add("lx-row-title");
        name.setMinWidth(0);
        var head = new HBox(8, new Chip(words.of(reason.weight()), tone(reason.weight())), name);
        head.setAlignment(Pos.CENTER_LEFT);
        var said = new Label(words.named(reason.text(), reason.facts()));
        said.getStyleClass().add("lx-secondary");
        said.setWrapText(true);
        said.setMinHeight(Label.USE_PREF_SIZE);
        var line = new VBox(4, head, said);
        reason.problem().map(problem -> problem.evidence().line()).filter(seen -> !seen.isEmpty()).ifPresent(seen -> {
            var evidence = new Label(seen);
            evidence.getStyleClass().addAll("lx-mono", "lx-muted");
            evidence.setWrapText(true);
            line.getChildren().add(evidence);
        });
        return line;
    }

    private static Tone tone(WhyWeight weight) {
        return switch (weight) {
            case CERTAIN -> Tone.DANGER;
            case LIKELY -> Tone.WARNING;
            case POSSIBLE -> Tone.ACCENT;
            case UNKNOWN -> Tone.NEUTRAL;
            case RULED_OUT -> Tone.SUCCESS;
        };
    }
}
