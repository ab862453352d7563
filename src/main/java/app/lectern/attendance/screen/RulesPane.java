package app.lectern.attendance.screen;

import app.lectern.attendance.AttendanceRules;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Segmented;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Spinner;

/// From when on somebody counts as attended, and how much later than the start is still on time.
final class RulesPane {
    private RulesPane() {}

    static void open(Shell shell, AttendanceDeedsViewModel deeds, AttendanceRules rules) {
        var words = shell.words();
        var box = new DialogBox(words.text("attendance.rules.title"), words, shell.layers(), shell::copy);
        var least = new Spinner<Integer>(0, 1440, rules.least());
        least.setId("rules-least");
        least.setEditable(true);
        var unit = new Segmented<>(List.of(true, false), percent -> words.text(percent ? "attendance.rules.percent" : "attendance.rules.minutes"));
        unit.setId("rules-unit");
        unit.valueProperty().set(rules.percent());
        var grace = new Spinner<Integer>(0, 120, (int) rules.grace().toMinutes());
        grace.setId("rules-grace");
        grace.setEditable(true);
        box.add(row(words.text("attendance.rules.least"), least), unit, row(words.text("attendance.rules.grace"), grace));
        box.button(words.text("dialog.cancel"), () -> {});
        var save = box.button(words.text("attendance.rules.save"), () -> deeds.keepRules(
                new AttendanceRules(least.getValue(), unit.valueProperty().get(), Duration.ofMinutes(grace.getValue()))));
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        box.open(least);
    }

    private static FieldRow row(String label, javafx.scene.Node control) {
        var row = new FieldRow();
        row.setLabel(label);
        row.setControl(control);
        return row;
    }
}
