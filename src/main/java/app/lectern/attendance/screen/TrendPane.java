package app.lectern.attendance.screen;

import app.lectern.attendance.MeetingLine;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Tables;
import app.lectern.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// How many came to each occurrence of a series, against how many were invited.
final class TrendPane {
    private TrendPane() {}

    static void open(Shell shell, String subject, List<MeetingLine> occurrences) {
        var words = shell.words();
        var box = new DialogBox(words.text("attendance.trend.title", subject), words, shell.layers(), shell::copy).wide(660);
        if (occurrences.isEmpty()) {
            box.text(words.text("attendance.trend.none"));
        } else {
            box.add(chart(words, occurrences), table(shell, occurrences));
        }
        box.open(box.button(words.text("dialog.close"), () -> {}));
    }

    private static Node chart(Words words, List<MeetingLine> occurrences) {
        var joined = new XYChart.Series<String, Number>();
        joined.setName(words.text("attendance.figure.joined"));
        var invited = new XYChart.Series<String, Number>();
        invited.setName(words.text("attendance.figure.invited"));
        for (var line : occurrences) {
            joined.getData().add(new XYChart.Data<>(words.day(line.start()), line.figures().joined()));
            invited.getData().add(new XYChart.Data<>(words.day(line.start()), line.figures().invited()));
        }
        var numbers = new NumberAxis();
        numbers.setMinorTickVisible(false);
        var chart = new LineChart<>(new CategoryAxis(), numbers);
        chart.setId("trend-chart");
        chart.setAnimated(false);
        chart.setPrefHeight(220);
        chart.getData().add(joined);
        chart.getData().add(invited);
        chart.setAccessibleText(words.text("attendance.trend"));
        return chart;
    }

    private static Node table(Shell shell, List<MeetingLine> occurrences) {
        var words = shell.words();
        TableView<MeetingLine> table = Tables.dense(words.text("attendance.trend"), shell::copy, row -> {});
        table.setPrefHeight(170);
        table.setPlaceholder(new Label());
        table.getColumns().add(Tables.<MeetingLine>text(words.text("attendance.column.date"), 140, each -> words.when(each.start())));
        table.getColumns().add(Tables.<MeetingLine, Integer>number(words.text("attendance.figure.invited"), 90, each -> each.figures().invited(), String::valueOf));
        table.getColumns().add(Tables.<MeetingLine, Integer>number(words.text("attendance.figure.joined"), 90, each -> each.figures().joined(), String::valueOf));
        table.getColumns().add(Tables.<MeetingLine, Integer>number(words.text("attendance.figure.no-shows"), 90, each -> each.figures().noShows(), String::valueOf));
        table.getColumns().add(Tables.<MeetingLine, Long>number(words.text("attendance.figure.average"), 100, each -> each.figures().average().toMinutes(),
                minutes -> words.text("format.minutes", minutes)));
        table.getItems().setAll(occurrences);
        return table;
    }
}
