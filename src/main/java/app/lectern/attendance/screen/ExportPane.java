package app.lectern.attendance.screen;

import app.lectern.attendance.export.AttendanceExport;
import app.lectern.attendance.export.ExportColumn;
import app.lectern.attendance.export.ExportFormat;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Segmented;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.geometry.Pos;

/// The dialog "Export": what kind of file, of which meetings, with which columns.
final class ExportPane {
    private ExportPane() {}

    static void open(Shell shell, AttendanceDeedsViewModel deeds, String subject, int listed, boolean manual, ExportFormat usual) {
        var words = shell.words();
        var box = new DialogBox(words.text("attendance.export"), words, shell.layers(), shell::copy).wide(690);
        var format = new Segmented<>(List.of(ExportFormat.values()), words::of);
        format.setId("export-format");
        format.valueProperty().set(usual);
        var all = new Segmented<>(List.of(false, true), every -> every ? words.text("attendance.export.listed", listed) : words.text("attendance.export.one"));
        all.setId("export-scope");
        var choices = new HBox(12, format, all);
        choices.setAlignment(Pos.CENTER_LEFT);
        var columns = new FlowPane(16, 8);
        var boxes = boxes(columns, words);
        var title = new Label(words.text("attendance.export.columns"));
        title.getStyleClass().add("lx-field-label");
        box.add(choices, title, columns);
        if (manual) {
            box.text(words.text("attendance.export.has-manual"));
        }
        box.button(words.text("dialog.cancel"), () -> {});
        var save = box.button(words.text("attendance.export.save"), () -> {
            var chosen = chosen(boxes);
            var kind = format.valueProperty().get();
            var name = (all.valueProperty().get() ? words.text("place.attendance") : subject).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
            shell.dialogs().chooseTarget(words.text("attendance.export"), name + kind.ending(), new Dialogs.FileKind(words.of(kind), List.of("*" + kind.ending())))
                    .ifPresent(file -> deeds.export(all.valueProperty().get(), chosen, kind, file, saved ->
                            shell.notifications().finished(words.text("attendance.export"), words.text("attendance.exported", saved.getFileName()))));
        });
        save.setId("export-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        boxes.values().forEach(each -> each.selectedProperty().subscribe(now -> save.setDisable(chosen(boxes).isEmpty())));
        box.open(save);
    }

    private static Map<ExportColumn, CheckBox> boxes(FlowPane into, app.lectern.words.Words words) {
        var boxes = new EnumMap<ExportColumn, CheckBox>(ExportColumn.class);
        for (var column : ExportColumn.values()) {
            var check = new CheckBox(words.of(column));
            check.setSelected(AttendanceExport.USUAL.contains(column));
            check.setPrefWidth(204);
            boxes.put(column, check);
            into.getChildren().add(check);
        }
        return boxes;
    }

    private static Set<ExportColumn> chosen(Map<ExportColumn, CheckBox> boxes) {
        var chosen = EnumSet.noneOf(ExportColumn.class);
        boxes.forEach((column, check) -> {
            if (check.isSelected()) {
                chosen.add(column);
            }
        });
        return chosen;
    }
}
