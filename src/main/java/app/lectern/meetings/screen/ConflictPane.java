package app.lectern.meetings.screen;

import app.lectern.meetings.planning.Edited;
import app.lectern.meetings.planning.SlotField;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/// The meeting was changed here and in Outlook: both versions side by side, and the choice between them.
final class ConflictPane extends StackPane {
    ConflictPane(Words words, Edited.Conflict conflict, MeetingEditorViewModel model) {
        setId("meeting-conflict");
        var text = new PlanText(words);
        var grid = new GridPane(8, 4);
        for (int share : new int[] {24, 38, 38}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, new Label(), strong(words.text("meetings.conflict.ours")), strong(words.text("meetings.conflict.theirs")));
        int row = 1;
        for (var field : conflict.fields()) {
            if (field == SlotField.END && conflict.fields().contains(SlotField.START)) {
                continue;
            }
            grid.addRow(row++, plain(words.of(field)), plain(text.value(field, conflict.ours(), conflict.theirs())),
                    plain(text.value(field, conflict.theirs(), conflict.ours())));
        }
        var message = new InlineMessage(Tone.WARNING, words.text("meetings.conflict"), words.text("meetings.conflict.text")).below(grid)
                .button(words.text("meetings.conflict.take-ours"), Optional.empty(), () -> model.resolve(Edited.Choice.OURS))
                .button(words.text("meetings.conflict.take-theirs"), Optional.empty(), () -> model.resolve(Edited.Choice.THEIRS));
        getChildren().add(message);
    }

    private static Label strong(String text) {
        var label = plain(text);
        label.getStyleClass().add("lx-strong");
        return label;
    }

    private static Label plain(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("lx-small");
        return label;
    }
}
