package app.lectern.shell;

import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What a place shows in a window that was opened without its screen: what it is for.
final class PlaceholderScreen extends VBox {
    PlaceholderScreen(Place place, Shell shell) {
        var words = shell.words();
        var key = "placeholder." + place.id();
        getStyleClass().add("lx-screen");
        var state = new StatePane(place.icon(), Tone.NEUTRAL, words.text("placeholder.title", words.of(place)),
                words.text(key + ".about") + ".");
        state.button(words.text("placeholder.settings"), "bi-gear", () -> shell.go(Place.SETTINGS));
        state.lookup(".button").getStyleClass().remove("accent");
        var card = new StackPane(state);
        card.getStyleClass().add("lx-card");
        setVgrow(card, Priority.ALWAYS);
        getChildren().addAll(new PageHead(words.of(place), words.text(key + ".about")), card);
    }
}
