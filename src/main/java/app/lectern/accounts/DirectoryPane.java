package app.lectern.accounts;

import app.lectern.shell.DialogBox;
import app.lectern.shell.Later;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.Shell;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The dialog "From the directory": finds people while one types, and adds the chosen ones.
final class DirectoryPane extends VBox {
    private static final Duration TYPING = Duration.ofMillis(300);

    private final Shell shell;
    private final AccountsViewModel model;
    private final TextField text = new TextField();
    private final ObservableList<Account> found = FXCollections.observableArrayList();
    private final ListView<Account> list = new ListView<>(found);
    private final Later later = Later.onFxThread();

    private DirectoryPane(Shell shell, AccountsViewModel model) {
        this.shell = shell;
        this.model = model;
        var words = shell.words();
        setSpacing(8);
        text.setId("directory-text");
        text.setPromptText(words.text("accounts.directory.hint"));
        text.setAccessibleText(words.text("accounts.directory.hint"));
        list.setId("directory-list");
        list.setAccessibleText(words.text("accounts.directory.results"));
        list.setPrefHeight(280);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var none = new Label(words.text("accounts.directory.none"));
        none.getStyleClass().add("lx-secondary");
        list.setPlaceholder(new Label());
        list.setCellFactory(of -> new PersonCell());
        text.textProperty().subscribe(typed -> later.run(TYPING, () -> look(typed, none)));
        text.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !found.isEmpty()) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                key.consume();
            }
        });
        getChildren().addAll(text, list);
    }

    private void look(String typed, Label none) {
        model.search(typed, people -> {
            found.setAll(people);
            // so that Enter takes the best match
            list.getSelectionModel().selectFirst();
            list.setPlaceholder(typed.strip().length() < 2 ? new Label() : none);
        }, problem -> {
            found.clear();
            list.setPlaceholder(ProblemMessage.of(shell, problem, () -> look(text.getText(), none)));
        });
    }

    static void open(Shell shell, AccountsViewModel model, Consumer<List<String>> chosen) {
        var words = shell.words();
        var pane = new DirectoryPane(shell, model);
        var box = new DialogBox(words.text("accounts.directory.title"), words, shell.layers(), shell::copy);
        box.add(pane);
        box.button(words.text("dialog.cancel"), () -> {});
        Button add = box.button(words.text("accounts.directory.add", 0), () -> chosen.accept(pane.addresses()));
        add.setId("directory-add");
        add.getStyleClass().add("accent");
        add.setDefaultButton(true);
        add.setDisable(true);
        Runnable count = () -> {
            int chosenNow = pane.list.getSelectionModel().getSelectedItems().size();
            add.setText(words.text("accounts.directory.add", chosenNow));
            add.setDisable(chosenNow == 0);
        };
        pane.list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Account>) changed -> count.run());
        pane.list.getSelectionModel().selectedItemProperty().subscribe(count);
        box.open(pane.text);
    }

    private List<String> addresses() {
        return list.getSelectionModel().getSelectedItems().stream()
                .map(account -> account.mail().isEmpty() || account.isGuest() ? account.userPrincipalName() : account.mail())
                .toList();
    }

    private static final class PersonCell extends ListCell<Account> {
        @Override
        protected void updateItem(Account item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var name = new Label(item.displayName());
            name.getStyleClass().add("lx-strong");
            var address = new Label(item.userPrincipalName());
            address.getStyleClass().add("lx-secondary");
            setGraphic(new VBox(name, address));
            setAccessibleText(item.displayName() + ", " + item.userPrincipalName());
        }
    }
}
