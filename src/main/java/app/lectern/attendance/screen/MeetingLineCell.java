package app.lectern.attendance.screen;

import app.lectern.attendance.AttendanceText;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.Standing;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A meeting of the list: when, how its attendance stands, and its subject.
final class MeetingLineCell extends ListCell<MeetingLine> {
    static final double HEIGHT = 64;

    private final Words words;
    private final AttendanceText text;
    private final Label when = new Label();
    private final Label subject = new Label();
    private final Chip chip = Chip.plain("", Tone.NEUTRAL);
    private final VBox face;

    MeetingLineCell(Words words) {
        this.words = words;
        this.text = new AttendanceText(words);
        when.getStyleClass().add("lx-secondary");
        subject.getStyleClass().add("subject");
        subject.setMinWidth(0);
        var top = new HBox(when, Card.space(), chip);
        top.setAlignment(Pos.CENTER_LEFT);
        face = new VBox(4, top, subject);
        face.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("lx-meeting-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(MeetingLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        when.setText(day(line.start()));
        subject.setText(line.subject());
        chip.show(text.chip(line), tone(line), icon(line));
        setGraphic(face);
        setTooltip(new Tooltip(line.subject() + "\n" + line.organiserName()));
        setAccessibleText(line.subject() + ", " + when.getText() + ", " + chip.getText());
    }

    private String day(Instant at) {
        boolean thisYear = !words.day(at).matches(".*\\d{4}");
        return DateTimeFormatter.ofPattern(thisYear ? "EEE d MMM, HH:mm" : "d MMM yyyy, HH:mm", words.locale()).withZone(words.zone()).format(at);
    }

    static Tone tone(MeetingLine line) {
        return line.standing() == Standing.WAITING ? Tone.ACCENT : line.standing() == Standing.NONE ? Tone.WARNING
                : line.isManualOnly() ? Tone.NEUTRAL : Tone.SUCCESS;
    }

    static String icon(MeetingLine line) {
        return line.standing() == Standing.WAITING ? "bi-hourglass-split" : line.isManualOnly() ? "bi-pencil" : tone(line).icon();
    }
}
