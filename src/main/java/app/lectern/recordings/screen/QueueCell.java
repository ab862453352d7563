package app.lectern.recordings.screen;

import app.lectern.problems.ProblemText;
import app.lectern.recordings.DownloadState;
import app.lectern.recordings.QueuedDownload;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One download: how far it is, how fast and how long yet, and the buttons to hold and to give it up. Dragged, it changes its
/// place in the queue.
final class QueueCell extends ListCell<QueuedDownload> {
    static final double HEIGHT = 48;
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final DataFormat PLACE = new DataFormat("application/x-lectern-queue-place");

    private final DownloadsViewModel model;
    private final Words words;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label percent = new Label();
    private final ShareBar bar = new ShareBar();
    private final Button hold = new Button();
    private final Button drop = new Button(null, Icons.of("bi-x", 14));
    private final HBox face;

    QueueCell(DownloadsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        title.getStyleClass().add("title");
        title.setMinWidth(0);
        about.getStyleClass().add("lx-secondary");
        about.setMinWidth(USE_PREF_SIZE);
        percent.getStyleClass().add("lx-secondary");
        percent.setMinWidth(36);
        percent.setAlignment(Pos.CENTER_RIGHT);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var top = new HBox(8, title, Card.space(), about);
        top.setAlignment(Pos.CENTER_LEFT);
        var low = new HBox(8, bar, percent);
        low.setAlignment(Pos.CENTER_LEFT);
        var texts = new VBox(3, top, low);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        for (var button : List.of(hold, drop)) {
            button.getStyleClass().addAll("small", "lx-icon-button");
            button.setFocusTraversable(false);
        }
        drop.getStyleClass().add("flat");
        drop.setAccessibleText(words.text("recordings.queue.cancel"));
        drop.setTooltip(new Tooltip(words.text("recordings.queue.cancel") + "  Del"));
        drop.setOnAction(pressed -> model.cancel(List.of(getItem())));
        hold.setOnAction(pressed -> model.toggle(List.of(getItem())));
        face = new HBox(8, texts, hold, drop);
        face.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        drag();
    }

    private void drag() {
        setOnDragDetected(drag -> {
            if (getItem() != null) {
                var content = new ClipboardContent();
                content.put(PLACE, getItem().id());
                startDragAndDrop(TransferMode.MOVE).setContent(content);
                drag.consume();
            }
        });
        setOnDragOver(drag -> {
            if (drag.getDragboard().hasContent(PLACE) && getItem() != null) {
                drag.acceptTransferModes(TransferMode.MOVE);
                pseudoClassStateChanged(TARGET, true);
            }
            drag.consume();
        });
        setOnDragExited(drag -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(drag -> {
            boolean moves = drag.getDragboard().hasContent(PLACE) && getItem() != null;
            if (moves) {
                model.moveTo((Long) drag.getDragboard().getContent(PLACE), getItem().id());
            }
            drag.setDropCompleted(moves);
            drag.consume();
        });
    }

    @Override
    protected void updateItem(QueuedDownload line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        title.setText(line.row().title());
        about.setText(about(line));
        about.setMinWidth(line.state() == DownloadState.FAILED ? 0 : USE_PREF_SIZE);
        percent.setText(words.percent(DownloadsViewModel.share(line)));
        bar.share(DownloadsViewModel.share(line));
        bar.tone(switch (line.state()) {
            case PAUSED -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case QUEUED -> line.problem().isPresent() ? Tone.WARNING : Tone.NEUTRAL;
            case RUNNING, DONE, CANCELLED -> Tone.ACCENT;
        });
        hold.setGraphic(Icons.of(DownloadsViewModel.canPause(line) ? "bi-pause-fill" : line.state() == DownloadState.FAILED ? "bi-arrow-clockwise" : "bi-play-fill", 12));
        var verb = words.text(DownloadsViewModel.canPause(line) ? "recordings.queue.pause" : line.state() == DownloadState.FAILED ? "recordings.queue.retry"
                : "recordings.queue.resume");
        hold.setAccessibleText(verb);
        hold.setTooltip(new Tooltip(verb));
        setTooltip(line.problem().map(problem -> new Tooltip(new ProblemText(words).paragraph(problem))).orElse(null));
        setGraphic(face);
        setAccessibleText(line.row().title() + ", " + about.getText() + ", " + percent.getText());
    }

    private String about(QueuedDownload line) {
        return switch (line.state()) {
            case RUNNING -> line.left().filter(left -> line.speed() > 0).map(left -> words.text("recordings.queue.speed-and-left", words.size(line.speed()), words.span(left)))
                    .orElseGet(() -> words.text("recordings.queue.starting"));
            case PAUSED -> words.text("recordings.queue.paused", words.percent(DownloadsViewModel.share(line)));
            case QUEUED -> line.problem().isPresent() ? words.text("recordings.queue.again") : words.text("recordings.queue.queued", model.placeInQueue(line));
            case FAILED -> line.problem().map(problem -> new ProblemText(words).what(problem)).orElseGet(() -> words.of(line.state()));
            case DONE, CANCELLED -> words.of(line.state());
        };
    }
}
