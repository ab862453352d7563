package app.lectern.recordings.screen;

import app.lectern.recordings.screen.LookupsViewModel.Find;
import app.lectern.recordings.screen.LookupsViewModel.Found;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Later;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.LoadingRows;
import atlantafx.base.controls.CustomTextField;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// One of many, found by typing: arrow down goes into the list, Enter takes what is chosen.
final class ChoosePane<T> {
    private static final Duration TYPING = Duration.ofMillis(300);
    private static final double ROW = 44;

    private final Shell shell;
    private final Find<T> find;
    private final DialogBox box;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Found<T>> list = new ListView<>();
    private final Label none;
    private final Later later = Later.onFxThread();
    private final Consumer<T> picked;

    private ChoosePane(Shell shell, String title, String accept, Find<T> find, Consumer<T> picked) {
        var words = shell.words();
        this.shell = shell;
        this.find = find;
        this.picked = picked;
        box = new DialogBox(title, words, shell.layers(), shell::copy).wide(520);
        search.setId("choose-text");
        search.setLeft(Icons.of("bi-search", 14));
        search.setPromptText(words.text("recordings.choose.find"));
        search.setAccessibleText(search.getPromptText());
        list.setId("choose-list");
        list.setAccessibleText(title);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * 7 + 2);
        list.setPlaceholder(new LoadingRows(7));
        none = new Label(words.text("recordings.choose.none"));
        list.setCellFactory(of -> new TwoLineCell<>());
        box.add(search, list);
        box.button(words.text("dialog.cancel"), () -> {});
        var take = box.button(accept, this::take);
        take.setId("choose-accept");
        take.getStyleClass().add("accent");
        take.setDefaultButton(true);
        take.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        search.textProperty().subscribe((before, typed) -> later.run(TYPING, () -> look(typed)));
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
                list.requestFocus();
                list.getSelectionModel().select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
                key.consume();
            }
        });
        // the list takes Enter for itself, so it is caught on its way down
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
                take.fire();
            }
        });
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && list.getSelectionModel().getSelectedItem() != null) {
                box.close();
                take();
            }
        });
        box.open(search);
        look("");
    }

    static <T> void open(Shell shell, String title, String accept, Find<T> find, Consumer<T> picked) {
        new ChoosePane<>(shell, title, accept, find, picked);
    }

    private void look(String typed) {
        find.find(typed, this::show, problem -> {
            list.getItems().clear();
            list.setPlaceholder(ProblemMessage.of(shell, problem, () -> {
                list.setPlaceholder(new LoadingRows(7));
                look(search.getText());
            }));
        });
    }

    private void show(List<Found<T>> found) {
        list.setPlaceholder(none);
        list.getItems().setAll(found);
        if (!found.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void take() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            picked.accept(chosen.value());
        }
    }

    private static final class TwoLineCell<T> extends ListCell<Found<T>> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final VBox face = new VBox(1, title, detail);

        TwoLineCell() {
            title.getStyleClass().add("lx-row-title");
            title.setMinWidth(0);
            detail.getStyleClass().add("lx-secondary");
            detail.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Found<T> choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty || choice == null ? null : face);
            if (choice != null) {
                title.setText(choice.title());
                detail.setText(choice.detail());
            }
            setAccessibleText(choice == null ? null : choice.title() + ", " + choice.detail());
        }
    }
}
