package app.lectern.overview;

import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingState;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Today's meetings: when, what, whose, how many are invited, and how each stands now.
final class TodayPane extends VBox {
    private final Words words;
    private final Consumer<Meeting> open;
    private final ListView<Meeting> list = new ListView<>();
    private final Label count = new Label();
    private Map<Long, Integer> invited = Map.of();
    private Instant now = Instant.EPOCH;

    TodayPane(Words words, Consumer<Meeting> open) {
        this.words = words;
        this.open = open;
        getStyleClass().addAll("lx-card", "lx-area");
        var title = new Label(words.text("overview.today"));
        title.getStyleClass().add("lx-card-title");
        count.getStyleClass().add("lx-count");
        var head = new HBox(8, title, count);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("edge-to-edge");
        list.setId("overview-today");
        list.setAccessibleText(words.text("overview.today"));
        list.setCellFactory(view -> new Row());
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                openSelected();
            }
        });
        list.setPlaceholder(new StatePane("bi-calendar-week", Tone.NEUTRAL, words.text("overview.today.none"), words.text("overview.today.none.text")));
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    private void openSelected() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open.accept(chosen);
        }
    }

    void show(List<Meeting> meetings, Map<Long, Integer> people, Instant moment) {
        invited = people;
        now = moment;
        count.setText(words.count(meetings.size()));
        count.setVisible(!meetings.isEmpty());
        if (list.getItems().equals(meetings)) {
            // the same meetings may stand otherwise by now
            list.refresh();
            return;
        }
        var chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(meetings);
        list.getSelectionModel().clearSelection();
        meetings.stream().filter(meeting -> chosen != null && meeting.id() == chosen.id()).findFirst().ifPresent(list.getSelectionModel()::select);
    }

    private Chip chip(Meeting of) {
        if (of.state() == MeetingState.CREATED && !of.start().isAfter(now)) {
            return of.endedBy(now) ? new Chip(words.text("overview.today.ended"), Tone.NEUTRAL, "bi-check2")
                    : new Chip(words.text("overview.today.running"), Tone.ACCENT, "bi-record-circle");
        }
        return new Chip(words.of(of.state()), switch (of.state()) {
            case CREATED -> Tone.SUCCESS;
            case PARTLY, RETRYING -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case DRAFT, WAITING, CREATING, CANCELLED -> Tone.NEUTRAL;
        });
    }

    private final class Row extends ListCell<Meeting> {
        Row() {
            getStyleClass().add("lx-attention");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Meeting meeting, boolean empty) {
            super.updateItem(meeting, empty);
            setText(null);
            if (empty || meeting == null) {
                setGraphic(null);
                return;
            }
            var time = new Label(words.time(meeting.start()));
            time.getStyleClass().addAll("lx-mono", "lx-secondary");
            time.setMinWidth(Region.USE_PREF_SIZE);
            var subject = new Label(meeting.subject());
            subject.getStyleClass().add("lx-row-title");
            var who = new Label(words.text("overview.today.who", meeting.organiser().name(), invited.getOrDefault(meeting.id(), 0)));
            who.getStyleClass().add("lx-secondary");
            var texts = new VBox(subject, who);
            texts.setMinWidth(0);
            texts.setAlignment(Pos.CENTER_LEFT);
            var line = new HBox(12, time, texts, Card.space(), chip(meeting));
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
        }
    }
}
