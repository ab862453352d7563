package app.lectern.meetings.screen;

import app.lectern.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The hours of some days, with the meetings in them. What is dragged follows the mouse as a shadow until it is let go.
final class WeekGridPane extends Pane {
    static final double RULER = 49;
    static final double HOUR = 57;
    private static final double DRAG_BEGINS = 5;
    private static final double GAP = 3;
    /// From so many side by side on there is room for the subject in small letters only.
    private static final int TIGHT = 3;
    private static final int LONGEST_LABEL = 40;
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");

    /// What happens while the mouse is held.
    private record Grip(WeekEntryPane entry, double x, double y, boolean resizes) {}

    private final Words words;
    private final EntryText text;
    private final CalendarActions actions;
    private final WeekScale scale;
    private final List<Region> columns = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final List<WeekEntryPane> panes = new ArrayList<>();
    private final List<WeekLanes.Lane> lanes = new ArrayList<>();
    private final List<WeekCountPane> counts = new ArrayList<>();
    private final Region cursor = region("cursor");
    private final Region shadow = region("shadow");
    private final Region nowLine = region("now-line");
    private final Region nowDot = region("now-dot");
    private List<LocalDate> days = List.of();
    private WeekColumns widths = new WeekColumns(List.of());
    private Instant now = Instant.EPOCH;
    private LocalDateTime cursorAt = LocalDateTime.MIN;
    private Grip grip;

    WeekGridPane(Words words, CalendarActions actions) {
        this.words = words;
        this.text = new EntryText(words);
        this.actions = actions;
        this.scale = new WeekScale(HOUR, words.zone());
        getStyleClass().add("lx-week-grid");
        setMinHeight(scale.height());
        setPrefHeight(scale.height());
        setMaxHeight(scale.height());
        shadow.setVisible(false);
        for (int hour = 0; hour < 24; hour++) {
            lines.add(region("hour-line"));
            var label = new Label(LocalTime.of(hour, 0).toString());
            label.getStyleClass().add("hour");
            hours.add(label);
        }
        setOnMouseClicked(this::clicked);
    }

    private static Region region(String styleClass) {
        var region = new Region();
        region.getStyleClass().add(styleClass);
        region.setMouseTransparent(true);
        return region;
    }

    WeekScale scale() {
        return scale;
    }

    void show(List<LocalDate> shown, List<CalendarEntry> entries, Optional<String> chosen, Instant at) {
        days = shown;
        now = at;
        grip = null;
        shadow.setVisible(false);
        columns.clear();
        panes.clear();
        lanes.clear();
        counts.clear();
        var today = LocalDate.ofInstant(now, words.zone());
        var colours = new OrganiserColours(entries);
        var weights = new ArrayList<Double>();
        for (var day : days) {
            var column = region("day");
            column.pseudoClassStateChanged(TODAY, day.equals(today));
            columns.add(column);
            var pieces = scale.pieces(entries, day);
            var beside = WeekLanes.of(pieces.stream().map(WeekScale.Piece::stretch).toList());
            lanes.addAll(beside);
            int first = panes.size();
            weights.add(WeekColumns.weight(beside, day.equals(today)));
            for (int piece = 0; piece < pieces.size(); piece++) {
                var pane = pane(pieces.get(piece), colours.of(pieces.get(piece).entry()));
                if (beside.get(piece).of() >= TIGHT) {
                    pane.getStyleClass().add("tight");
                }
                panes.add(pane);
            }
            for (var cluster : WeekLanes.clusters(pieces.stream().map(WeekScale.Piece::stretch).toList())) {
                counts.add(new WeekCountPane(words, cluster.stream().map(each -> panes.get(first + each)).toList(), () -> actions.openDay(day)));
            }
        }
        widths = new WeekColumns(weights);
        getChildren().setAll(columns);
        getChildren().addAll(lines);
        getChildren().addAll(hours);
        getChildren().add(cursor);
        getChildren().addAll(panes);
        getChildren().addAll(counts);
        getChildren().addAll(nowLine, nowDot, shadow);
        choose(chosen);
        requestLayout();
    }

    private WeekEntryPane pane(WeekScale.Piece piece, OrganiserColours.Colour colour) {
        var pane = new WeekEntryPane(piece, text, colour, now, actions.canMove(piece.entry()));
        pane.setOnMousePressed(this::grip);
        pane.setOnMouseDragged(this::drag);
        pane.setOnMouseReleased(this::drop);
        return pane;
    }

    void choose(Optional<String> key) {
        panes.forEach(pane -> pane.setChosen(key.filter(pane.piece().entry().key()::equals).isPresent()));
    }

    /// Where the keyboard is.
    void setCursor(LocalDateTime at, boolean shown) {
        cursorAt = at;
        cursor.setVisible(shown);
        requestLayout();
    }

    void setNow(Instant moment) {
        now = moment;
        requestLayout();
    }

    /// The entries under the half hour that begins then, in the order of their beginnings.
    List<CalendarEntry> at(LocalDateTime slot, int minutes) {
        int from = slot.toLocalTime().toSecondOfDay() / 60;
        return panes.stream().map(WeekEntryPane::piece)
                .filter(piece -> piece.day().equals(slot.toLocalDate()) && piece.from() < from + minutes && piece.until() > from)
                .map(WeekScale.Piece::entry).toList();
    }

    /// Says at the entry what is the matter with it.
    void explain(CalendarEntry entry) {
        panes.stream().filter(pane -> pane.piece().entry().key().equals(entry.key())).findFirst().ifPresent(actions::explain);
    }

    /// How the days share the width, after the ruler.
    WeekColumns widths() {
        return widths;
    }

    private double dayWidth(int day) {
        return dayX(day + 1) - dayX(day);
    }

    private double dayX(int day) {
        return Math.floor(RULER + widths.before(day) * Math.max(0, getWidth() - RULER));
    }

    @Override
    protected void layoutChildren() {
        for (int day = 0; day < columns.size(); day++) {
            columns.get(day).resizeRelocate(dayX(day), 0, dayWidth(day), scale.height());
        }
        for (int hour = 0; hour < lines.size(); hour++) {
            lines.get(hour).resizeRelocate(RULER, scale.y(hour * 60), Math.max(0, getWidth() - RULER), 1);
            var label = hours.get(hour);
            label.resizeRelocate(6, scale.y(hour * 60) + 3, LONGEST_LABEL, label.prefHeight(-1));
        }
        for (int at = 0; at < panes.size(); at++) {
            place(panes.get(at), lanes.get(at));
        }
        counts.forEach(this::place);
        layoutCursor();
        layoutNow();
    }

    private void place(WeekEntryPane pane, WeekLanes.Lane lane) {
        int day = days.indexOf(pane.piece().day());
        double all = dayWidth(day) - 2 * GAP;
        // by itself a day shows everything
        int shown = days.size() == 1 ? lane.of() : WeekLanes.shown(lane.of(), all);
        double width = (shown < lane.of() ? all - WeekLanes.COUNT : all) / shown;
        pane.setVisible(lane.number() < shown);
        var stretch = pane.piece().stretch();
        double y = scale.y(stretch.from());
        pane.resizeRelocate(dayX(day) + GAP + lane.number() * width, y + 1, Math.max(8, width - (lane.of() > 1 ? 2 : 0)), scale.y(stretch.until()) - y - 2);
    }

    private void place(WeekCountPane count) {
        count.show();
        int day = days.indexOf(count.day());
        double y = scale.y(count.from());
        count.resizeRelocate(dayX(day + 1) - GAP - WeekLanes.COUNT, y + 1, WeekLanes.COUNT, scale.y(count.until()) - y - 2);
    }

    private void layoutCursor() {
        int day = days.indexOf(cursorAt.toLocalDate());
        int at = Math.max(0, day);
        cursor.resizeRelocate(dayX(at), scale.y(cursorAt.toLocalTime().toSecondOfDay() / 60), dayWidth(at), HOUR / 2);
        cursor.setOpacity(day < 0 ? 0 : 1);
    }

    private void layoutNow() {
        int day = days.indexOf(LocalDate.ofInstant(now, words.zone()));
        nowLine.setVisible(day >= 0);
        nowDot.setVisible(day >= 0);
        if (day >= 0) {
            double y = Math.round(scale.y(scale.minuteOfDay(now)));
            nowLine.resizeRelocate(dayX(day), y - 1, dayWidth(day), 2);
            nowDot.resizeRelocate(dayX(day) - 4, y - 4, 8, 8);
        }
    }

    private LocalDateTime at(double x, double y) {
        return WeekScale.at(dayAt(x), WeekScale.snapped(scale.minutes(y)));
    }

    private LocalDate dayAt(double x) {
        int day = 0;
        while (day < days.size() - 1 && x >= dayX(day + 1)) {
            day++;
        }
        return days.get(day);
    }

    /// A double click on an empty place begins a draft there.
    private void clicked(MouseEvent click) {
        if (click.getTarget() == this && click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && click.getX() > RULER) {
            var start = WeekScale.at(dayAt(click.getX()), scale.minutes(click.getY()) / 30 * 30);
            actions.draft(start, start.plusHours(1));
        }
    }

    private void grip(MouseEvent press) {
        var pane = (WeekEntryPane) press.getSource();
        if (press.getButton() == MouseButton.PRIMARY) {
            grip = new Grip(pane, press.getX(), press.getY(), pane.isMovable() && pane.isOnEdge(press.getY()));
            actions.choose(pane.piece().entry());
        }
        press.consume();
    }

    private void drag(MouseEvent drag) {
        if (grip == null || !grip.entry().isMovable()) {
            return;
        }
        var where = sceneToLocal(drag.getSceneX(), drag.getSceneY());
        if (!shadow.isVisible() && Math.hypot(drag.getX() - grip.x(), drag.getY() - grip.y()) < DRAG_BEGINS) {
            return;
        }
        shadow.setVisible(true);
        var pane = grip.entry();
        if (grip.resizes()) {
            double bottom = scale.y(WeekScale.snapped(scale.minutes(where.getY())));
            shadow.resizeRelocate(pane.getLayoutX(), pane.getLayoutY(), pane.getWidth(), Math.max(scale.y(15), bottom - pane.getLayoutY()));
        } else {
            var at = at(where.getX(), where.getY() - grip.y());
            int day = days.indexOf(dayAt(where.getX()));
            shadow.resizeRelocate(dayX(day) + GAP, scale.y(at.toLocalTime().toSecondOfDay() / 60), dayWidth(day) - 2 * GAP,
                    pane.getHeight());
        }
        drag.consume();
    }

    private void drop(MouseEvent release) {
        var held = grip;
        grip = null;
        if (held == null) {
            return;
        }
        if (!shadow.isVisible()) {
            if (held.entry().isOnMark(release.getSceneX(), release.getSceneY())) {
                actions.explain(held.entry());
            } else {
                actions.open(held.entry().piece().entry());
            }
            return;
        }
        shadow.setVisible(false);
        var where = sceneToLocal(release.getSceneX(), release.getSceneY());
        var entry = held.entry().piece().entry();
        var start = LocalDateTime.ofInstant(entry.start(), words.zone());
        var end = LocalDateTime.ofInstant(entry.end(), words.zone());
        if (held.resizes()) {
            var wanted = WeekScale.at(held.entry().piece().day(), WeekScale.snapped(scale.minutes(where.getY())));
            actions.move(entry, start, wanted.isAfter(start) ? wanted : start.plusMinutes(15));
        } else {
            var wanted = at(where.getX(), where.getY() - held.y());
            actions.move(entry, wanted, wanted.plus(java.time.Duration.between(start, end)));
        }
    }
}
