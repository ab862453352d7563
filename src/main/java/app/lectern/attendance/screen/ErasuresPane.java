package app.lectern.attendance.screen;

import app.lectern.attendance.Erasure;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Tables;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// Whose data was erased cannot be said any more; that it was done, when, by whom and why, can.
final class ErasuresPane {
    private ErasuresPane() {}

    static void open(Shell shell, List<Erasure> done) {
        var words = shell.words();
        var box = new DialogBox(words.text("attendance.erasures"), words, shell.layers(), shell::copy).wide(700);
        box.text(words.text("attendance.erasures.about"));
        TableView<Erasure> table = Tables.dense(words.text("attendance.erasures"), shell::copy, row -> {});
        table.setId("attendance-erasures");
        table.setPrefHeight(220);
        table.setPlaceholder(new Label(words.text("attendance.erasures.none")));
        table.getColumns().add(Tables.<Erasure>text(words.text("attendance.column.date"), 130, each -> words.when(each.at())));
        table.getColumns().add(Tables.<Erasure>text(words.text("attendance.erasures.by"), 130, Erasure::by));
        table.getColumns().add(Tables.<Erasure>name(words.text("attendance.erase.reason"), 260, Erasure::reason));
        table.getColumns().add(Tables.<Erasure, Integer>number(words.text("attendance.erasures.entries"), 90, Erasure::entries, words::count));
        table.getItems().setAll(done);
        box.add(table);
        box.button(words.text("dialog.close"), () -> {});
        box.open(table);
    }
}
