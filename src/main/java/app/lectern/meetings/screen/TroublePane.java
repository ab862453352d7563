package app.lectern.meetings.screen;

import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// Why a meeting in the calendar failed or is not whole, said at the meeting itself, with the way to do only what is missing.
final class TroublePane extends VBox {
    private static final double WIDTH = 340;
    private static final double ARROW_DOWN = 16;

    private final Words words;
    private final PopOver popover = new PopOver(this);
    private final Button again;

    private TroublePane(Words words, CalendarEntry entry, Runnable retry, Runnable open) {
        this.words = words;
        var text = new EntryText(words);
        setId("meeting-trouble");
        getStyleClass().add("lx-meeting-trouble");
        setSpacing(8);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        var subject = new Label(entry.subject());
        subject.getStyleClass().add("lx-card-title");
        subject.setWrapText(true);
        again = button(text.isWithoutLink(entry) ? "meetings.generate-link" : "meetings.retry-part", "meeting-trouble-retry", retry);
        again.setGraphic(Icons.of("bi-arrow-repeat", 14));
        again.getStyleClass().add("accent");
        var tone = EntryText.tone(entry.state()) == Tone.WARNING ? Tone.WARNING : Tone.DANGER;
        getChildren().addAll(subject, new InlineMessage(tone, words.of(entry.state()), text.trouble(entry).orElse("")),
                new FlowPane(6, 6, again, button("meetings.edit", "meeting-trouble-edit", open)));
    }

    static void show(Words words, WeekEntryPane at, Runnable retry, Runnable open) {
        new TroublePane(words, at.piece().entry(), retry, open).show(at);
    }

    private void show(WeekEntryPane at) {
        var scene = at.getScene();
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setAutoHide(true);
        popover.setHideOnEscape(true);
        popover.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
        popover.getRoot().getStylesheets().setAll(scene.getStylesheets());
        popover.getRoot().getStylesheets().add(TroublePane.class.getResource("meetings.css").toExternalForm());
        popover.getRoot().getStyleClass().addAll(scene.getRoot().getStyleClass());
        popover.getRoot().getStyleClass().add("lx-popover");
        var edge = at.localToScreen(at.getBoundsInLocal());
        popover.show(scene.getRoot(), edge.getMaxX(), edge.getMinY() + Math.min(edge.getHeight() / 2, ARROW_DOWN));
        again.requestFocus();
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button(words.text(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(pressed -> {
            popover.hide();
            action.run();
        });
        return button;
    }
}
