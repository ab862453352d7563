package app.lectern.recordings.screen;

import app.lectern.recordings.LedgerFilter;
import app.lectern.recordings.LedgerSum;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Dialogs;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.Tables;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// Who downloaded what: the tracking records added up by person, recording or month, and the records themselves as a CSV file.
final class ReportPane {
    private static final Dialogs.FileKind CSV = new Dialogs.FileKind("CSV", List.of("*.csv"));

    private final Shell shell;
    private final Words words;
    private final RecordingDeedsViewModel deeds;
    private final Clock clock;
    private final DialogBox box;
    private final Segmented<LedgerSum.By> by;
    private final ComboBox<DateRange> period = new ComboBox<>();
    private final ComboBox<String> person = new ComboBox<>();
    private final TableView<LedgerSum> table;
    private final Label sum = new Label();

    private ReportPane(Shell shell, RecordingDeedsViewModel deeds, Clock clock) {
        this.shell = shell;
        this.words = shell.words();
        this.deeds = deeds;
        this.clock = clock;
        box = new DialogBox(words.text("recordings.report.title"), words, shell.layers(), shell::copy).wide(660);
        by = new Segmented<>(List.of(LedgerSum.By.values()), words::of);
        by.setId("report-by");
        period.setId("report-period");
        period.setAccessibleText(words.text("recordings.filter.date"));
        period.getItems().setAll(DateRange.LAST_7_DAYS, DateRange.LAST_30_DAYS, DateRange.LAST_60_DAYS, DateRange.LAST_YEAR, DateRange.ANY);
        period.setConverter(Choices.by(words::of));
        period.setValue(DateRange.LAST_30_DAYS);
        person.setId("report-person");
        person.setAccessibleText(words.text("recordings.report.person"));
        person.setConverter(Choices.by(name -> name.isEmpty() ? words.text("recordings.report.everybody") : name));
        person.getItems().add("");
        person.setValue("");
        table = Tables.dense(words.text("recordings.report.title"), shell::copy, line -> {});
        table.setId("report-table");
        table.setPrefHeight(29 * 9 + 33);
        table.setPlaceholder(new Label(words.text("recordings.report.none")));
        table.getColumns().add(Tables.<LedgerSum>name(words.text("recordings.report.what"), 190, LedgerSum::name));
        table.getColumns().add(Tables.<LedgerSum, Long>number(words.text("recordings.column.downloads"), 84, LedgerSum::done, words::count));
        table.getColumns().add(Tables.<LedgerSum, Long>number(words.text("recordings.report.failed"), 64, LedgerSum::failed, words::count));
        table.getColumns().add(Tables.<LedgerSum, Long>number(words.text("recordings.report.cancelled"), 80, LedgerSum::cancelled, words::count));
        table.getColumns().add(Tables.<LedgerSum, Long>number(words.text("recordings.column.size"), 70, LedgerSum::bytes, words::size));
        table.getColumns().add(Tables.<LedgerSum>text(words.text("recordings.report.last"), 116, line -> line.last().map(words::when).orElse("")));
        sum.getStyleClass().add("lx-secondary");
        sum.setId("report-sum");
        var choices = new HBox(8, by, Card.space(), person, period);
        choices.setAlignment(Pos.CENTER_LEFT);
        box.add(choices, table, sum);
    }

    static void open(Shell shell, RecordingDeedsViewModel deeds, Clock clock) {
        var pane = new ReportPane(shell, deeds, clock);
        var words = shell.words();
        pane.box.same(SameCommand.of("recordings", "report"));
        pane.box.button(words.text("dialog.close"), () -> {});
        var export = new javafx.scene.control.Button(words.text("recordings.report.export"), Icons.of("bi-box-arrow-up", 14));
        export.setId("report-export");
        export.getStyleClass().add("accent");
        export.setOnAction(pressed -> pane.export());
        pane.box.right(export);
        pane.by.valueProperty().addListener((observed, before, now) -> pane.read());
        pane.period.valueProperty().addListener((observed, before, now) -> pane.read());
        pane.person.valueProperty().addListener((observed, before, now) -> pane.read());
        pane.box.open(pane.by.getChildren().getFirst());
        deeds.people(all -> {
            var names = new ArrayList<>(List.of(""));
            names.addAll(all);
            pane.person.getItems().setAll(names);
            pane.person.setValue("");
        });
        pane.read();
    }

    private LedgerFilter filter() {
        Optional<Instant> from = period.getValue().from(clock.instant(), words.zone(), Optional.empty());
        var chosen = LedgerFilter.ALL.between(from, Optional.empty());
        return person.getValue() == null || person.getValue().isEmpty() ? chosen : chosen.person(person.getValue());
    }

    private void read() {
        deeds.sums(filter(), by.valueProperty().get(), sums -> {
            table.getItems().setAll(sums);
            sum.setText(words.text("recordings.report.sum", sums.stream().mapToLong(LedgerSum::done).sum(), words.size(sums.stream().mapToLong(LedgerSum::bytes).sum())));
            table.setPlaceholder(new Label(words.text("recordings.report.none")));
        }, problem -> {
            table.getItems().clear();
            sum.setText("");
            table.setPlaceholder(ProblemMessage.of(shell, problem, this::read));
        });
    }

    private void export() {
        shell.dialogs().chooseTarget(words.text("recordings.report.export"), "downloads.csv", CSV).ifPresent(file -> deeds.exportReport(filter(), file,
                count -> shell.notifications().finished(words.text("recordings.report.exported", count), file.toString())));
    }
}
