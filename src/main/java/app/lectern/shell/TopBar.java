package app.lectern.shell;

import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.LecternMark;
import app.lectern.words.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The 48 pixels at the top: mark, tenant, what is simulated, search, bell, and who one is.
final class TopBar extends HBox {
    private final Words words;
    private final Button brand = new Button();
    private final Button search = new Button();
    private final Button bell = new Button();

    /// What the bar's buttons do.
    interface Deeds {
        void toggleRail();

        void openPalette();

        void openNotices(Button bell);
    }

    TopBar(ShellParts parts, Notifications notifications, ObservableBooleanValue collapsed, Deeds deeds) {
        this.words = parts.words();
        getStyleClass().addAll("lx-top-bar", Focus.AREA);
        setAlignment(Pos.CENTER_LEFT);
        brand(collapsed, deeds);
        search.setOnAction(pressed -> deeds.openPalette());
        bell.setOnAction(pressed -> deeds.openNotices(bell));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(brand, new IntegrationSwitcher(parts.integrations(), words), space, demo(parts.integrations()),
                searchButton(), bell(notifications), avatar(parts.person()));
    }

    private void brand(ObservableBooleanValue collapsed, Deeds deeds) {
        var name = new Label(words.text("app.name"));
        name.getStyleClass().add("lx-brand-name");
        name.visibleProperty().bind(Bindings.not(collapsed));
        name.managedProperty().bind(name.visibleProperty());
        var line = new HBox(10, new LecternMark(24), name);
        line.setAlignment(Pos.CENTER_LEFT);
        brand.setId("brand");
        brand.setGraphic(line);
        brand.getStyleClass().add("lx-brand");
        brand.prefWidthProperty().bind(Bindings.when(collapsed).then(NavigationRail.NARROW).otherwise(NavigationRail.WIDE));
        brand.setMinWidth(USE_PREF_SIZE);
        brand.accessibleTextProperty().bind(Bindings.when(collapsed)
                .then(words.text("nav.expand"))
                .otherwise(words.text("nav.collapse")));
        var tip = new Tooltip();
        tip.textProperty().bind(brand.accessibleTextProperty());
        brand.setTooltip(tip);
        brand.setOnAction(pressed -> deeds.toggleRail());
    }

    private Label demo(IntegrationChoices integrations) {
        var demo = new Label(words.text("demo.banner"), Icons.of("bi-easel", 13));
        demo.setId("demo-banner");
        demo.getStyleClass().add("lx-demo");
        demo.setMinWidth(USE_PREF_SIZE);
        demo.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> integrations.selected().get() != null && integrations.selected().get().simulated(),
                integrations.selected()));
        demo.managedProperty().bind(demo.visibleProperty());
        return demo;
    }

    private Button searchButton() {
        var hint = new Label(words.text("search.hint"));
        hint.getStyleClass().add("lx-muted");
        hint.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var key = new Label("Ctrl K");
        key.getStyleClass().add("lx-key");
        key.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(Icons.of("bi-search", 14), hint, space, key);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(search.widthProperty().subtract(20));
        search.setId("search");
        search.setGraphic(line);
        search.getStyleClass().add("lx-search");
        search.setAccessibleText(words.text("search.hint"));
        search.setTooltip(new Tooltip(words.text("search.tooltip")));
        search.setMinWidth(210);
        return search;
    }

    private StackPane bell(Notifications notifications) {
        bell.setId("bell");
        bell.setGraphic(Icons.of("bi-bell", 16));
        bell.getStyleClass().addAll("flat", "lx-icon-button", "lx-bell");
        bell.setTooltip(new Tooltip(words.text("bell.tooltip")));
        var count = new Label();
        count.getStyleClass().add("lx-bell-count");
        count.setMouseTransparent(true);
        notifications.unread().subscribe(number -> {
            int unread = number.intValue();
            count.setText(unread > 9 ? "9+" : Integer.toString(unread));
            count.setVisible(unread > 0);
            bell.setAccessibleText(words.text("bell.spoken", unread));
        });
        var box = new StackPane(bell, count);
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private StackPane avatar(ObservableValue<String> person) {
        var initials = new Label();
        var box = new StackPane(initials);
        box.getStyleClass().add("lx-avatar");
        box.setMinWidth(28);
        var tip = new Tooltip();
        Tooltip.install(box, tip);
        person.subscribe(name -> {
            initials.setText(initials(name));
            tip.setText(name);
            box.setAccessibleText(name);
        });
        return box;
    }

    static String initials(String name) {
        return Arrays.stream(name.strip().split("[\\s.@]+"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
