package app.lectern.meetings.screen;

import app.lectern.meetings.planning.SlotText;
import app.lectern.meetings.planning.Way;
import app.lectern.words.Words;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// In the calendar or as a bare link, each with what follows from it.
final class WayPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Map<Way, RadioButton> choices = new EnumMap<>(Way.class);

    WayPane(PlanViewModel plan, Words words, ObservableBooleanValue fixed) {
        var text = new SlotText(words);
        var group = new ToggleGroup();
        getStyleClass().add("ways");
        for (var way : Way.values()) {
            var choice = new RadioButton(words.of(way));
            choice.setId("meeting-way-" + way.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            choice.setToggleGroup(group);
            choice.setAccessibleHelp(text.consequence(way));
            var means = new Label(text.consequence(way));
            means.getStyleClass().add("lx-hint");
            means.setWrapText(true);
            means.setMinHeight(USE_PREF_SIZE);
            var box = new VBox(choice, means);
            box.getStyleClass().add("way");
            box.disableProperty().bind(fixed);
            box.setOnMouseClicked(click -> choice.fire());
            choice.selectedProperty().subscribe(on -> box.pseudoClassStateChanged(CHOSEN, on));
            choice.setOnAction(pressed -> plan.change(was -> was.withWay(way)));
            choices.put(way, choice);
            getChildren().add(box);
        }
        plan.filled().subscribe(times -> choices.get(plan.get().way()).setSelected(true));
    }
}
