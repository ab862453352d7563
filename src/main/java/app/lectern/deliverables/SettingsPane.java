package app.lectern.deliverables;

import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.words.Words;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/// The dialog about the calendar and what its events say.
final class SettingsPane extends FormPane {
    private static final int WIDE = 28;

    private final Words words;
    private final TextField mailbox = new TextField();
    private final TextField calendar = new TextField();
    private final TextField reminder = new TextField();
    private final TextField category = new TextField();
    private final ComboBox<String> zone = new ComboBox<>();
    private final CheckBox invites = new CheckBox();
    private final CheckBox notes = new CheckBox();

    private SettingsPane(Words words, CalendarSettings now) {
        this.words = words;
        setId("deliverables-settings");
        mailbox.setText(now.mailbox());
        mailbox.setPrefColumnCount(WIDE);
        mailbox.setPromptText(words.text("deliverables.settings.service-account"));
        calendar.setText(now.calendarName());
        calendar.setPrefColumnCount(WIDE);
        reminder.setText(now.reminder().isPresent() ? Integer.toString(now.reminder().getAsInt()) : "");
        category.setText(now.category());
        zone.getItems().setAll(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        zone.setValue(now.zone().getId());
        invites.setText(words.text("deliverables.settings.invites"));
        invites.setSelected(now.invites());
        notes.setText(words.text("deliverables.settings.notes"));
        notes.setSelected(now.withNotes());
        getChildren().addAll(row("deliverables.settings.calendar", "", calendar), row("deliverables.settings.mailbox", "", mailbox),
                row("deliverables.settings.zone", "", zone), row("deliverables.settings.reminder", "deliverables.settings.reminder.hint", reminder),
                row("deliverables.settings.category", "", category), notes, invites);
    }

    private FieldRow row(String label, String hint, Node control) {
        var row = new FieldRow();
        row.setLabel(words.text(label));
        row.setControl(control);
        if (!hint.isEmpty()) {
            row.setHint(words.text(hint));
        }
        return row;
    }

    static void open(Shell shell, DeliverableDeedsViewModel deeds) {
        deeds.now().ifPresent(now -> {
            var words = shell.words();
            var pane = new SettingsPane(words, now.settings());
            var box = new DialogBox(words.text("deliverables.settings"), words, shell.layers(), shell::copy);
            box.add(pane);
            box.button(words.text("dialog.cancel"), () -> {});
            var save = box.button(words.text("deliverables.settings.save"), () -> deeds.saveSettings(pane.entered(now.settings())));
            save.getStyleClass().add("accent");
            save.setDefaultButton(true);
            save.disableProperty().bind(pane.calendar.textProperty().map(String::isBlank));
            box.open(pane.calendar);
        });
    }

    private CalendarSettings entered(CalendarSettings before) {
        var minutes = reminder.getText().strip().matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(reminder.getText().strip())) : OptionalInt.empty();
        return before.calendar(calendar.getText().strip(), before.calendarId()).mailbox(mailbox.getText().strip())
                .events(ZoneId.of(zone.getValue()), minutes, category.getText().strip(), invites.isSelected(), notes.isSelected());
    }
}
