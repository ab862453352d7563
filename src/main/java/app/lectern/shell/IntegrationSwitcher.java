package app.lectern.shell;

import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The button in the top bar that says which tenant one works in and how it stands, and changes it.
final class IntegrationSwitcher extends MenuButton {
    private final IntegrationChoices integrations;
    private final Words words;

    IntegrationSwitcher(IntegrationChoices integrations, Words words) {
        this.integrations = integrations;
        this.words = words;
        setId("switcher");
        getStyleClass().addAll("lx-switcher", "no-arrow");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(140);
        integrations.choices().addListener((Observable changed) -> refresh());
        integrations.selected().addListener((Observable changed) -> refresh());
        refresh();
    }

    private void refresh() {
        var selected = integrations.selected().get();
        setGraphic(face(selected));
        var spoken = selected == null ? words.text("switcher.none") : words.text("switcher.spoken", selected.name(), detail(selected));
        setAccessibleText(spoken);
        setTooltip(new Tooltip(spoken));
        getItems().setAll(integrations.choices().stream().map(this::item).toList());
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems().addAll(
                verb("bi-plus", "switcher.add", integrations::add),
                verb("bi-gear", "switcher.manage", integrations::manage));
    }

    private HBox face(Choice choice) {
        var arrow = Icons.of("bi-chevron-down", 10);
        if (choice == null) {
            var name = new Label(words.text("switcher.none"));
            name.getStyleClass().add("lx-secondary");
            return box(name, arrow);
        }
        return box(dot(choice), name(choice), detailLabel(choice), arrow);
    }

    private MenuItem item(Choice choice) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var tick = Icons.of("bi-check", 14);
        tick.setVisible(choice.equals(integrations.selected().get()));
        var line = box(dot(choice), name(choice), detailLabel(choice), space, tick);
        var item = new CustomMenuItem(line);
        item.setOnAction(chosen -> integrations.selected().set(choice));
        return item;
    }

    private MenuItem verb(String icon, String key, Runnable action) {
        var item = new MenuItem(words.text(key), Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private static HBox box(javafx.scene.Node... children) {
        var box = new HBox(children);
        box.getStyleClass().add("face");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Region dot(Choice choice) {
        var dot = new Region();
        dot.getStyleClass().addAll("lx-dot", choice.health().name().toLowerCase(Locale.ROOT));
        return dot;
    }

    private static Label name(Choice choice) {
        var name = new Label(choice.name());
        name.getStyleClass().add("name");
        name.setMinWidth(60);
        return name;
    }

    private Label detailLabel(Choice choice) {
        var detail = new Label(detail(choice));
        detail.getStyleClass().add("lx-secondary");
        detail.setMinWidth(0);
        return detail;
    }

    private String detail(Choice choice) {
        return choice.signInMode().isEmpty() ? choice.state() : choice.signInMode() + " · " + choice.state();
    }
}
