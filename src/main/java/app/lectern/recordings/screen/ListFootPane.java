package app.lectern.recordings.screen;

import app.lectern.recordings.StateFilter;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Below the table: what is chosen and how large it is, the grouping, and what the tenant is about to remove.
final class ListFootPane extends HBox {
    ListFootPane(Shell shell, RecordingsViewModel model) {
        var words = shell.words();
        getStyleClass().addAll("foot", "lx-area");
        setAlignment(Pos.CENTER_LEFT);
        var chosen = new Label();
        chosen.setId("recordings-chosen");
        chosen.getStyleClass().add("lx-secondary");
        chosen.setMinWidth(0);
        chosen.textProperty().bind(model.head().chosenWords());
        var group = new SwitchPane(words.text("recordings.group"));
        group.setId("recordings-group");
        group.selectedProperty().bindBidirectional(model.grouped());
        group.setMinWidth(USE_PREF_SIZE);
        var soon = new Label(null, Icons.of("bi-hourglass-split", Tone.WARNING, 12));
        soon.getStyleClass().add("lx-secondary");
        soon.setMinWidth(0);
        var show = new Hyperlink(words.text("recordings.expiring.show"));
        show.setId("recordings-expiring");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(pressed -> model.filter().only(StateFilter.EXPIRING));
        model.head().expiringWords().subscribe(said -> {
            boolean any = !said.isEmpty();
            soon.setText(said);
            for (var each : new javafx.scene.Node[] {soon, show}) {
                each.setVisible(any);
                each.setManaged(any);
            }
        });
        getChildren().addAll(chosen, Card.space(), soon, show, group);
    }
}
