package app.lectern.shell.controls;

import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/// Below a field: whom what was typed there may mean, or why nobody can be looked up.
public final class Suggestions {
    private static final int MOST = 8;

    private final TextField field;
    private final Words words;
    private final Consumer<Person> taken;
    private final ContextMenu menu = new ContextMenu();

    /// @param taken is told of the one that was chosen
    public Suggestions(TextField field, Words words, Consumer<Person> taken) {
        this.field = field;
        this.words = words;
        this.taken = taken;
    }

    public void offer(List<Person> found) {
        show(found.stream().filter(person -> !person.address().isBlank()).limit(MOST).map(this::item).toList());
    }

    /// An address can be typed all the same.
    public void refused(String why) {
        var item = new MenuItem(words.text("people.refused", why));
        item.setMnemonicParsing(false);
        item.setDisable(true);
        show(List.of(item));
    }

    public void hide() {
        menu.hide();
    }

    public boolean isShowing() {
        return menu.isShowing();
    }

    /// The keyboard goes to the first of them.
    public void enter() {
        menu.getSkin().getNode().requestFocus();
    }

    private void show(List<MenuItem> items) {
        menu.getItems().setAll(items);
        if (items.isEmpty() || field.getScene() == null) {
            menu.hide();
        } else if (!menu.isShowing()) {
            menu.show(field, Side.BOTTOM, 0, 0);
        }
    }

    private MenuItem item(Person person) {
        var item = new MenuItem(person.name().isBlank() ? person.address() : words.text("people.suggested", person.name(), person.address()));
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> taken.accept(person));
        return item;
    }
}
