package app.lectern.shell;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The navigation at the left: one button per place with its count, 196 wide, or 56 with icons only.
final class NavigationRail extends VBox {
    static final double WIDE = 196;
    static final double NARROW = 56;
    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");

    private final Words words;
    private final Consumer<Place> go;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final BooleanProperty collapsed = new SimpleBooleanProperty();

    NavigationRail(Words words, Consumer<Place> go) {
        this.words = words;
        this.go = go;
        getStyleClass().addAll("lx-nav", Focus.AREA);
        for (var place : Place.values()) {
            if (place == Place.SETTINGS) {
                var space = new Region();
                setVgrow(space, Priority.ALWAYS);
                getChildren().add(space);
            }
            getChildren().add(button(place));
        }
        collapsed.addListener((observed, before, now) -> resize());
        addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
        resize();
    }

    BooleanProperty collapsedProperty() {
        return collapsed;
    }

    /// Leaves out the others, so that a person sees the own work only.
    void showOnly(Set<Place> places) {
        buttons.forEach((place, button) -> {
            button.setVisible(places.contains(place));
            button.setManaged(places.contains(place));
        });
    }

    void select(Place place) {
        group.selectToggle(buttons.get(place));
    }

    private ToggleButton button(Place place) {
        var name = words.of(place);
        var bar = new Region();
        bar.getStyleClass().add("bar");
        var label = new Label(name);
        label.getStyleClass().add("name");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.visibleProperty().bind(collapsed.not());
        label.managedProperty().bind(collapsed.not());
        var icon = Icons.of(place.icon(), 16);
        HBox.setMargin(icon, new Insets(0, 0, 0, 7));
        var line = new HBox(bar, icon, label);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new ToggleButton(name, line);
        button.setId("go-" + place.id());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(name + "  " + place.shortcut()));
        // A toggle could be switched off by a second press, and then no place would be selected.
        button.setOnAction(pressed -> {
            button.setSelected(true);
            go.accept(place);
        });
        button.setAccessibleText(name);
        buttons.put(place, button);
        return button;
    }

    /// The count that a screen wants beside its name.
    void count(Screen screen) {
        var button = buttons.get(screen.place());
        screen.badge().ifPresent(badge -> count(button, (HBox) button.getGraphic(), words.of(screen.place()), badge));
    }

    private void count(ToggleButton button, HBox line, String name, Screen.Badge badge) {
        var count = new Label();
        count.getStyleClass().addAll("lx-count", badge.tone().styleClass());
        var shown = new SimpleBooleanProperty();
        count.visibleProperty().bind(shown.and(collapsed.not()));
        count.managedProperty().bind(count.visibleProperty());
        line.getChildren().add(count);
        badge.count().subscribe(number -> {
            int now = number.intValue();
            count.setText(words.count(now));
            shown.set(now > 0);
            button.setAccessibleText(now > 0 ? words.text("nav.with-count", name, now) : name);
        });
    }

    private void resize() {
        double width = collapsed.get() ? NARROW : WIDE;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        pseudoClassStateChanged(COLLAPSED, collapsed.get());
    }

    /// Up and down move along the rail without opening; Enter or Space opens, as with any button.
    private void arrows(KeyEvent key) {
        if (key.getCode() != KeyCode.UP && key.getCode() != KeyCode.DOWN) {
            return;
        }
        var order = Place.values();
        var at = buttons.entrySet().stream().filter(entry -> entry.getValue().isFocused()).map(Map.Entry::getKey).findFirst();
        if (at.isPresent()) {
            int next = at.get().ordinal() + (key.getCode() == KeyCode.DOWN ? 1 : -1);
            int step = key.getCode() == KeyCode.DOWN ? 1 : -1;
            while (next >= 0 && next < order.length && !buttons.get(order[next]).isVisible()) {
                next += step;
            }
            if (next >= 0 && next < order.length) {
                buttons.get(order[next]).requestFocus();
            }
            key.consume();
        }
    }

    /// Where the selected place is left out, the first that is shown.
    void focusSelected() {
        var selected = (ToggleButton) group.getSelectedToggle();
        (selected.isVisible() ? selected : buttons.values().stream().filter(Node::isVisible).findFirst().orElse(selected)).requestFocus();
    }
}
