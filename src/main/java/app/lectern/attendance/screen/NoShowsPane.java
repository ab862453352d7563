package app.lectern.attendance.screen;

import app.lectern.attendance.Invitee;
import app.lectern.attendance.MeetingAttendance;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Those who were invited and never came, with the mail that asks after them ready to send.
final class NoShowsPane extends VBox {
    private final AttendanceDeedsViewModel deeds;
    private final Shell shell;
    private final Words words;
    private final Label count = new Label();
    private final MenuButton mail = new MenuButton();
    private final ListView<Invitee> list = new ListView<>();
    private MeetingAttendance shown;

    NoShowsPane(Shell shell, AttendanceDeedsViewModel deeds) {
        this.shell = shell;
        this.deeds = deeds;
        this.words = shell.words();
        getStyleClass().addAll("lx-card", "lx-area", "lx-no-shows");
        var title = new Label(words.text("attendance.no-shows"));
        title.getStyleClass().add("lx-card-title");
        count.getStyleClass().addAll("lx-count", "danger");
        mail.setText(words.text("attendance.mail"));
        mail.setGraphic(Icons.of("bi-envelope", 14));
        mail.setId("attendance-mail");
        mail.getStyleClass().addAll("small", "flat");
        mail.getItems().addAll(item("attendance.mail.open", "bi-envelope", () -> shell.outside().openPage(deeds.draft(shown).address())),
                item("attendance.mail.copy", "bi-clipboard", () -> shell.copy(deeds.draft(shown).whole())),
                item("attendance.mail.digest", "bi-list-ul", () -> shell.copy(deeds.digest(shown))));
        var head = new HBox(8, title, count, Card.space(), mail);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.setId("attendance-no-shows");
        list.getStyleClass().addAll("dense", "edge-to-edge");
        list.setAccessibleText(words.text("attendance.no-shows"));
        list.setFixedCellSize(42);
        list.setCellFactory(of -> new MissedCell());
        var none = new Label(words.text("attendance.no-shows.none"));
        none.getStyleClass().add("lx-secondary");
        none.setWrapText(true);
        list.setPlaceholder(none);
        setVgrow(list, Priority.ALWAYS);
        var hint = new Label(words.text("attendance.no-shows.hint"));
        hint.getStyleClass().addAll("lx-secondary", "hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, list, hint);
    }

    private MenuItem item(String key, String icon, Runnable action) {
        var item = new MenuItem(words.text(key), Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    void show(MeetingAttendance attendance) {
        shown = attendance;
        var missed = attendance.roll().noShows();
        count.setText(words.count(missed.size()));
        count.setVisible(!missed.isEmpty());
        mail.setVisible(!missed.isEmpty());
        list.getItems().setAll(Stream.concat(missed.stream(), attendance.roll().excused().stream()).toList());
    }

    private void markPresent(Invitee missed) {
        shell.dialogs().askText(new Dialogs.TextQuestion(words.text("attendance.mark.title", missed.called()), words.text("attendance.mark.text"),
                words.text("attendance.entry.reason"), "", words.text("attendance.mark.accept"), false), reason -> deeds.markPresent(missed, reason));
    }

    private final class MissedCell extends ListCell<Invitee> {
        @Override
        protected void updateItem(Invitee missed, boolean empty) {
            super.updateItem(missed, empty);
            if (empty || missed == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var initials = new Label(Arrays.stream(missed.called().split("[\\s.@]+")).filter(part -> !part.isEmpty()).limit(2)
                    .map(part -> part.substring(0, 1).toUpperCase(words.locale())).collect(Collectors.joining()));
            var avatar = new StackPane(initials);
            avatar.getStyleClass().add("lx-avatar");
            avatar.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
            var name = new Label(missed.called());
            var invited = new Label(words.text(missed.declined() ? "attendance.has-declined" : missed.required() ? "attendance.required" : "attendance.optional"));
            invited.getStyleClass().add("lx-hint");
            var texts = new VBox(name, invited);
            texts.setMinWidth(0);
            texts.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(texts, Priority.ALWAYS);
            var present = new Button(words.text("attendance.mark"));
            present.getStyleClass().add("small");
            present.setMinWidth(USE_PREF_SIZE);
            present.setOnAction(pressed -> markPresent(missed));
            var line = new HBox(8, (Node) avatar, texts, present);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setPrefWidth(0);
            setAccessibleText(missed.called() + ", " + missed.address() + ", " + invited.getText());
        }
    }
}
