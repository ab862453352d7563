package app.lectern.recordings.screen;

import app.lectern.shell.Shell;
import app.lectern.shell.controls.Segmented;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands below the list: the chosen recording, the downloads and the storage, side by side, or one at a time where that
/// is too narrow.
final class BottomPane extends VBox {
    private static final double SIDE_BY_SIDE = 980;
    private static final double HEIGHT = 258;

    private enum Part { DETAILS, DOWNLOADS, STORAGE }

    private final HBox line = new HBox();
    private final Segmented<Part> choice;
    private final DetailsPane details;
    private final QueuePane queue;
    private final StoragePane storage;
    private boolean narrow;

    BottomPane(Shell shell, RecordingsViewModel model, RecordingDeedsViewModel deeds, RecordingCommandsPane commands) {
        super(8);
        var words = shell.words();
        details = new DetailsPane(shell, model, deeds, commands);
        queue = new QueuePane(shell, model.downloads());
        storage = new StoragePane(shell, model);
        line.getStyleClass().add("bottom");
        setVgrow(line, Priority.ALWAYS);
        line.setMinHeight(0);
        choice = new Segmented<>(List.of(Part.values()), part -> words.text(switch (part) {
            case DETAILS -> "recordings.details";
            case DOWNLOADS -> "recordings.queue";
            case STORAGE -> "recordings.storage";
        }));
        choice.setId("recordings-part");
        choice.valueProperty().subscribe(part -> arrange());
        for (Region part : List.of(details, queue, storage)) {
            part.setMinHeight(0);
        }
        HBox.setHgrow(details, Priority.ALWAYS);
        HBox.setHgrow(queue, Priority.ALWAYS);
        details.setPrefWidth(470);
        queue.setPrefWidth(370);
        setPrefHeight(HEIGHT);
        setMinHeight(180);
        widthProperty().subscribe(width -> {
            boolean now = width.doubleValue() > 0 && width.doubleValue() < SIDE_BY_SIDE;
            if (now != narrow) {
                narrow = now;
                arrange();
            }
        });
        arrange();
    }

    private void arrange() {
        if (narrow) {
            Region one = switch (choice.valueProperty().get()) {
                case DETAILS -> details;
                case DOWNLOADS -> queue;
                case STORAGE -> storage;
            };
            line.getChildren().setAll(one);
            getChildren().setAll(choice, line);
        } else {
            line.getChildren().setAll(details, queue, storage);
            getChildren().setAll(line);
        }
    }

    /// Brings the chosen recording into view.
    void showDetails() {
        choice.valueProperty().set(Part.DETAILS);
    }

    void showQueue() {
        choice.valueProperty().set(Part.DOWNLOADS);
    }
}
