package app.lectern.diagnosis;

import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A dialog in which one of many is found by typing and chosen by Enter or a double-click.
final class ChooserView<T> {
    private final Shell shell;
    private final Function<T, String> title;
    private final Function<T, String> about;

    ChooserView(Shell shell, Function<T, String> title, Function<T, String> about) {
        this.shell = shell;
        this.title = title;
        this.about = about;
    }

    /// @param accept what the button says
    /// @param none   what stands in place of an empty list
    void open(String heading, String accept, String none, List<T> all, Consumer<T> chosen) {
        var words = shell.words();
        var shown = new FilteredList<>(FXCollections.observableArrayList(all));
        var list = new ListView<>(shown);
        list.setId("chooser-list");
        list.setAccessibleText(heading);
        list.setPrefHeight(340);
        list.setPlaceholder(new StatePane("bi-search", Tone.NEUTRAL, none, ""));
        list.setCellFactory(view -> new Row());
        list.getSelectionModel().selectFirst();
        var filter = new TextField();
        filter.setId("chooser-filter");
        filter.setPromptText(words.text("chooser.filter"));
        filter.setAccessibleText(words.text("chooser.filter"));
        filter.textProperty().subscribe(typed -> {
            var wanted = typed.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(each -> (title.apply(each) + " " + about.apply(each)).toLowerCase(Locale.ROOT).contains(wanted));
            list.getSelectionModel().selectFirst();
        });
        // arrows walk the list while the filter keeps the focus
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
            } else if (key.getCode() == KeyCode.UP) {
                list.getSelectionModel().selectPrevious();
            }
        });
        var box = new DialogBox(heading, words, shell.layers(), shell::copy).wide(620);
        box.setId("chooser");
        box.add(filter, list);
        box.button(words.text("dialog.cancel"), () -> { });
        var choose = box.button(accept, () -> chosen.accept(list.getSelectionModel().getSelectedItem()));
        choose.getStyleClass().add("accent");
        choose.setDefaultButton(true);
        choose.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        // the list takes Enter for itself, so it is caught on its way down
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
                choose.fire();
            }
        });
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                choose.fire();
            }
        });
        box.open(filter);
    }

    private final class Row extends ListCell<T> {
        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var first = new Label(title.apply(item));
            first.getStyleClass().add("lx-row-title");
            var second = new Label(about.apply(item));
            second.getStyleClass().add("lx-secondary");
            setGraphic(new VBox(first, second));
        }
    }
}
