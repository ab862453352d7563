package app.lectern.recordings.screen;

import app.lectern.shell.Shell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What stands below the list: the chosen recording.
final class BottomPane extends HBox {
    private static final double HEIGHT = 258;

    BottomPane(Shell shell, RecordingsViewModel model, RecordingCommandsPane commands) {
        getStyleClass().add("bottom");
        var details = new DetailsPane(shell, model, commands);
        details.setMinHeight(0);
        HBox.setHgrow(details, Priority.ALWAYS);
        setPrefHeight(HEIGHT);
        setMinHeight(180);
        getChildren().add(details);
    }
}
