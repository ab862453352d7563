package app.lectern.meetings.screen;

import app.lectern.meetings.planning.bulk.SlotColumn;
import app.lectern.meetings.planning.bulk.SlotRow;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One row of a list that is being imported: its cells, each with what is wrong with it. The file stays as it is.
final class MendRowPane {
    private static final double WIDTH = 620;
    private static final int ACROSS = 2;

    private MendRowPane() {}

    static void open(Shell shell, ImportViewModel model, SlotRow row, Runnable mended) {
        var words = shell.words();
        var box = new DialogBox(words.text("meetings.import.mend.title", row.line(), row.title()), words, shell.layers(), shell::copy).wide(WIDTH);
        box.text(words.text("meetings.import.mend.text"));
        row.notes().stream().filter(note -> note.column().isEmpty())
                .forEach(note -> box.add(new InlineMessage(Tone.WARNING, model.note(note), "")));
        var fields = fields(model, row, words::of);
        var grid = new GridPane(14, 10);
        var half = new ColumnConstraints();
        half.setPercentWidth(100.0 / ACROSS);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(half, half);
        fields.forEach((column, field) -> {
            int at = grid.getChildren().size();
            grid.add(field, at % ACROSS, at / ACROSS);
        });
        box.add(grid);
        box.button(words.text("dialog.cancel"), () -> {});
        var accept = box.button(words.text("meetings.import.mend.accept"), () -> {
            model.mend(row, texts(fields));
            mended.run();
        });
        accept.setId("meetings-mend-accept");
        accept.getStyleClass().add("accent");
        accept.setDefaultButton(true);
        var first = fields.keySet().stream().filter(column -> isNoted(row, column)).findFirst().or(() -> fields.keySet().stream().findFirst());
        box.open(first.map(column -> fields.get(column).getControl()).orElse(accept));
    }

    private static Map<SlotColumn, FieldRow> fields(ImportViewModel model, SlotRow row, Function<SlotColumn, String> label) {
        var fields = new LinkedHashMap<SlotColumn, FieldRow>();
        model.cells(row).forEach((column, text) -> {
            var field = new FieldRow();
            field.setLabel(label.apply(column));
            var control = new TextField(text);
            control.setId("meetings-mend-" + column.heading());
            control.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(control, Priority.ALWAYS);
            field.setControl(control);
            var wrong = row.notes().stream().filter(note -> note.column().filter(column::equals).isPresent()).map(model::note).findFirst();
            field.showProblem(new SimpleStringProperty(wrong.orElse("")));
            fields.put(column, field);
        });
        return fields;
    }

    private static boolean isNoted(SlotRow row, SlotColumn column) {
        return row.notes().stream().anyMatch(note -> note.column().filter(column::equals).isPresent());
    }

    private static Map<SlotColumn, String> texts(Map<SlotColumn, FieldRow> fields) {
        var texts = new EnumMap<SlotColumn, String>(SlotColumn.class);
        fields.forEach((column, field) -> texts.put(column, ((TextField) field.getControl()).getText().strip()));
        return texts;
    }
}
