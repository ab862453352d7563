package app.lectern.deliverables;

import app.lectern.shell.Later;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.shell.controls.Suggestions;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field for assignees that suggests people of the directory for the name that is being typed.
final class AssigneesPane extends HBox {
    private static final Duration TYPING = Duration.ofMillis(300);
    private static final int SHORTEST = 2;

    private final DeliverableDeedsViewModel deeds;
    private final TextField field = new TextField();
    private final Suggestions menu;
    private final Later later = Later.onFxThread();

    AssigneesPane(DeliverableDeedsViewModel deeds, Words words, List<String> addresses) {
        this.deeds = deeds;
        this.menu = new Suggestions(field, words, this::take);
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
        deeds.searchPeople(typed, found -> whileStill(typed, () -> menu.offer(found)), why -> whileStill(typed, () -> menu.refused(why)));
    }

    private void whileStill(String typed, Runnable then) {
        if (typed.equals(typed())) {
            then.run();
        }
    }

    private void take(Person person) {
        var text = field.getText();
        var before = text.substring(0, text.length() - text.replaceFirst("(?s)^.*[;,]", "").length()).strip();
        field.setText((before.isEmpty() ? "" : before + " ") + person.address() + "; ");
        field.end();
    }
}
