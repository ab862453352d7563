package app.lectern.meetings.screen;

import app.lectern.meetings.planning.bulk.Rehearsal;
import app.lectern.meetings.planning.bulk.RowState;
import app.lectern.meetings.planning.bulk.SlotColumn;
import app.lectern.meetings.planning.bulk.SlotRow;
import app.lectern.meetings.planning.bulk.SlotSheet;
import app.lectern.meetings.planning.SlotText;
import app.lectern.problems.ProblemText;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The dialog of an import: which column means what, and what would come of each row, named by its line.
final class RehearsalPane extends VBox {
    private static final int NONE = -1;

    private final ImportViewModel model;
    private final Words words;
    private final SlotText slots;
    private final FlowPane counts = new FlowPane(6, 6);
    private final VBox messages = new VBox(6);
    private final TableView<SlotRow> table;
    private final CheckBox again;
    private Button accept;
    private boolean takesFocus;

    private RehearsalPane(Shell shell, ImportViewModel model) {
        this.model = model;
        this.words = shell.words();
        this.slots = new SlotText(words);
        setSpacing(10);
        model.sheet().ifPresent(sheet -> {
            var columns = new FlowPane(10, 8);
            for (var column : SlotColumn.ALL) {
                columns.getChildren().add(chooser(column, sheet));
            }
            getChildren().add(columns);
        });
        table = Tables.dense(words.text("meetings.import.rows"), shell::copy, row -> mend(shell, row));
        table.setId("meetings-import-rows");
        table.setPrefHeight(280);
        table.getColumns().add(Tables.number(words.text("meetings.import.line"), 54, SlotRow::line, line -> words.count(line)));
        table.getColumns().add(Tables.chip(words.text("meetings.column.state"), 110, row -> words.of(row.state()), row -> tone(row.state())));
        table.getColumns().add(Tables.name(words.text("meetings.column.subject"), 190, SlotRow::title));
        table.getColumns().add(Tables.text(words.text("meetings.column.when"), 270, row -> row.planned().map(slots::when).orElse("")));
        table.getColumns().add(Tables.text(words.text("meetings.import.what"), 278, model::notes));
        again = new CheckBox(words.text("meetings.import.again"));
        again.setId("meetings-import-again");
        again.selectedProperty().addListener((observed, before, on) -> {
            model.withRepetitions(on);
            count();
        });
        getChildren().addAll(counts, messages, table, again);
    }

    static void open(Shell shell, ImportViewModel model, Runnable create) {
        var words = shell.words();
        var pane = new RehearsalPane(shell, model);
        var source = model.rehearsal().get().data().map(Rehearsal::source).orElseGet(() -> model.sheet().map(SlotSheet::file).orElse(""));
        var box = new DialogBox(words.text("meetings.import.title", source), words, shell.layers(), shell::copy).wide(960);
        box.add(pane);
        if (model.sheet().isPresent()) {
            pane.offerMending(shell, box);
        }
        box.button(words.text("meetings.import.look"), () -> {});
        pane.accept = box.button("", create);
        pane.accept.setId("meetings-import-accept");
        pane.accept.getStyleClass().add("accent");
        var watching = new Subscription[] {model.rehearsal().subscribe(pane::show)};
        pane.sceneProperty().subscribe((before, scene) -> {
            if (scene == null) {
                watching[0].unsubscribe();
            }
        });
        box.open(pane.table);
    }

    private void offerMending(Shell shell, DialogBox box) {
        var mend = box.left(words.text("meetings.import.mend"), () -> mend(shell, table.getSelectionModel().getSelectedItem()));
        mend.setId("meetings-import-mend");
        mend.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull().or(table.disabledProperty()));
    }

    private void mend(Shell shell, SlotRow row) {
        if (model.sheet().isPresent()) {
            MendRowPane.open(shell, model, row, () -> takesFocus = true);
        }
    }

    private FieldRow chooser(SlotColumn column, SlotSheet sheet) {
        var box = new ComboBox<Integer>();
        box.setId("meetings-import-" + column.heading());
        box.getItems().add(NONE);
        IntStream.range(0, sheet.headings().size()).forEach(box.getItems()::add);
        box.setConverter(Choices.by(at -> at == NONE ? words.text("meetings.import.none") : sheet.headings().get(at)));
        box.setValue(model.mapping().getOrDefault(column, NONE));
        box.setPrefWidth(122);
        box.valueProperty().addListener((observed, before, at) -> model.map(column, at == NONE ? Optional.empty() : Optional.of(at)));
        var row = new FieldRow();
        row.setLabel(words.of(column));
        row.setControl(box);
        return row;
    }

    private void show(Loading<Rehearsal> now) {
        messages.getChildren().clear();
        if (now instanceof Loading.Failed<Rehearsal> failed) {
            var text = new ProblemText(words);
            messages.getChildren().add(new InlineMessage(Tone.DANGER, text.what(failed.problem()), text.why(failed.problem())));
        }
        now.data().ifPresent(made -> {
            made.unchecked().ifPresent(why -> messages.getChildren().add(
                    new InlineMessage(Tone.WARNING, words.text("meetings.import.unchecked"), new ProblemText(words).what(why))));
            fill(made.rows());
            counts.getChildren().setAll(chips(made, words));
            boolean repeats = made.count(RowState.THERE_ALREADY) > 0;
            again.setVisible(repeats);
            again.setManaged(repeats);
        });
        table.setDisable(now.isBusy());
        if (takesFocus && !now.isBusy()) {
            takesFocus = false;
            table.requestFocus();
        }
        count();
    }

    /// The row that was chosen stays chosen while it is wrong; otherwise it is the first wrong one's turn.
    private void fill(List<SlotRow> rows) {
        var before = Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(SlotRow::line);
        table.getItems().setAll(rows);
        var wrong = rows.stream().filter(row -> row.state() == RowState.WRONG).toList();
        wrong.stream().filter(row -> before.filter(line -> line == row.line()).isPresent()).findFirst().or(() -> wrong.stream().findFirst())
                .or(() -> rows.stream().filter(row -> before.filter(line -> line == row.line()).isPresent()).findFirst()).ifPresent(row -> {
                    table.getSelectionModel().clearAndSelect(rows.indexOf(row));
                    table.scrollTo(Math.max(0, rows.indexOf(row) - 2));
                });
    }

    private void count() {
        int count = model.wantedCount();
        accept.setText(words.text("meetings.import.accept", count));
        accept.setDisable(count == 0 || !(model.rehearsal().get() instanceof Loading.Ready));
    }

    static List<Chip> chips(Rehearsal of, Words words) {
        return Stream.of(RowState.values()).filter(state -> of.count(state) > 0)
                .map(state -> new Chip(words.text("meetings.import.count", of.count(state), words.of(state)), tone(state))).toList();
    }

    private static Tone tone(RowState state) {
        return switch (state) {
            case READY -> Tone.SUCCESS;
            case ASKS -> Tone.WARNING;
            case THERE_ALREADY -> Tone.NEUTRAL;
            case WRONG -> Tone.DANGER;
        };
    }
}
