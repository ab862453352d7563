package app.lectern.attendance.screen;

import app.lectern.attendance.AttendanceSource;
import app.lectern.attendance.AttendanceText;
import app.lectern.attendance.Comparison;
import app.lectern.attendance.MeetingAttendance;
import app.lectern.attendance.Report;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sources of a meeting's attendance side by side, the largest differences on top, and what was brought in by people, which
/// can be taken back.
final class ComparePane {
    private ComparePane() {}

    static void open(Shell shell, AttendanceDeedsViewModel deeds, MeetingAttendance of, Runnable again) {
        var words = shell.words();
        var text = new AttendanceText(words);
        var box = new DialogBox(words.text("attendance.compare.title", of.line().subject()), words, shell.layers(), shell::copy).wide(800);
        TableView<Comparison> table = Tables.dense(words.text("attendance.compare"), shell::copy, row -> {});
        table.setId("compare-table");
        table.setPrefHeight(300);
        table.getColumns().add(Tables.<Comparison>name(words.text("attendance.column.participant"), 176, each -> each.who().called()));
        for (var source : AttendanceSource.values()) {
            table.getColumns().add(Tables.<Comparison>text(words.of(source), 112, each -> each.says().containsKey(source) ? text.length(each.says().get(source)) : "–"));
        }
        table.getColumns().add(Tables.<Comparison>chip(words.text("attendance.compare.difference"), 118,
                each -> each.says().size() < 2 ? words.text("attendance.compare.alone") : text.length(each.difference()),
                each -> each.says().size() < 2 ? Tone.NEUTRAL : each.difference().compareTo(Duration.ofMinutes(1)) > 0 ? Tone.WARNING : Tone.SUCCESS));
        table.getItems().setAll(deeds.compare(of));
        box.text(words.text("attendance.compare.text"));
        box.add(table);
        var brought = new VBox(4);
        of.told().stream().map(told -> told.report()).filter(report -> report.source() == AttendanceSource.MANUAL || report.source() == AttendanceSource.CSV)
                .forEach(report -> brought.getChildren().add(line(shell, deeds, box, report)));
        box.add(brought);
        box.left(words.text("attendance.compare.calls"), () -> deeds.readCallRecords(() -> {
            box.close();
            again.run();
        })).setId("compare-calls");
        var close = box.button(words.text("dialog.close"), () -> {});
        box.open(close);
    }

    private static HBox line(Shell shell, AttendanceDeedsViewModel deeds, DialogBox box, Report report) {
        var words = shell.words();
        var says = new Label(new AttendanceText(words).origin(report));
        says.setMinWidth(0);
        says.getStyleClass().add("lx-secondary");
        var back = new Button(words.text("attendance.take-back"), Icons.of("bi-arrow-counterclockwise", 14));
        back.getStyleClass().addAll("small", "flat");
        back.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        back.setOnAction(pressed -> {
            box.close();
            deeds.takeBack(report);
        });
        var line = new HBox(8, says, back);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
