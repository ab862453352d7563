package app.lectern.deliverables;

import app.lectern.accounts.Account;
import app.lectern.shell.Later;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field for assignees that suggests people of the directory for the name that is being typed.
final class AssigneesPane extends HBox {
    private static final Duration TYPING = Duration.ofMillis(300);
    private static final int MOST = 8;
    private static final int SHORTEST = 2;

    private final DeliverablesViewModel model;
    private final Words words;
    private final TextField field = new TextField();
    private final ContextMenu menu = new ContextMenu();
    private final Later later = Later.onFxThread();

    AssigneesPane(DeliverablesViewModel model, Words words, List<String> addresses) {
        this.model = model;
        this.words = words;
        field.setId("deliverable-assignees");
        field.setText(String.join("; ", addresses));
        field.setPromptText(words.text("deliverables.assignees.hint"));
        field.setAccessibleText(words.text("deliverables.column.assignees"));
        setHgrow(field, Priority.ALWAYS);
        getChildren().add(field);
        field.textProperty().addListener((observed, before, text) -> later.run(TYPING, this::search));
    }

    TextField field() {
        return field;
    }

    /// What stands after the last separator.
    private String typed() {
        return field.getText().replaceFirst("(?s)^.*[;,]", "").strip();
    }

    private void search() {
        var typed = typed();
        if (!field.isFocused() || typed.length() < SHORTEST || typed.contains("@")) {
            menu.hide();
            return;
        }
        model.searchPeople(typed, found -> {
            if (typed.equals(typed())) {
                suggest(found);
            }
        });
    }

    private void suggest(List<Account> found) {
        menu.getItems().setAll(found.stream().filter(account -> !account.mail().isBlank()).limit(MOST).map(this::item).toList());
        if (menu.getItems().isEmpty()) {
            menu.hide();
        } else if (!menu.isShowing()) {
            menu.show(field, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem item(Account account) {
        var item = new MenuItem(words.text("deliverables.assignees.person", account.displayName(), account.mail()));
        item.setOnAction(chosen -> {
            var text = field.getText();
            var before = text.substring(0, text.length() - text.replaceFirst("(?s)^.*[;,]", "").length()).strip();
            field.setText((before.isEmpty() ? "" : before + " ") + account.mail() + "; ");
            field.end();
        });
        return item;
    }
}
