package app.lectern.meetings.screen;

import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Repeat;
import app.lectern.meetings.planning.SlotField;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.DateFields;
import app.lectern.words.Words;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Whether and how the meeting repeats.
final class RepeatPane extends VBox {
    private static final int MOST_EVERY = 99;
    private static final int USUAL_COUNT = 10;

    /// How the series ends.
    enum RepeatEnd { UNTIL, COUNT }

    private final PlanViewModel plan;
    private final ChoiceBox<Optional<Repeat.Unit>> unit = new ChoiceBox<>();
    private final Spinner<Integer> every = new Spinner<>(1, MOST_EVERY, 1);
    private final ChoiceBox<RepeatEnd> end = new ChoiceBox<>();
    private final DatePicker until = new DatePicker();
    private final Spinner<Integer> count = new Spinner<>(1, Repeat.MOST, USUAL_COUNT);
    private final Map<DayOfWeek, ToggleButton> days = new EnumMap<>(DayOfWeek.class);
    private final HBox weekdays = new HBox(2);
    private final HBox how = new HBox(6);
    private final HBox ends = new HBox(6);
    private boolean filling;

    RepeatPane(PlanViewModel plan, Words words, ObservableBooleanValue fixed) {
        this.plan = plan;
        getStyleClass().add("repeat");
        disableProperty().bind(fixed);
        unit.setId("meeting-repeat");
        unit.getItems().add(Optional.empty());
        for (var each : Repeat.Unit.values()) {
            unit.getItems().add(Optional.of(each));
        }
        unit.setConverter(Choices.by(each -> each.map(words::of).orElseGet(() -> words.text("meetings.editor.once"))));
        unit.setAccessibleText(words.text("meetings.editor.repeat"));
        every.setId("meeting-repeat-every");
        every.setEditable(true);
        every.setPrefWidth(76);
        every.getEditor().setAccessibleText(words.text("meetings.editor.every"));
        end.setId("meeting-repeat-end");
        end.getItems().addAll(RepeatEnd.values());
        end.setConverter(Choices.by(words::of));
        end.setAccessibleText(words.text("meetings.editor.series-end"));
        DateFields.in(until, words).setId("meeting-repeat-until");
        until.setPrefWidth(140);
        count.setId("meeting-repeat-count");
        count.setEditable(true);
        count.setPrefWidth(86);
        for (var day : DayOfWeek.values()) {
            var button = new ToggleButton(day.getDisplayName(TextStyle.SHORT, words.locale()));
            button.getStyleClass().addAll("weekday", "small");
            button.setAccessibleText(day.getDisplayName(TextStyle.FULL, words.locale()));
            button.setOnAction(pressed -> entered());
            days.put(day, button);
            weekdays.getChildren().add(button);
        }
        how.setAlignment(Pos.CENTER_LEFT);
        how.getChildren().addAll(unit, new Label(words.text("meetings.editor.every")), every);
        ends.setAlignment(Pos.CENTER_LEFT);
        ends.getChildren().addAll(end, until, count);
        var fault = new Label();
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.textProperty().bind(plan.at(SlotField.REPEAT));
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        getChildren().addAll(how, weekdays, ends, fault);
        for (var property : List.of(unit.valueProperty(), every.valueProperty(), end.valueProperty(), until.valueProperty(), count.valueProperty())) {
            property.addListener((observed, before, now) -> entered());
        }
        plan.filled().subscribe(times -> fill(plan.get()));
    }

    private void fill(Planned now) {
        filling = true;
        unit.setValue(now.repeat().map(Repeat::unit));
        every.getValueFactory().setValue(now.repeat().map(Repeat::every).orElse(1));
        end.setValue(now.repeat().filter(repeat -> repeat.count().isPresent()).isPresent() ? RepeatEnd.COUNT : RepeatEnd.UNTIL);
        until.setValue(now.repeat().flatMap(Repeat::until).orElse(now.start().toLocalDate().plusWeeks(USUAL_COUNT)));
        count.getValueFactory().setValue(now.repeat().map(Repeat::count).orElse(OptionalInt.empty()).orElse(USUAL_COUNT));
        var chosen = now.repeat().map(repeat -> repeat.weekdays(now.start().toLocalDate())).orElse(java.util.Set.of(now.start().getDayOfWeek()));
        days.forEach((day, button) -> button.setSelected(chosen.contains(day)));
        filling = false;
        arrange();
    }

    private void entered() {
        if (filling) {
            return;
        }
        arrange();
        plan.change(was -> was.withRepeat(unit.getValue().map(chosen -> repeat(chosen, was))));
    }

    private Repeat repeat(Repeat.Unit chosen, Planned was) {
        var some = EnumSet.noneOf(DayOfWeek.class);
        days.forEach((day, button) -> {
            if (button.isSelected()) {
                some.add(day);
            }
        });
        boolean isUsual = some.equals(EnumSet.of(was.start().getDayOfWeek()));
        var repeat = end.getValue() == RepeatEnd.COUNT ? Repeat.times(chosen, every.getValue(), count.getValue())
                : new Repeat(chosen, every.getValue(), java.util.Set.of(), Optional.ofNullable(until.getValue()), OptionalInt.empty());
        return chosen == Repeat.Unit.WEEKLY && !isUsual ? repeat.on(some) : repeat;
    }

    private void arrange() {
        boolean repeats = unit.getValue() != null && unit.getValue().isPresent();
        how.getChildren().forEach(node -> show(node, node == unit || repeats));
        show(weekdays, repeats && unit.getValue().get() == Repeat.Unit.WEEKLY);
        show(ends, repeats);
        show(until, end.getValue() == RepeatEnd.UNTIL);
        show(count, end.getValue() == RepeatEnd.COUNT);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
