package app.lectern.recordings.screen;

import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The column by which a row is known: a recording's title with what is urgent about it, or a group's heading, which opens and
/// closes it.
final class TitleCell extends TableCell<RecordingRow, String> {
    private final RecordingText text;
    private final LongConsumer toggle;
    private final Label name = new Label();
    private final Chip urgent = Chip.plain("", Tone.WARNING);
    private final HBox face = new HBox(8, name);

    TitleCell(RecordingText text, LongConsumer toggle) {
        this.text = text;
        this.toggle = toggle;
        face.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        setOnMousePressed(press -> {
            if (getTableRow() != null && getTableRow().getItem() instanceof RecordingRow.Heading heading) {
                this.toggle.accept(heading.group().key());
                press.consume();
            }
        });
    }

    @Override
    protected void updateItem(String title, boolean empty) {
        super.updateItem(title, empty);
        var row = empty || getTableRow() == null ? null : getTableRow().getItem();
        setTooltip(null);
        switch (row) {
            case RecordingRow.Line line -> {
                var mark = text.expiry(line.recording());
                mark.ifPresent(soon -> urgent.show(soon.text(), soon.tone(), soon.icon()));
                name.setText(title);
                name.setMinWidth(0);
                name.setGraphic(line.recording().keep() ? Icons.of("bi-pin-angle-fill", Tone.ACCENT, 11) : null);
                if (mark.isPresent()) {
                    face.getChildren().setAll(name, urgent);
                } else {
                    face.getChildren().setAll(name);
                }
                setTooltip(new Tooltip(title));
                setGraphic(face);
            }
            case RecordingRow.Heading heading -> {
                name.setText(title);
                name.setGraphic(Icons.of(heading.open() ? "bi-chevron-down" : "bi-chevron-right", 11));
                name.setMinWidth(Region.USE_PREF_SIZE);
                face.getChildren().setAll(name);
                setTooltip(new Tooltip(title));
                setGraphic(face);
            }
            case null, default -> setGraphic(null);
        }
        setAccessibleText(title);
    }
}
