package app.lectern.shell.controls;

import app.lectern.shell.Later;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/// People as chips, and a field for more: suggests people of the directory for what is typed, takes a pasted list apart, and marks what is no
/// address. Enter, comma and semicolon add what is typed; Backspace in the empty field takes the last one back; Delete removes a chip.
public final class PeopleField extends FlowPane {
    private static final Duration TYPING = Duration.ofMillis(300);
    private static final int SHORTEST = 2;
    private static final int CHIPS = 6;

    private final Words words;
    private final Predicate<String> isAddress;
    private final PeopleSearch search;
    private final ObservableList<Person> people = FXCollections.observableArrayList();
    private final Later later = Later.onFxThread();
    private final Entry field = new Entry();
    private final Suggestions menu;
    private boolean whole;

    /// The field itself takes a whole list when one is pasted.
    private final class Entry extends TextField {
        @Override
        public void paste() {
            var text = Clipboard.getSystemClipboard().getString();
            if (text != null && PeopleText.isList(text)) {
                addAll(PeopleText.read(text));
            } else {
                super.paste();
            }
        }
    }

    public PeopleField(String name, Words words, Predicate<String> isAddress, PeopleSearch search) {
        this.words = words;
        this.menu = new Suggestions(field, words, this::take);
        this.isAddress = isAddress;
        this.search = search;
        getStyleClass().add("lx-people");
        field.setAccessibleText(name);
        field.setPromptText(words.text("people.add"));
        field.setPrefColumnCount(11);
        field.textProperty().addListener((observed, before, text) -> later.run(TYPING, this::suggest));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, typed -> {
            if (typed.getCharacter().equals(",") || typed.getCharacter().equals(";")) {
                addTyped();
                typed.consume();
            }
        });
        field.focusedProperty().addListener((observed, before, focused) -> {
            if (!focused && !menu.isShowing()) {
                addTyped();
            }
        });
        people.addListener((ListChangeListener<Person>) changed -> show());
        show();
    }

    public ObservableList<Person> people() {
        return people;
    }

    public TextField field() {
        return field;
    }

    private void show() {
        var chips = people.stream().limit(whole ? Long.MAX_VALUE : CHIPS).map(this::chip).toList();
        getChildren().setAll(chips);
        if (chips.size() < people.size()) {
            var more = new Button(words.text("people.more", people.size() - chips.size()));
            more.getStyleClass().setAll("button", "chip");
            more.setOnAction(pressed -> {
                whole = true;
                show();
                field.requestFocus();
            });
            getChildren().add(more);
        }
        getChildren().add(field);
    }

    private Button chip(Person person) {
        boolean fits = isAddress.test(person.address());
        var chip = new Button(person.shown(), Icons.of(fits ? "bi-x" : "bi-exclamation-triangle-fill", 12));
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        chip.getStyleClass().setAll("button", "chip");
        if (!fits) {
            chip.getStyleClass().add("wrong");
        }
        chip.setMaxWidth(220);
        chip.setAccessibleText(words.text(fits ? "people.remove" : "people.remove-wrong", person.shown()));
        chip.setTooltip(new Tooltip(person.name().isBlank() ? person.address() : person.name() + " <" + person.address() + ">"));
        chip.setOnAction(pressed -> remove(person));
        chip.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
                remove(person);
                key.consume();
            }
        });
        return chip;
    }

    private void remove(Person person) {
        people.remove(person);
        field.requestFocus();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !field.getText().isBlank()) {
            addTyped();
            key.consume();
        } else if (key.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty() && !people.isEmpty()) {
            people.removeLast();
            key.consume();
        } else if (key.getCode() == KeyCode.DOWN && menu.isShowing()) {
            menu.enter();
        }
    }

    private void addTyped() {
        var text = field.getText();
        if (!text.isBlank()) {
            field.clear();
            addAll(PeopleText.read(text));
        }
        menu.hide();
    }

    private void addAll(List<Person> more) {
        for (var person : more) {
            if (people.stream().noneMatch(known -> known.address().toLowerCase(Locale.ROOT).equals(person.address().toLowerCase(Locale.ROOT)))) {
                people.add(person);
            }
        }
    }

    private void suggest() {
        var typed = field.getText().strip();
        if (!field.isFocused() || typed.length() < SHORTEST || isAddress.test(typed)) {
            menu.hide();
            return;
        }
        search.search(typed, found -> whileStill(typed, () -> menu.offer(found)), why -> whileStill(typed, () -> menu.refused(why)));
    }

    private void whileStill(String typed, Runnable then) {
        if (typed.equals(field.getText().strip())) {
            then.run();
        }
    }

    private void take(Person person) {
        field.clear();
        addAll(List.of(person));
        field.requestFocus();
    }
}
