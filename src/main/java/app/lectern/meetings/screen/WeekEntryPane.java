package app.lectern.meetings.screen;

import app.lectern.meetings.MeetingState;
import app.lectern.shell.controls.Icons;
import java.time.Instant;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One meeting in the grid: subject, time, state. Where there is little room, time and subject share a line.
final class WeekEntryPane extends StackPane {
    /// Lower than this there is room for one line only.
    private static final double TWO_LINES = 38;
    private static final double EDGE = 6;
    private static final double MARK_FROM = 84;
    private static final double LINE_FROM = 64;
    private static final double WIDEST_TOOLTIP = 380;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final WeekScale.Piece piece;
    private final boolean movable;
    private Node mark;

    WeekEntryPane(WeekScale.Piece piece, EntryText text, OrganiserColours.Colour colour, Instant now, boolean movable) {
        this.piece = piece;
        this.movable = movable;
        var entry = piece.entry();
        getStyleClass().addAll("lx-week-entry", colour.name().toLowerCase(Locale.ROOT), entry.state().name().toLowerCase(Locale.ROOT));
        setId("entry-" + entry.key());
        setMinSize(0, 0);
        setAccessibleText(text.whole(entry, now).replace("\n", ", "));
        var whole = new Tooltip(text.whole(entry, now));
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST_TOOLTIP);
        Tooltip.install(this, whole);
        var stretch = piece.stretch();
        boolean isBrief = (stretch.until() - stretch.from()) * WeekGridPane.HOUR / 60 < TWO_LINES;
        getChildren().setAll(isBrief ? brief(text, now) : lines(text, now));
        setOnMouseMoved(mouse -> setCursor(movable && isOnEdge(mouse.getY()) ? Cursor.S_RESIZE : Cursor.HAND));
    }

    private HBox brief(EntryText text, Instant now) {
        var head = head(text.brief(piece.entry()), text, now);
        head.getStyleClass().add("one-line");
        var label = (Label) head.getChildren().getFirst();
        widthProperty().subscribe(width -> label.setText(isNarrow(width.doubleValue()) ? piece.entry().subject() : text.brief(piece.entry())));
        return head;
    }

    private VBox lines(EntryText text, Instant now) {
        var head = head(piece.entry().subject(), text, now);
        ((Label) head.getChildren().getFirst()).setWrapText(true);
        var line = new Label(text.line(piece.entry(), now));
        line.getStyleClass().add("line");
        line.setMinSize(0, USE_PREF_SIZE);
        // between others there is room for the subject alone
        widthProperty().subscribe(width -> {
            boolean narrow = isNarrow(width.doubleValue());
            line.setVisible(!narrow);
            line.setManaged(!narrow);
        });
        var lines = new VBox(head, line);
        lines.getStyleClass().add("lines");
        lines.setMinSize(0, 0);
        return lines;
    }

    private static boolean isNarrow(double width) {
        return width > 0 && width < LINE_FROM;
    }

    /// The subject, and one mark: that the kind allows less matters more than that the meeting is there.
    private HBox head(String words, EntryText text, Instant now) {
        var entry = piece.entry();
        var subject = new Label(words);
        subject.getStyleClass().add("subject");
        subject.setMinWidth(0);
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        boolean warns = entry.isLimited() && entry.state() == MeetingState.CREATED;
        mark = Icons.of(warns ? "bi-exclamation-triangle-fill" : text.icon(entry, now), 12);
        if (warns) {
            mark.getStyleClass().add("badge");
        }
        // where there is hardly room for the subject, the colour has to do
        widthProperty().subscribe(width -> {
            boolean roomy = width.doubleValue() == 0 || width.doubleValue() > MARK_FROM;
            mark.setVisible(roomy);
            mark.setManaged(roomy);
        });
        var head = new HBox(4, subject, mark);
        head.setAlignment(Pos.TOP_LEFT);
        head.setMinSize(0, 0);
        return head;
    }

    WeekScale.Piece piece() {
        return piece;
    }

    boolean isMovable() {
        return movable;
    }

    /// The lower edge, by which a meeting is made longer or shorter.
    boolean isOnEdge(double y) {
        return y > getHeight() - EDGE;
    }

    /// The sign of its state, where it has something to tell.
    boolean isOnMark(double sceneX, double sceneY) {
        return piece.entry().isTroubled() && mark.isVisible() && mark.localToScene(mark.getBoundsInLocal()).contains(sceneX, sceneY);
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
