package app.lectern.deliverables;

import app.lectern.problems.ProblemText;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;

/// The dialog of an import: which column means what, and row by row what would come of it.
final class ImportPane extends FormPane {
    private static final int NONE = -1;

    private final Words words;
    private final DeliverableDeedsViewModel deeds;
    private final DeliverableImport.Sheet sheet;
    private final Map<Column, Integer> mapping = new EnumMap<>(Column.class);
    private final FlowPane counts = new FlowPane(6, 6);
    private final TableView<ImportRow> table;
    private ImportPreview preview = new ImportPreview(java.util.List.of());
    private Button accept;

    private ImportPane(Shell shell, DeliverableDeedsViewModel deeds, DeliverableImport.Sheet sheet) {
        this.words = shell.words();
        this.deeds = deeds;
        this.sheet = sheet;
        mapping.putAll(DeliverableImport.guess(sheet));
        var columns = new FlowPane(10, 8);
        for (var column : Column.values()) {
            columns.getChildren().add(chooser(column));
        }
        table = Tables.dense(words.text("deliverables.import.rows"), shell::copy, row -> {});
        table.setId("deliverables-import-rows");
        table.setPrefHeight(250);
        table.getColumns().add(Tables.number(words.text("deliverables.import.line"), 50, ImportRow::line, line -> words.count(line)));
        table.getColumns().add(Tables.chip(words.text("deliverables.import.state"), 110, row -> words.of(row.state()), row -> tone(row.state())));
        table.getColumns().add(Tables.name(words.text("deliverables.column.deliverable"), 260, ImportRow::title));
        table.getColumns().add(Tables.text(words.text("deliverables.import.what"), 320, this::what));
        getChildren().addAll(columns, counts, table);
    }

    static void open(Shell shell, DeliverableDeedsViewModel deeds, DeliverableImport.Sheet sheet, String file) {
        var words = shell.words();
        var pane = new ImportPane(shell, deeds, sheet);
        var box = new DialogBox(words.text("deliverables.import.title", file), words, shell.layers(), shell::copy).wide(820);
        box.add(pane);
        box.same(app.lectern.shell.SameCommand.of("deliverables", "import", file));
        box.button(words.text("dialog.cancel"), () -> {});
        pane.accept = box.button("", () -> deeds.importAll(pane.preview));
        pane.accept.setId("deliverables-import-accept");
        pane.accept.getStyleClass().add("accent");
        pane.look();
        box.open(pane.table);
    }

    private FieldRow chooser(Column column) {
        var box = new ComboBox<Integer>();
        box.getItems().add(NONE);
        IntStream.range(0, sheet.headings().size()).forEach(box.getItems()::add);
        box.setConverter(Choices.by(at -> at == NONE ? words.text("deliverables.import.none") : sheet.headings().get(at)));
        box.setValue(mapping.getOrDefault(column, NONE));
        box.setPrefWidth(145);
        box.valueProperty().addListener((observed, before, at) -> {
            mapping.remove(column);
            if (at != NONE) {
                mapping.put(column, at);
            }
            look();
        });
        var row = new FieldRow();
        row.setLabel(words.of(column));
        row.setControl(box);
        return row;
    }

    private void look() {
        deeds.preview(sheet, mapping, made -> {
            preview = made;
            table.getItems().setAll(made.rows());
            counts.getChildren().clear();
            for (var state : ImportRow.State.values()) {
                if (made.count(state) > 0) {
                    counts.getChildren().add(new Chip(words.text("deliverables.import.count", made.count(state), words.of(state)), tone(state)));
                }
            }
            int count = made.wanted().size();
            accept.setText(words.text("deliverables.import.accept", count));
            accept.setDisable(count == 0);
        });
    }

    private static Tone tone(ImportRow.State state) {
        return switch (state) {
            case NEW -> Tone.ACCENT;
            case CHANGED -> Tone.WARNING;
            case UNCHANGED -> Tone.NEUTRAL;
            case WRONG -> Tone.DANGER;
        };
    }

    private String what(ImportRow row) {
        return row.fault().map(fault -> new ProblemText(words).what(fault) + " " + new ProblemText(words).why(fault))
                .orElseGet(() -> row.changes().stream().map(change -> words.of(change.column()) + ": " + change.was() + " → " + change.is())
                        .collect(Collectors.joining("; ")));
    }
}
