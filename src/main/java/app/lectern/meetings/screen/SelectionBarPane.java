package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Under the list while several meetings are selected: cancel them, set their options, create or retry them.
final class SelectionBarPane extends HBox {
    private final Shell shell;
    private final Words words;
    private final SlotDeedsViewModel model;
    private final Supplier<Optional<Integration>> in;
    private final Supplier<Map<String, MeetingOptions>> presets;

    SelectionBarPane(Shell shell, SlotDeedsViewModel model, Supplier<Optional<Integration>> in, Supplier<Map<String, MeetingOptions>> presets) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.in = in;
        this.presets = presets;
        getStyleClass().add("selection-bar");
        setAlignment(Pos.CENTER_LEFT);
        show(List.of());
    }

    void show(List<CalendarEntry> selected) {
        var cancellable = SlotDeedsViewModel.cancellable(selected);
        var changeable = SlotDeedsViewModel.changeable(selected);
        var open = SlotDeedsViewModel.open(selected);
        boolean shown = selected.size() > 1;
        setVisible(shown);
        setManaged(shown);
        var said = new Label(words.text("meetings.selected", selected.size()));
        said.getStyleClass().add("lx-strong");
        getChildren().setAll(said, Card.space(),
                button("meetings.selected.create", "meetings-selected-create", "bi-plus-circle", open.size(), () -> create(open)),
                button("meetings.selected.options", "meetings-selected-options", "bi-sliders", changeable.size(), () -> options(changeable)),
                button("meetings.selected.cancel", "meetings-selected-cancel", "bi-slash-circle", cancellable.size(), () -> cancel(cancellable, "")));
    }

    private Button button(String key, String id, String icon, int count, Runnable action) {
        var button = new Button(words.text(key, count), Icons.of(icon, 14));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setDisable(count == 0);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void create(List<Slot> slots) {
        in.get().ifPresent(of -> model.create(of, slots, results -> done(results, this::create)));
    }

    /// Those that could not be cancelled are asked about again, with the words that were meant for them.
    private void cancel(List<Slot> slots, String before) {
        int people = slots.stream().mapToInt(slot -> slot.planned().attendees().size()).sum();
        CancelPane.open(shell, words.text("meetings.selected.cancel-title", slots.size(), people), words.text("meetings.cancel.text"),
                words.text("meetings.selected.cancel", slots.size()), before, (message, done, refused) -> in.get().ifPresentOrElse(of -> model.cancel(of, slots, message,
                        results -> {
                            done.run();
                            done(results, failed -> cancel(failed, message));
                        }, refused), done));
    }

    /// All options at once, beginning with those of the first.
    private void options(List<Slot> slots) {
        var box = new DialogBox(words.text("meetings.selected.options-title", slots.size()), words, shell.layers(), shell::copy);
        var plan = new PlanViewModel(words, LocalDateTime.MIN.plusYears(1));
        plan.fill(slots.getFirst().planned());
        var pane = new OptionsPane(plan, words, presets, Optional.empty());
        var form = new VBox(pane);
        form.getStyleClass().add("lx-meeting-editor");
        form.getStylesheets().add(SelectionBarPane.class.getResource("meetings.css").toExternalForm());
        box.text(words.text("meetings.selected.options-text"));
        box.addScrolling(form);
        box.button(words.text("dialog.cancel"), () -> {});
        var accept = box.button(words.text("meetings.selected.options-accept", slots.size()),
                () -> setOptions(slots, plan.get().options()));
        accept.setId("meetings-selected-options-accept");
        accept.getStyleClass().add("accent");
        box.open(accept);
    }

    private void setOptions(List<Slot> slots, MeetingOptions options) {
        in.get().ifPresent(of -> model.setOptions(of, slots, options, results -> done(results, failed -> setOptions(failed, options))));
    }

    /// @param again does the same with those that failed
    private void done(SlotResults results, Consumer<List<Slot>> again) {
        if (results.failed().isEmpty()) {
            shell.notifications().finished(model.text().results(results), "");
        } else {
            ResultsPane.open(shell, model, results, again);
        }
    }
}
