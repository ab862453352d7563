package app.lectern.activity;

import app.lectern.shell.LoadingPane;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.ToggleSwitch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One tab's filters, table and foot.
final class LogPane<R extends LogRow> extends VBox {
    private static final double NEARLY_AT_THE_END = 0.97;

    private final LogViewModel<R> model;
    private final Shell shell;
    private final Words words;
    private final String name;
    private final TableView<R> table;
    private final Label shown = new Label();
    final CustomTextField text = new CustomTextField();

    /// `name` begins the ids of the controls and the key of the foot's words.
    LogPane(String name, LogViewModel<R> model, Shell shell, TableView<R> table, ObservableList<Map.Entry<String, String>> integrations) {
        this.name = name;
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        this.table = table;
        table.setId(name + "-table");
        table.setItems(model.rows());
        selectWithModel();
        var list = new LoadingPane<>(shell, model.state(), table, (node, page) -> {}, page -> model.rows().isEmpty(), nothing(), remedy -> model.refresh());
        setVgrow(list, Priority.ALWAYS);
        list.getStyleClass().add("lx-area");
        getChildren().addAll(filters(integrations), list, foot());
        table.addEventFilter(ScrollEvent.SCROLL, scroll -> model.scrolled(scroll.getDeltaY() < 0));
        table.skinProperty().subscribe(skin -> watchEnd());
        model.state().subscribe(now -> sayHowMany());
        model.count().subscribe(now -> sayHowMany());
    }

    private void selectWithModel() {
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null && now != model.selected.get()) {
                model.selected.set(now);
                // whoever reads an older entry does not want it pushed away
                model.scrolled(table.getSelectionModel().getSelectedIndex() > 0);
            }
        });
        model.selected.subscribe(now -> {
            if (now != null && now != table.getSelectionModel().getSelectedItem()) {
                table.getSelectionModel().clearAndSelect(model.rows().indexOf(now));
            }
        });
        model.rows().addListener((ListChangeListener<R>) change -> {
            if (model.selected.get() != null) {
                table.getSelectionModel().clearAndSelect(Math.max(0, model.rows().indexOf(model.selected.get())));
            }
        });
    }

    private void watchEnd() {
        if (table.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            bar.valueProperty().subscribe(value -> {
                if (value.doubleValue() > NEARLY_AT_THE_END) {
                    model.more();
                }
                model.scrolled(value.doubleValue() > 0);
            });
        }
    }

    private Node filters(ObservableList<Map.Entry<String, String>> integrations) {
        field(text, "filter", "activity.filter.filter", "bi-search", model.text);
        HBox.setHgrow(text, Priority.ALWAYS);
        var request = new CustomTextField();
        field(request, "request", "activity.filter.request", "bi-upc", model.request);
        request.setPrefWidth(126);
        var period = choice("period", "activity.filter.period", model.period, List.of(LogViewModel.Period.values()), words::of);
        var level = choice("level", "activity.filter.level", model.level,
                Stream.concat(Stream.of(Optional.<LogLevel>empty()), Arrays.stream(LogLevel.values()).map(Optional::of)).toList(),
                each -> each.map(words::of).orElseGet(() -> words.text("activity.filter.all")));
        Function<Optional<String>, String> called = key -> key.map(each -> integrations.stream().filter(one -> one.getKey().equals(each))
                .map(Map.Entry::getValue).findFirst().orElse(each)).orElseGet(() -> words.text("activity.filter.all"));
        var integration = choice("integration", "activity.filter.integration", model.integration, List.of(Optional.empty()), called);
        integrations.addListener((ListChangeListener<Map.Entry<String, String>>) change -> fill(integration, model.integration,
                Stream.concat(Stream.of(Optional.<String>empty()), integrations.stream().map(each -> Optional.of(each.getKey()))).toList(), called));
        var line = new HBox(text, period, level, integration, request);
        model.behind.subscribe(figure -> line.getChildren().setAll(figure.isPresent()
                ? List.of(text, behind(figure.get()), level, integration, request) : List.of(text, period, level, integration, request)));
        line.getStyleClass().addAll("filters", "lx-area");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// Stands in the place of the period as long as the calls behind a figure are looked at.
    private Node behind(LogViewModel.Behind figure) {
        var button = new Button(words.text("activity.behind", words.of(figure.rows()), figure.span().toHours() > 48 ? words.text("activity.behind.days",
                figure.span().toDays()) : words.text("activity.behind.hours", figure.span().toHours())), Icons.of("bi-x", 14));
        button.setId(name + "-behind");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleHelp(words.text("activity.behind.help"));
        button.setOnAction(pressed -> model.behind.set(Optional.empty()));
        return button;
    }

    private void field(CustomTextField field, String what, String key, String icon, javafx.beans.property.StringProperty value) {
        field.setId(name + "-" + what);
        field.setLeft(Icons.of(icon, 14));
        field.setPromptText(words.text(key));
        field.setAccessibleText(field.getPromptText());
        field.setPrefWidth(164);
        field.setMinWidth(90);
        field.textProperty().bindBidirectional(value);
    }

    private <T> MenuButton choice(String what, String key, ObjectProperty<T> value, List<T> choices, Function<T, String> said) {
        var caption = new Label(words.text(key));
        caption.getStyleClass().add("lx-muted");
        var chosen = new Label();
        chosen.getStyleClass().add("value");
        var face = new HBox(4, caption, chosen);
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new MenuButton(null, face);
        button.setId(name + "-" + what);
        button.setMinWidth(USE_PREF_SIZE);
        value.subscribe(now -> {
            chosen.setText(said.apply(now));
            button.setAccessibleText(caption.getText() + ": " + chosen.getText());
        });
        fill(button, value, choices, said);
        return button;
    }

    private static <T> void fill(MenuButton button, ObjectProperty<T> value, List<T> choices, Function<T, String> said) {
        button.getItems().setAll(choices.stream().map(each -> {
            var item = new MenuItem(said.apply(each));
            item.setOnAction(chosen -> value.set(each));
            return item;
        }).toList());
    }

    private Node nothing() {
        var pane = new StatePane("bi-clock-history", Tone.NEUTRAL, words.text("activity.nothing"), words.text("activity.nothing.why"))
                .button(words.text("activity.filter.clear"), "", model::clearFilters);
        setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private Node foot() {
        shown.getStyleClass().add("lx-secondary");
        shown.setId(name + "-shown");
        var follow = new ToggleSwitch();
        follow.setId(name + "-follow");
        follow.setAccessibleText(words.text("activity.follow"));
        follow.selectedProperty().bindBidirectional(model.follow);
        var label = new Label(words.text("activity.follow"));
        label.getStyleClass().add("lx-secondary");
        label.setLabelFor(follow);
        var foot = new HBox(8, shown, Card.space(), follow, label);
        foot.setStyle("-fx-padding: 0 14px 0 14px; -fx-min-height: 32px;");
        foot.getStyleClass().add("lx-area");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void sayHowMany() {
        long all = model.count().get();
        var count = words.count(all) + (all >= LogViewModel.MOST_COUNTED ? "+" : "");
        var said = words.text("activity.shown", words.count(model.rows().size()), count, model.errors().get());
        var searched = model.state().get().data().flatMap(LogPage::searched);
        shown.setText(searched.map(back -> words.text("activity.searched", said, words.when(back))).orElse(said));
    }

    /// The count beside a tab's name.
    static <R extends LogRow> Node badge(LogViewModel<R> model, Words words) {
        var badge = new Label();
        badge.getStyleClass().add("lx-count");
        Consumer<Number> say = now -> badge.setText(words.count(now.longValue()) + (now.longValue() >= LogViewModel.MOST_COUNTED ? "+" : ""));
        model.count().subscribe(say);
        return badge;
    }
}
