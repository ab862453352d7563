package app.lectern.meetings.screen;

import app.lectern.accounts.MailAddress;
import app.lectern.meetings.planning.SlotField;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.PeopleField;
import app.lectern.shell.controls.PeopleSearch;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.words.Words;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who is invited, and who of them may stay away.
final class PeoplePane extends VBox {
    private final PlanViewModel plan;
    private boolean filling;

    PeoplePane(PlanViewModel plan, Words words, PeopleSearch search) {
        this.plan = plan;
        getStyleClass().add("group");
        var required = field(words, "meetings.editor.required", search, true);
        required.field().setId("meeting-required");
        var optional = field(words, "meetings.editor.optional", search, false);
        optional.field().setId("meeting-optional");
        var count = new Label();
        count.getStyleClass().add("lx-hint");
        plan.plan().subscribe(now -> count.setText(words.text("meetings.invited", now.attendees().size())));
        var fault = new Label();
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        fault.textProperty().bind(plan.at(SlotField.ATTENDEES));
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        getChildren().addAll(row(words.text("meetings.editor.required"), required), row(words.text("meetings.editor.optional"), optional), count, fault);
        plan.filled().subscribe(times -> {
            filling = true;
            required.people().setAll(plan.people(true));
            optional.people().setAll(plan.people(false));
            filling = false;
        });
    }

    private PeopleField field(Words words, String key, PeopleSearch search, boolean required) {
        var field = new PeopleField(words.text(key), words, address -> MailAddress.isWellFormed(MailAddress.normalised(address)), search);
        field.people().addListener((ListChangeListener<Person>) changed -> {
            if (!filling) {
                plan.people(List.copyOf(field.people()), required);
            }
        });
        return field;
    }

    private static FieldRow row(String label, PeopleField field) {
        var row = new FieldRow();
        row.setLabel(label);
        row.setControl(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        return row;
    }
}
