package app.lectern.attendance.screen;

import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.MeetingRole;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The dialog "Add entry by hand": who was there, from when to when, and why somebody says so.
final class EntryPane extends VBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm[:ss]");

    private final Words words;
    private final MeetingLine line;
    private final TextField name = field("entry-name");
    private final TextField email = field("entry-email");
    private final ChoiceBox<MeetingRole> role = new ChoiceBox<>();
    private final TextField joined = field("entry-joined");
    private final TextField left = field("entry-left");
    private final TextField reason = field("entry-reason");
    private final Button add = new Button();
    private final StringProperty problem = new SimpleStringProperty("");

    private EntryPane(Words words, MeetingLine line) {
        super(10);
        this.words = words;
        this.line = line;
        role.getItems().setAll(MeetingRole.values());
        role.setValue(MeetingRole.ATTENDEE);
        role.setConverter(Choices.by(words::of));
        joined.setText(words.time(line.start()));
        left.setText(words.time(line.end()));
        var why = row("attendance.entry.reason", reason);
        why.setHint(words.text("attendance.entry.hint"));
        var fault = new Label(null, Icons.of(Tone.DANGER, 11));
        fault.getStyleClass().add("lx-fault");
        fault.setWrapText(true);
        fault.textProperty().bind(problem);
        fault.visibleProperty().bind(problem.isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        add.accessibleHelpProperty().bind(problem);
        getChildren().addAll(pair(row("attendance.entry.name", name), row("attendance.entry.email", email)),
                pair(row("attendance.entry.joined", joined), row("attendance.entry.left", left), row("attendance.column.role", role)), why, fault);
    }

    private static TextField field(String id) {
        var field = new TextField();
        field.setId(id);
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private FieldRow row(String key, javafx.scene.Node control) {
        var row = new FieldRow();
        row.setLabel(words.text(key));
        row.setControl(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        return row;
    }

    private static HBox pair(FieldRow... rows) {
        var line = new HBox(12, rows);
        for (var row : rows) {
            HBox.setHgrow(row, Priority.ALWAYS);
            row.setPrefWidth(10);
        }
        return line;
    }

    static void open(Shell shell, AttendanceDeedsViewModel deeds, MeetingLine line) {
        var words = shell.words();
        var pane = new EntryPane(words, line);
        var box = new DialogBox(words.text("attendance.enter.title", line.subject()), words, shell.layers(), shell::copy);
        box.add(pane);
        box.button(words.text("dialog.cancel"), () -> {});
        var add = pane.add;
        add.setText(words.text("attendance.enter.accept"));
        add.setId("entry-accept");
        add.getStyleClass().add("accent");
        add.setDefaultButton(true);
        add.setOnAction(pressed -> pane.submit(deeds, box));
        box.right(add);
        box.open(pane.name);
    }

    private void submit(AttendanceDeedsViewModel deeds, DialogBox box) {
        var from = moment(joined.getText());
        var until = moment(left.getText());
        if (from.isEmpty() || until.isEmpty()) {
            problem.set(words.text("attendance.entry.no-time"));
            return;
        }
        deeds.enter(name.getText(), email.getText().strip(), role.getValue(), from.get(), until.get(), reason.getText(), box::close, this::refuse);
    }

    private void refuse(Problem refused) {
        problem.set(new ProblemText(words).why(refused));
    }

    /// A time of day means the one that is nearest to the meeting; a meeting may run past midnight.
    private Optional<Instant> moment(String typed) {
        try {
            var time = LocalTime.parse(typed.strip(), CLOCK);
            var day = line.start().atZone(words.zone());
            var near = day.with(time).toInstant();
            return Optional.of(near.isBefore(line.start().minus(Duration.ofHours(12))) ? day.plusDays(1).with(time).toInstant() : near);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
