package app.lectern.attendance.screen;

import app.lectern.attendance.AttendanceSource;
import app.lectern.attendance.AttendanceText;
import app.lectern.attendance.MeetingAttendance;
import app.lectern.attendance.MeetingLine;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The chosen meeting in one line: subject, time, figures, and where they are from.
final class SummaryPane extends HBox {
    private final Words words;
    private final AttendanceText text;

    SummaryPane(Words words) {
        super(24);
        this.words = words;
        this.text = new AttendanceText(words);
        getStyleClass().addAll("lx-card", "lx-summary");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(MeetingLine line, MeetingAttendance attendance) {
        var subject = new Label(line.subject());
        subject.getStyleClass().add("lx-section");
        subject.setId("attendance-subject");
        subject.setMinWidth(0);
        subject.setTooltip(new Tooltip(line.subject()));
        var zone = words.zone();
        var from = DateTimeFormatter.ofPattern("EEE", words.locale()).withZone(zone).format(line.start()) + " " + words.when(line.start());
        long reports = attendance == null ? 0 : attendance.roll().reports().stream().filter(report -> report.source() == AttendanceSource.API).count();
        var about = new Label(words.text("attendance.about-meeting", from, words.time(line.end()), zone.getId(), reports));
        about.getStyleClass().add("lx-secondary");
        about.setMinWidth(0);
        about.setTooltip(new Tooltip(about.getText()));
        var texts = new VBox(2, subject, about);
        texts.setMinWidth(0);
        setHgrow(texts, Priority.ALWAYS);
        getChildren().setAll(texts);
        if (attendance != null && attendance.isKnown()) {
            var roll = attendance.roll();
            figure(words.count(attendance.invited().size()), "attendance.figure.invited", false);
            figure(words.count(roll.participants().size()), "attendance.figure.joined", false);
            figure(words.count(roll.noShows().size()), "attendance.figure.no-shows", !roll.noShows().isEmpty());
            figure(words.text("format.minutes", roll.average().toMinutes()), "attendance.figure.average", false);
        }
        getChildren().add(chip(line));
    }

    private Node chip(MeetingLine line) {
        var says = switch (line.standing()) {
            case KNOWN -> words.text("attendance.from", text.sources(line));
            case WAITING, NONE -> text.chip(line);
        };
        var chip = new Chip(says, MeetingLineCell.tone(line), MeetingLineCell.icon(line));
        chip.setId("attendance-source");
        return chip;
    }

    private void figure(String number, String key, boolean bad) {
        var value = new Label(number);
        value.getStyleClass().add("lx-section");
        if (bad) {
            value.getStyleClass().add("bad");
        }
        var name = new Label(words.text(key));
        name.getStyleClass().add("lx-secondary");
        var pair = new VBox(2, value, name);
        pair.setMinWidth(USE_PREF_SIZE);
        getChildren().add(pair);
    }
}
