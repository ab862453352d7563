package app.lectern.recordings.screen;

import app.lectern.recordings.Place;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.StateFilter;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.DateFields;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// By what the list is narrowed, a chip each: what is said of it now, and a menu to change it.
final class FilterBarPane extends HBox {
    /// What the link at the right end and the spaces take.
    private static final double CLEAR = 120;
    private static final double SIDES = 30;
    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");

    private final Shell shell;
    private final Words words;
    private final RecordingsViewModel model;
    private final FilterViewModel filter;
    final CustomTextField text = new CustomTextField();

    FilterBarPane(Shell shell, RecordingsViewModel model) {
        super(10);
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.filter = model.filter();
        getStyleClass().addAll("filters", "lx-area");
        setAlignment(Pos.TOP_LEFT);
        text.setId("recordings-filter");
        text.setLeft(Icons.of("bi-search", 14));
        text.setPromptText(words.text("recordings.filter.prompt"));
        text.setAccessibleText(words.text("recordings.filter"));
        text.setPrefWidth(196);
        text.textProperty().bindBidirectional(filter.text);
        var chips = new FlowPane(8, 6, text, several("recordings.filter.kind", filter.kinds, List.of(RecordingKind.values())),
                several("recordings.filter.place", filter.places, List.of(Place.values())), organiser(), meeting(), date(), size(),
                several("recordings.filter.state", filter.standings, List.of(StateFilter.values())));
        chips.setMinWidth(0);
        chips.prefWrapLengthProperty().bind(Bindings.createDoubleBinding(() -> getWidth() - (filter.isSet().get() ? CLEAR : SIDES), widthProperty(), filter.isSet()));
        HBox.setHgrow(chips, Priority.ALWAYS);
        var clear = new Hyperlink(words.text("recordings.filter.clear"));
        clear.setId("recordings-clear");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setMinHeight(30);
        clear.setOnAction(pressed -> {
            filter.clear();
            text.requestFocus();
        });
        clear.visibleProperty().bind(filter.isSet());
        clear.managedProperty().bind(filter.isSet());
        getChildren().addAll(chips, clear);
    }

    private MenuButton chip(String key, ObservableValue<?> value, Supplier<Optional<String>> said) {
        var caption = new Label(words.text(key));
        caption.getStyleClass().add("lx-muted");
        var chosen = new Label();
        chosen.setMaxWidth(150);
        var face = new HBox(4, caption, chosen);
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new MenuButton(null, face);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("chip");
        button.setMinWidth(USE_PREF_SIZE);
        value.subscribe(now -> {
            var narrowed = said.get();
            chosen.setText(narrowed.orElseGet(() -> words.text("recordings.filter.any")));
            button.pseudoClassStateChanged(SET, narrowed.isPresent());
            button.setAccessibleText(caption.getText() + ": " + chosen.getText());
        });
        return button;
    }

    private <E extends Enum<E>> MenuButton several(String key, ObjectProperty<Set<E>> value, List<E> all) {
        var button = chip(key, value, () -> value.get().isEmpty() ? Optional.empty()
                : Optional.of(all.stream().filter(value.get()::contains).map(words::of).collect(Collectors.joining(", "))));
        for (var each : all) {
            var item = new CheckMenuItem(words.of(each));
            value.subscribe(now -> item.setSelected(now.contains(each)));
            item.setOnAction(chosen -> value.set(with(value.get(), each)));
            button.getItems().add(item);
        }
        return button;
    }

    private static <E extends Enum<E>> Set<E> with(Set<E> now, E changed) {
        var next = now.isEmpty() ? EnumSet.noneOf(changed.getDeclaringClass()) : EnumSet.copyOf(now);
        if (!next.remove(changed)) {
            next.add(changed);
        }
        return Set.copyOf(next);
    }

    private MenuButton organiser() {
        var button = chip("recordings.filter.organiser", filter.organiser, () -> filter.organiser.get().map(FilterViewModel.Named::name));
        button.getItems().addAll(item(words.text("recordings.filter.any"), () -> filter.organiser.set(Optional.empty())),
                item(words.text("recordings.filter.organiser.choose"), () -> ChoosePane.<FilterViewModel.Named<String>>open(shell,
                        words.text("recordings.filter.organiser.choose"), words.text("recordings.filter.take"), model.lookups()::organisers,
                        chosen -> filter.organiser.set(Optional.of(chosen)))));
        return button;
    }

    private MenuButton meeting() {
        var button = chip("recordings.filter.meeting", filter.meeting, () -> filter.meeting.get().map(FilterViewModel.Named::name));
        button.getItems().addAll(item(words.text("recordings.filter.any"), () -> filter.meeting.set(Optional.empty())),
                item(words.text("recordings.filter.meeting.choose"), () -> ChoosePane.<FilterViewModel.Named<Long>>open(shell,
                        words.text("recordings.filter.meeting.choose"), words.text("recordings.filter.take"), model.lookups()::meetings,
                        chosen -> filter.meeting.set(Optional.of(chosen)))));
        return button;
    }

    private static MenuItem item(String name, Runnable action) {
        var item = new MenuItem(name);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private MenuButton size() {
        var button = chip("recordings.filter.size", filter.size, () -> filter.size.get() == SizeBand.ANY ? Optional.empty() : Optional.of(words.of(filter.size.get())));
        var group = new ToggleGroup();
        for (var band : SizeBand.values()) {
            var item = new RadioMenuItem(words.of(band));
            item.setToggleGroup(group);
            filter.size.subscribe(now -> item.setSelected(now == band));
            item.setOnAction(chosen -> filter.size.set(band));
            button.getItems().add(item);
        }
        return button;
    }

    private MenuButton date() {
        var both = filter.period.flatMap(period -> filter.days.map(days -> new ArrayList<>(List.of(period, days))));
        var button = chip("recordings.filter.date", both, () -> filter.period.get() == DateRange.ANY ? Optional.empty() : Optional.of(period()));
        var group = new ToggleGroup();
        for (var period : DateRange.values()) {
            if (period != DateRange.BETWEEN) {
                var item = new RadioMenuItem(words.of(period));
                item.setToggleGroup(group);
                filter.period.subscribe(now -> item.setSelected(now == period));
                item.setOnAction(chosen -> filter.period.set(period));
                button.getItems().add(item);
            }
        }
        button.getItems().addAll(new SeparatorMenuItem(), item(words.text("recordings.filter.date.choose"), this::askDays));
        return button;
    }

    private String period() {
        if (filter.period.get() != DateRange.BETWEEN) {
            return words.of(filter.period.get());
        }
        return filter.between();
    }

    private void askDays() {
        var box = new DialogBox(words.text("recordings.filter.date.choose"), words, shell.layers(), shell::copy).wide(420);
        var first = DateFields.in(new DatePicker(filter.days.get().first().orElse(null)), words);
        first.setId("recordings-first-day");
        first.setAccessibleText(words.text("recordings.filter.date.first"));
        var last = DateFields.in(new DatePicker(filter.days.get().last().orElse(null)), words);
        last.setId("recordings-last-day");
        last.setAccessibleText(words.text("recordings.filter.date.last"));
        box.add(new HBox(12, labelled("recordings.filter.date.first", first), Card.space(), labelled("recordings.filter.date.last", last)));
        box.button(words.text("dialog.cancel"), () -> {});
        var take = box.button(words.text("recordings.filter.take"), () -> {
            filter.days.set(new FilterViewModel.Days(Optional.ofNullable(first.getValue()), Optional.ofNullable(last.getValue())));
            filter.period.set(first.getValue() == null && last.getValue() == null ? DateRange.ANY : DateRange.BETWEEN);
        });
        take.getStyleClass().add("accent");
        take.setDefaultButton(true);
        box.open(first);
    }

    private javafx.scene.layout.VBox labelled(String key, DatePicker picker) {
        var label = new Label(words.text(key));
        label.getStyleClass().add("lx-field-label");
        label.setLabelFor(picker);
        picker.setPrefWidth(170);
        return new javafx.scene.layout.VBox(4, label, picker);
    }
}
