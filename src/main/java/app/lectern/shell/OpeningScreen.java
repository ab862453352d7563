package app.lectern.shell;

import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.PageHead;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a place shows while the store is being opened: its name, and grey rows where its screen will be.
final class OpeningScreen extends VBox {
    private static final int ROWS = 6;

    OpeningScreen(Place place, Shell shell) {
        var words = shell.words();
        getStyleClass().add("lx-screen");
        var card = new VBox(LoadingRows.bar(-1), new LoadingRows(ROWS));
        card.getStyleClass().add("lx-card");
        card.setAccessibleText(words.text("opening"));
        setVgrow(card, Priority.ALWAYS);
        getChildren().addAll(new PageHead(words.of(place), words.text("place." + place.id() + ".about")), card);
    }
}
