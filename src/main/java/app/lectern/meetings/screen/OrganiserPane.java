package app.lectern.meetings.screen;

import app.lectern.meetings.planning.SlotField;
import app.lectern.shell.Later;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.PeopleSearch;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.shell.controls.Suggestions;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whose meeting it will be: an address, or nobody in particular, which means whoever the order of organisers finds.
final class OrganiserPane extends VBox {
    private static final Duration TYPING = Duration.ofMillis(300);
    private static final int SHORTEST = 2;

    private final PlanViewModel plan;
    private final TextField field = new TextField();
    private final Suggestions menu;
    private final Later later = Later.onFxThread();
    private boolean filling;

    /// @param usual  whom the order of organisers would find; empty where that is not known
    /// @param chosen is told of each other organiser
    OrganiserPane(PlanViewModel plan, Words words, ObservableValue<String> usual, ObservableBooleanValue fixed, PeopleSearch search,
            Consumer<String> chosen) {
        this.plan = plan;
        this.menu = new Suggestions(field, words, this::take);
        field.setId("meeting-organiser");
        field.disableProperty().bind(fixed);
        var row = new FieldRow();
        row.setLabel(words.text("meetings.editor.organiser"));
        row.setControl(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        row.showProblem(plan.at(SlotField.ORGANISER));
        usual.subscribe(address -> {
            field.setPromptText(address.isEmpty() ? words.text("meetings.editor.by-order") : address);
            row.setHint(address.isEmpty() ? "" : words.text("meetings.editor.organiser-hint", address));
        });
        getChildren().add(row);
        field.textProperty().addListener((observed, before, text) -> {
            if (!filling) {
                plan.change(was -> was.withOrganiser(text));
                chosen.accept(text.strip());
                later.run(TYPING, () -> suggest(search));
            }
        });
        plan.filled().subscribe(times -> {
            filling = true;
            field.setText(plan.get().organiser());
            filling = false;
        });
    }

    private void suggest(PeopleSearch search) {
        var typed = field.getText().strip();
        if (!field.isFocused() || typed.length() < SHORTEST || typed.contains("@")) {
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
        field.setText(person.address());
        field.end();
    }
}
