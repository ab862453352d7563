package app.lectern.attendance.screen;

import app.lectern.attendance.AddedAttendance.Preview;
import app.lectern.attendance.AttendanceText;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.Presence;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import javafx.scene.control.TableView;

/// What an attendance file holds, before it is taken over.
final class ImportPane {
    private ImportPane() {}

    static void open(Shell shell, AttendanceDeedsViewModel deeds, MeetingLine line, Preview preview) {
        var words = shell.words();
        var text = new AttendanceText(words);
        var file = preview.content();
        var box = new DialogBox(words.text("attendance.import.title", preview.path().getFileName()), words, shell.layers(), shell::copy).wide(640);
        var times = file.began().map(words::when).orElse("") + "–" + file.ended().map(words::time).orElse("");
        box.text(words.text("attendance.import.about", file.presences().size(), file.title(), times, line.subject()));
        if (!preview.fits()) {
            box.add(new InlineMessage(Tone.WARNING, words.text("attendance.import.other"), words.text("attendance.import.other.text", words.when(line.start()))));
        }
        if (preview.known()) {
            box.add(new InlineMessage(Tone.ACCENT, words.text("attendance.import.again"), words.text("attendance.import.again.text")));
        }
        if (!file.unread().isEmpty()) {
            box.add(new InlineMessage(Tone.WARNING, words.text("attendance.import.unread", file.unread().size()),
                    String.join("\n", file.unread().stream().limit(3).toList())));
        }
        TableView<Presence> table = Tables.dense(words.text("attendance.participants"), shell::copy, row -> {});
        table.setId("import-table");
        table.setPrefHeight(260);
        table.getColumns().add(Tables.<Presence>name(words.text("attendance.column.participant"), 200, each -> each.who().called()));
        table.getColumns().add(Tables.<Presence>text(words.text("attendance.column.email"), 200, each -> each.who().email()));
        table.getColumns().add(Tables.number(words.text("attendance.column.time"), 100, Presence::stated, text::length));
        table.getColumns().add(Tables.<Presence, Integer>number(words.text("attendance.column.sessions"), 80, each -> each.stays().size(), String::valueOf));
        table.getItems().setAll(file.presences());
        box.add(table);
        box.button(words.text("dialog.cancel"), () -> {});
        var accept = box.button(words.text("attendance.import.accept", file.presences().size()), () -> deeds.accept(preview, done ->
                shell.notifications().finished(words.text("attendance.import"), words.text("attendance.import.done", file.presences().size(), line.subject()))));
        accept.setId("import-accept");
        accept.getStyleClass().add("accent");
        accept.setDefaultButton(true);
        box.open(accept);
    }
}
