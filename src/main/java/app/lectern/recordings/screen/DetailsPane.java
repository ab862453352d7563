package app.lectern.recordings.screen;

import app.lectern.recordings.Expiry;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingState;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.KeyValues;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.SameFocus;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything about the chosen recording: its meeting and how sure that is, where it lies here and there, its hash and end, what
/// came with it, who downloaded it, and the ids that support asks for.
final class DetailsPane extends VBox {
    private static final double NAMES = 108;

    private final Words words;
    private final RecordingText text;
    private final RecordingsViewModel model;
    private final RecordingDeedsViewModel deeds;
    private final RecordingCommandsPane commands;
    private final HBox head = new HBox(8);
    private final VBox body = new VBox();
    private final HBox foot = new HBox(6);
    private Optional<RecordingDetails> shown = Optional.empty();

    DetailsPane(Shell shell, RecordingsViewModel model, RecordingDeedsViewModel deeds, RecordingCommandsPane commands) {
        this.words = shell.words();
        this.text = model.text();
        this.model = model;
        this.deeds = deeds;
        this.commands = commands;
        setId("recordings-details");
        getStyleClass().addAll("lx-card", "lx-area");
        setMinWidth(0);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("details-body");
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, foot);
        model.details().subscribe(state -> SameFocus.during(this, () -> show(state)));
    }

    private void show(Loading<RecordingDetails> state) {
        if (state.data().isPresent() && state.data().equals(shown)) {
            return;
        }
        shown = state.data();
        head.getChildren().clear();
        body.getChildren().clear();
        foot.getChildren().clear();
        state.data().ifPresentOrElse(this::fill, () -> {
            var title = new Label(words.text("recordings.details"));
            title.getStyleClass().add("lx-card-title");
            head.getChildren().add(title);
            body.getChildren().add(state.isBusy() ? new LoadingRows(4)
                    : new StatePane("bi-camera-video", Tone.NEUTRAL, words.text("recordings.details.none"), words.text("recordings.details.none.text")));
        });
        foot.setVisible(state.data().isPresent());
        foot.setManaged(state.data().isPresent());
    }

    private void fill(RecordingDetails details) {
        var of = details.recording();
        head(of);
        if (of.state() == RecordingState.PROCESSING) {
            body.getChildren().add(new InlineMessage(Tone.ACCENT, "bi-hourglass-split", words.text("recordings.processing.title"), words.text("recordings.processing.text")));
        } else if (of.state() == RecordingState.REMOVED) {
            body.getChildren().add(new InlineMessage(Tone.WARNING, "bi-cloud-slash", of.removedAt().map(at -> words.text("recordings.removed.title", words.when(at)))
                    .orElseGet(() -> words.text("recordings.removed")), words.text(of.local().isHere() ? "recordings.removed.here" : "recordings.removed.lost")));
        }
        body.getChildren().addAll(facts(details), heading("recordings.history"), history(details), heading("recordings.ids"), ids(of));
        foot(details);
    }

    private void head(Recording of) {
        var title = new Label(text.title(of));
        title.setId("recordings-details-title");
        title.getStyleClass().add("lx-card-title");
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(of.name().isEmpty() ? text.title(of) : of.name()));
        var mark = text.local(of);
        var keep = new SwitchPane(words.text("recordings.keep"));
        keep.setId("recordings-keep");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setTooltip(new Tooltip(words.text("recordings.keep.about")));
        keep.setSelected(of.keep());
        keep.selectedProperty().addListener((observed, before, now) -> deeds.keep(List.of(of), now));
        head.getChildren().addAll(title, Card.space(), keep, new Chip(mark.text(), mark.tone(), mark.icon()));
    }

    private KeyValues facts(RecordingDetails details) {
        var of = details.recording();
        var facts = new KeyValues(NAMES).line(words.text("recordings.column.meeting"), meeting(of))
                .line(words.text("recordings.matched"), match(of))
                .line(words.text("recordings.column.organiser"), of.organiser())
                .line(words.text("recordings.column.date"), words.fullDate(of.recordedAt()))
                .line(words.text("recordings.column.kind"), words.of(of.kind()) + of.length().map(length -> " · " + RecordingText.length(of.length())).orElse(""))
                .line(words.text("recordings.column.size"), of.size().isPresent()
                        ? words.text("recordings.size", words.size(of.size().getAsLong()), words.count(of.size().getAsLong())) : words.text("recordings.unknown"))
                .line(words.text("recordings.location"), words.text("recordings.location.in", words.of(of.place()), of.name()));
        if (!of.localPath().isEmpty()) {
            facts.mono(words.text("recordings.local-copy"), of.localPath());
        }
        if (!of.hash().isEmpty()) {
            facts.mono("quickXorHash", of.hash());
        }
        details.sha256().ifPresent(hash -> facts.mono("SHA-256", hash));
        facts.line(words.text("recordings.kept-until"), expiry(details));
        facts.line(words.text("recordings.with-it"), details.companions().isEmpty() ? words.text("recordings.with-it.none")
                : details.companions().stream().map(one -> (words.of(one.kind()) + " " + text.size(one)).strip()).collect(Collectors.joining(" · ")));
        return facts;
    }

    private Node meeting(Recording of) {
        if (of.meeting().isEmpty()) {
            var none = new Label(words.text(of.isOfCall() ? "recordings.call" : "recordings.no-meeting"));
            none.getStyleClass().add("lx-small");
            none.setWrapText(true);
            return none;
        }
        var link = new Hyperlink(of.meetingTitle());
        link.getStyleClass().add("lx-small");
        link.setMinWidth(0);
        link.setTooltip(new Tooltip(words.text("recordings.only-meeting")));
        link.setOnAction(pressed -> model.filter().only(of.meeting().getAsLong(), of.meetingTitle()));
        return link;
    }

    private HBox match(Recording of) {
        var chip = new Chip(text.match(of), text.matchTone(of));
        var correct = new Hyperlink(words.text("recordings.correct"));
        correct.setId("recordings-correct");
        correct.getStyleClass().add("lx-small");
        correct.setMinWidth(USE_PREF_SIZE);
        correct.setOnAction(pressed -> commands.correct(of));
        var line = new HBox(8, chip.shrinking(), correct);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node expiry(RecordingDetails details) {
        var label = new Label(details.expiry().map(end -> words.text(end.assumed() ? "recordings.kept-until.about" : "recordings.kept-until.at", words.day(end.at())))
                .orElseGet(() -> words.text("recordings.kept-until.unknown")));
        label.getStyleClass().add("lx-small");
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(label.getText()));
        var line = new HBox(8, label);
        line.setAlignment(Pos.CENTER_LEFT);
        details.expiry().map(Expiry::at).filter(end -> end.isAfter(model.clock().instant())).ifPresent(end -> line.getChildren().add(
                new Chip(words.text("recordings.days-left", text.days(end)), text.isSoon(end) ? Tone.WARNING : Tone.NEUTRAL, "bi-hourglass-split")));
        return line;
    }

    private KeyValues ids(Recording of) {
        var ids = new KeyValues(NAMES).mono(words.text("recordings.id"), Long.toString(of.id()));
        id(ids, "recordings.id.graph", of.graphId());
        id(ids, "recordings.id.call", of.callId());
        id(ids, "recordings.id.meeting", of.graphMeeting());
        id(ids, "recordings.id.drive", of.driveId());
        id(ids, "recordings.id.item", of.itemId());
        id(ids, "recordings.id.version", of.version());
        id(ids, "recordings.id.web", of.webUrl());
        return ids;
    }

    private void id(KeyValues ids, String key, String value) {
        if (!value.isEmpty()) {
            ids.mono(words.text(key), value);
        }
    }

    private Node history(RecordingDetails details) {
        if (details.history().isEmpty()) {
            var none = new Label(words.text("recordings.history.none"));
            none.getStyleClass().add("lx-secondary");
            return none;
        }
        var lines = new VBox(4);
        details.history().forEach(entry -> {
            var line = new Label(deeds.historyWords(entry));
            line.getStyleClass().add("lx-small");
            line.setWrapText(true);
            lines.getChildren().add(line);
        });
        return lines;
    }

    private Label heading(String key) {
        var label = new Label(words.text(key));
        label.getStyleClass().add("lx-row-name");
        label.setPadding(new javafx.geometry.Insets(4, 0, 0, 0));
        return label;
    }

    private void foot(RecordingDetails details) {
        var of = details.recording();
        var open = button("recordings.open", "bi-play-fill", "open", commands::openCopy);
        open.setDisable(!of.local().isHere());
        var online = button("recordings.view-online", "bi-box-arrow-up-right", "online", commands::viewOnline);
        online.setDisable(of.webUrl().isEmpty());
        var folder = button("recordings.show-in-folder", "bi-folder2-open", "folder", commands::showInFolder);
        folder.setDisable(of.localPath().isEmpty());
        var copy = button("recordings.copy-link", "bi-link-45deg", "copy", commands::copyLink);
        copy.setDisable(of.webUrl().isEmpty());
        var read = button("recordings.transcript.read", "bi-file-earmark-text", "transcript", commands::readTranscript);
        read.setDisable(!details.transcript());
        foot.getChildren().setAll(open, online, read, Card.space(), iconOnly(folder), iconOnly(copy));
    }

    private static Button iconOnly(Button button) {
        button.setAccessibleText(button.getText());
        button.setTooltip(new Tooltip(button.getText()));
        button.setText(null);
        button.getStyleClass().add("lx-icon-button");
        return button;
    }

    private Button button(String key, String icon, String id, Runnable action) {
        var button = new Button(words.text(key), Icons.of(icon, 14));
        button.setId("recordings-" + id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
