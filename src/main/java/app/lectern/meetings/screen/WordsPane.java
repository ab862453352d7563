package app.lectern.meetings.screen;

import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.SlotField;
import app.lectern.shell.controls.Areas;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the invitation says and how it stands in the calendar: text, a sentence about recording, category, reminder.
final class WordsPane extends VBox {
    private final PlanViewModel plan;
    private final TextArea body = new TextArea();
    private final CheckBox notice;
    private final TextField category = new TextField();
    private final TextField reminder = new TextField();
    private boolean filling;

    /// @param usualNotice what is said about recording where nothing else was said
    WordsPane(PlanViewModel plan, Words words, Supplier<String> usualNotice) {
        this.plan = plan;
        getStyleClass().add("group");
        body.setId("meeting-body");
        body.setPrefRowCount(3);
        body.setWrapText(true);
        Areas.leaveByTab(body);
        notice = new CheckBox(words.text("meetings.editor.notice"));
        notice.setId("meeting-notice");
        category.setId("meeting-category");
        reminder.setId("meeting-reminder");
        reminder.setPrefWidth(90);
        reminder.setPromptText(words.text("meetings.editor.no-reminder"));
        var categoryRow = row(words.text("meetings.editor.category"), category);
        HBox.setHgrow(categoryRow, Priority.ALWAYS);
        var reminderRow = row(words.text("meetings.editor.reminder"), reminder);
        reminderRow.showProblem(plan.at(SlotField.REMINDER));
        getChildren().addAll(row(words.text("meetings.editor.body"), body), notice, new HBox(8, categoryRow, reminderRow));
        body.textProperty().addListener((observed, before, text) -> change(() -> plan.change(was -> was.withBody(text))));
        notice.selectedProperty().addListener((observed, before, on) -> change(() -> plan.change(was -> was.withNotice(on ? usualNotice.get() : ""))));
        category.textProperty().addListener((observed, before, text) -> change(() -> plan.change(was -> was.withCategory(text))));
        reminder.textProperty().addListener((observed, before, text) -> change(() -> plan.change(was -> was.withReminder(minutes(text)))));
        plan.filled().subscribe(times -> fill(plan.get()));
    }

    private static FieldRow row(String label, javafx.scene.layout.Region control) {
        var row = new FieldRow();
        row.setLabel(label);
        row.setControl(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        return row;
    }

    private void change(Runnable how) {
        if (!filling) {
            how.run();
        }
    }

    /// What is no number is marked as wrong by the check, not dropped.
    private static OptionalInt minutes(String text) {
        var typed = text.strip();
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        return typed.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.of(-1);
    }

    private void fill(Planned now) {
        filling = true;
        body.setText(now.body());
        notice.setSelected(!now.notice().isEmpty());
        category.setText(now.category());
        reminder.setText(now.reminder().isPresent() ? Integer.toString(now.reminder().getAsInt()) : "");
        filling = false;
    }
}
