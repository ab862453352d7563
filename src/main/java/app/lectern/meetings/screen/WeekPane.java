package app.lectern.meetings.screen;

import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Ticks;
import app.lectern.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A few days by the hour. The keyboard has a cursor of half an hour: arrows move it, Enter opens the meeting under it or begins a
/// draft there, N begins a draft, Space goes through meetings at the same time, D opens the day, T goes to today, W says why a meeting failed.
final class WeekPane extends VBox {
    private static final int SLOT = 30;
    private static final int FIRST_SHOWN_HOUR = 8;
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");

    private final Words words;
    private final CalendarActions actions;
    private final Supplier<Instant> clock;
    private final WeekGridPane grid;
    private final HBox heads = new HBox();
    private final StackPane focus = new StackPane();
    private final ScrollPane scroll = new ScrollPane(focus);
    private final Ticks minute = new Ticks(Duration.ofSeconds(30), this::tick);
    private List<LocalDate> days = List.of();
    private LocalDateTime cursor;
    private boolean scrolled;
    /// Which of several at the same time is meant.
    private int turn;

    WeekPane(Words words, CalendarActions actions, Supplier<Instant> clock) {
        this.words = words;
        this.actions = actions;
        this.clock = clock;
        this.grid = new WeekGridPane(words, actions);
        cursor = LocalDateTime.ofInstant(clock.get(), words.zone()).toLocalDate().atTime(LocalTime.of(9, 0));
        getStyleClass().add("lx-week");
        heads.getStyleClass().add("heads");
        focus.getChildren().add(grid);
        focus.setId("meetings-week");
        focus.getStyleClass().add("hours");
        focus.setFocusTraversable(true);
        focus.setOnKeyPressed(this::key);
        focus.setOnMousePressed(press -> focus.requestFocus());
        focus.focusedProperty().subscribe(focused -> grid.setCursor(cursor, focused));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heads, scroll);
        minute.whileShown(this);
        // only when both heights are known does a place in the hours mean anything
        scroll.viewportBoundsProperty().addListener((observed, before, bounds) -> scrollToMorning());
    }

    private void scrollToMorning() {
        if (!scrolled && scroll.getViewportBounds().getHeight() > 0) {
            scrolled = true;
            scrollTo(FIRST_SHOWN_HOUR * 60);
        }
    }

    private void scrollTo(int minutes) {
        double hidden = grid.scale().height() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, grid.scale().y(minutes) / hidden));
    }

    private void tick() {
        grid.setNow(clock.get());
    }

    /// Moves the keyboard there, as after a jump to another day.
    void moveCursor(LocalDate day) {
        cursor = cursor.with(day);
        grid.setCursor(cursor, focus.isFocused());
    }

    void focusGrid() {
        focus.requestFocus();
    }

    void show(List<LocalDate> shown, List<CalendarEntry> entries, Optional<String> chosen) {
        days = shown;
        if (!days.contains(cursor.toLocalDate())) {
            cursor = cursor.with(cursor.toLocalDate().isBefore(days.getFirst()) ? days.getFirst() : days.getLast());
        }
        var now = clock.get();
        grid.show(shown, entries, chosen, now);
        grid.setCursor(cursor, focus.isFocused());
        heads(LocalDate.ofInstant(now, words.zone()));
        say();
    }

    void choose(Optional<String> key) {
        grid.choose(key);
    }

    private void heads(LocalDate today) {
        var zone = new Label(DateTimeFormatter.ofPattern("zzz", words.locale()).format(days.getFirst().atTime(12, 0).atZone(words.zone())));
        zone.getStyleClass().add("zone");
        zone.setTooltip(new Tooltip(words.zone().getId()));
        zone.setMinWidth(WeekGridPane.RULER);
        zone.setMaxWidth(WeekGridPane.RULER);
        var row = new GridPane();
        HBox.setHgrow(row, Priority.ALWAYS);
        heads.getChildren().setAll(zone, row);
        for (var day : days) {
            var name = new Label(day.getDayOfWeek().getDisplayName(TextStyle.SHORT, words.locale()));
            var number = new Label(Integer.toString(day.getDayOfMonth()));
            number.getStyleClass().add("number");
            var head = new HBox(4, name, number);
            head.setAlignment(Pos.CENTER);
            head.getStyleClass().add("day-head");
            if (day.equals(today)) {
                head.pseudoClassStateChanged(TODAY, true);
                head.getChildren().add(new Label(words.text("meetings.today.word")));
            }
            if (grid.scale().changesClocks(day)) {
                var change = new Label(null, Icons.of("bi-clock-history", 12));
                change.setTooltip(new Tooltip(words.text("meetings.clocks-change")));
                change.setAccessibleText(words.text("meetings.clocks-change"));
                head.getChildren().add(change);
            }
            head.setMinWidth(0);
            int at = row.getColumnCount();
            var column = new ColumnConstraints();
            column.setPercentWidth(grid.widths().share(at) * 100);
            row.getColumnConstraints().add(column);
            row.add(head, at, 0);
        }
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case UP -> step(0, -SLOT);
            case DOWN -> step(0, SLOT);
            case LEFT -> step(-1, 0);
            case RIGHT -> step(1, 0);
            case HOME -> to(cursor.with(LocalTime.of(FIRST_SHOWN_HOUR, 0)));
            case END -> to(cursor.with(LocalTime.of(17, 0)));
            case PAGE_UP -> actions.turn(-1);
            case PAGE_DOWN -> actions.turn(1);
            case T -> actions.today();
            case D -> actions.openDay(cursor.toLocalDate());
            case N -> actions.draft(cursor, cursor.plusHours(1));
            case SPACE -> next();
            case W -> grid.at(cursor, SLOT).stream().filter(CalendarEntry::isTroubled).findFirst().ifPresent(grid::explain);
            case ENTER -> enter();
            default -> {
                return;
            }
        }
        key.consume();
    }

    /// Beyond the last column the next page begins.
    private void step(int byDays, int byMinutes) {
        var wanted = cursor.plusMinutes(byMinutes);
        if (byMinutes != 0 && !wanted.toLocalDate().equals(cursor.toLocalDate())) {
            return;
        }
        if (byDays != 0) {
            int at = days.indexOf(cursor.toLocalDate()) + byDays;
            if (at < 0 || at >= days.size()) {
                cursor = cursor.plusDays(byDays > 0 ? 7L : -7L);
                if (days.size() > 1) {
                    cursor = cursor.with(byDays > 0 ? days.getFirst().plusWeeks(1) : days.getLast().minusWeeks(1));
                } else {
                    cursor = cursor.with(days.getFirst().plusDays(byDays));
                }
                actions.turn(byDays);
                return;
            }
            wanted = cursor.with(days.get(at));
        }
        to(wanted);
    }

    private void to(LocalDateTime wanted) {
        cursor = wanted;
        turn = 0;
        grid.setCursor(cursor, true);
        int from = cursor.toLocalTime().toSecondOfDay() / 60;
        double hidden = grid.scale().height() - scroll.getViewportBounds().getHeight();
        double top = hidden * scroll.getVvalue();
        double y = grid.scale().y(from);
        if (y < top) {
            scrollTo(from);
        } else if (y + WeekGridPane.HOUR > top + scroll.getViewportBounds().getHeight()) {
            scroll.setVvalue(Math.min(1, (y + WeekGridPane.HOUR - scroll.getViewportBounds().getHeight()) / hidden));
        }
        grid.at(cursor, SLOT).stream().findFirst().ifPresent(actions::choose);
        say();
    }

    /// What is under the cursor, for those who hear it.
    private void say() {
        var when = DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", words.locale()).format(cursor);
        var here = grid.at(cursor, SLOT);
        focus.setAccessibleText(words.text("meetings.cursor", when, here.size(), here.stream().map(CalendarEntry::subject).findFirst().orElse("")));
    }

    private void next() {
        var here = grid.at(cursor, SLOT);
        if (!here.isEmpty()) {
            turn = (turn + 1) % here.size();
            actions.choose(here.get(turn));
        }
    }

    private void enter() {
        var here = grid.at(cursor, SLOT);
        if (here.isEmpty()) {
            actions.draft(cursor, cursor.plusHours(1));
        } else {
            actions.open(here.get(Math.min(turn, here.size() - 1)));
        }
    }
}
