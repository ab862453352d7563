package app.lectern.deliverables;

import app.lectern.problems.ProblemText;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Areas;
import app.lectern.shell.controls.DateFields;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The dialog in which a deliverable is entered or changed. What is wrong is said while one types.
final class EditorPane extends FormPane {
    private final Words words;
    private final Deliverable before;
    private final TextField project = new TextField();
    private final TextField client = new TextField();
    private final TextField description = new TextField();
    private final TextField percentage = new TextField();
    private final DatePicker date = new DatePicker();
    private final AssigneesPane people;
    private final TextField assignees;
    private final TextField link = new TextField();
    private final TextArea notes = new TextArea();
    private final CheckBox done = new CheckBox();
    private final Label fault = new Label();
    private Button save;

    private EditorPane(DeliverableDeedsViewModel deeds, Words words, Deliverable before) {
        this.words = words;
        this.before = before;
        people = new AssigneesPane(deeds, words, before.assignees());
        assignees = people.field();
        assignees.textProperty().subscribe(typed -> judge());
        setId("deliverable-editor");
        named(project, "deliverable-project", before.project());
        named(client, "deliverable-client", before.client());
        named(description, "deliverable-description", before.description());
        named(percentage, "deliverable-percentage", Column.PERCENTAGE.of(before));
        named(link, "deliverable-link", before.link());
        named(notes, "deliverable-notes", before.notes());
        client.setPromptText(words.text("deliverables.internal"));
        notes.setPrefRowCount(3);
        notes.setWrapText(true);
        Areas.leaveByTab(notes);
        date.setId("deliverable-date");
        DateFields.in(date, words);
        date.setValue(before.date().orElse(null));
        date.getEditor().textProperty().subscribe(text -> judge());
        date.valueProperty().subscribe(day -> judge());
        percentage.setPrefColumnCount(4);
        done.setText(words.text("deliverables.is-done"));
        done.setSelected(before.doneOn().isPresent());
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        getChildren().addAll(pair(row("deliverables.column.project", project), row("deliverables.column.client", client)),
                pair(row("deliverables.column.deliverable", description), row("deliverables.column.percentage", percentage)),
                pair(row("deliverables.column.date", date), row("deliverables.column.link", link)),
                row("deliverables.column.assignees", people), row("deliverables.column.notes", notes), done, fault);
    }

    private void named(TextInputControl control, String id, String text) {
        control.setId(id);
        control.setText(text);
        control.textProperty().subscribe(typed -> judge());
    }

    private FieldRow row(String label, Node control) {
        var row = new FieldRow();
        row.setLabel(words.text(label));
        row.setControl(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox.setHgrow(row, Priority.ALWAYS);
        return row;
    }

    private static HBox pair(Node left, Node right) {
        var pair = new HBox(left, right);
        pair.getStyleClass().add("pair");
        return pair;
    }

    static void open(Shell shell, DeliverableDeedsViewModel deeds, Optional<Deliverable> which) {
        var words = shell.words();
        var fresh = new Deliverable("", "", "", "", OptionalInt.empty(), Optional.empty(), "", java.util.List.of(), "", Optional.empty());
        var pane = new EditorPane(deeds, words, which.orElse(fresh));
        var title = which.map(each -> words.text("deliverables.edit-title", each.subject())).orElseGet(() -> words.text("deliverables.new"));
        var box = new DialogBox(title, words, shell.layers(), shell::copy).wide(600);
        box.add(pane);
        which.filter(each -> deeds.canMakeReview()).ifPresent(each -> {
            var review = box.left(words.text("deliverables.make-review"), () -> {
                box.close();
                deeds.makeReview(each);
            });
            review.setId("deliverable-review");
        });
        box.button(words.text("dialog.cancel"), () -> {});
        pane.save = box.button(words.text("deliverables.save"), () -> deeds.save(pane.entered(deeds)));
        pane.save.getStyleClass().add("accent");
        pane.save.setId("deliverable-save");
        pane.save.setDefaultButton(true);
        pane.judge();
        box.open(pane.project);
    }

    private void judge() {
        if (save == null) {
            return;
        }
        var typed = date.getEditor().getText();
        boolean dateUnread = typed != null && !typed.isBlank() && dateEntered().isEmpty();
        boolean numberUnread = !percentage.getText().isBlank() && number().isEmpty();
        var wrong = dateUnread ? Optional.of(words.text("deliverables.fault.date"))
                : numberUnread ? Optional.of(words.text("deliverables.fault.percentage"))
                : deliverable("new").fault().map(problem -> new ProblemText(words).why(problem));
        boolean untouched = project.getText().isBlank() && description.getText().isBlank();
        fault.setText(untouched ? "" : wrong.orElse(""));
        save.setDisable(wrong.isPresent());
    }

    private Optional<java.time.LocalDate> dateEntered() {
        try {
            return Optional.ofNullable(date.getConverter().fromString(date.getEditor().getText()));
        } catch (java.time.DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private OptionalInt number() {
        var text = percentage.getText().replace("%", "").strip();
        return text.matches("\\d{1,3}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private Deliverable deliverable(String key) {
        return new Deliverable(key, project.getText(), client.getText(), description.getText(), number(), dateEntered(), notes.getText(),
                Arrays.asList(assignees.getText().split("[;,\\s]+")), link.getText(), before.doneOn());
    }

    private Deliverable entered(DeliverableDeedsViewModel deeds) {
        var today = deeds.now().map(Snapshot::today);
        return deliverable(before.key()).done(done.isSelected() ? before.doneOn().or(() -> today) : Optional.empty());
    }
}
