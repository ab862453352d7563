package app.lectern.meetings.screen;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// A month of meetings. The keyboard has a day: arrows move it, Enter looks at that day by the hour, N begins a draft on it.
final class MonthPane extends GridPane {
    private static final int DAYS = 7;
    private static final int WEEKS = 6;
    private static final double NAMES = 26;
    private static final double NUMBER = 20;
    private static final double ENTRY = 19;
    private static final int MORNING = 9;
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Words words;
    private final EntryText text;
    private final CalendarActions actions;
    private final Consumer<LocalDate> openDay;
    private final Map<LocalDate, VBox> cells = new HashMap<>();
    private CalendarPage page;
    private List<CalendarEntry> entries = List.of();
    private Optional<String> chosen = Optional.empty();
    private Instant now = Instant.EPOCH;
    private LocalDate cursor = LocalDate.EPOCH;

    MonthPane(Words words, CalendarActions actions, Consumer<LocalDate> openDay) {
        this.words = words;
        this.text = new EntryText(words);
        this.actions = actions;
        this.openDay = openDay;
        setId("meetings-month");
        getStyleClass().add("lx-meeting-month");
        setMinHeight(0);
        setFocusTraversable(true);
        for (int day = 0; day < DAYS; day++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / DAYS);
            getColumnConstraints().add(column);
        }
        getRowConstraints().add(new RowConstraints(NAMES));
        for (int week = 0; week < WEEKS; week++) {
            var row = new RowConstraints(0, ENTRY, Double.MAX_VALUE);
            row.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(row);
        }
        heightProperty().addListener((observed, before, height) -> fill());
        focusedProperty().subscribe(focused -> markCursor());
        setOnKeyPressed(this::key);
    }

    void show(CalendarPage shown, List<CalendarEntry> some, Optional<String> key, Instant at) {
        page = shown;
        entries = some;
        chosen = key;
        now = at;
        cursor = shown.day();
        fill();
    }

    private void fill() {
        if (page == null) {
            return;
        }
        getChildren().clear();
        cells.clear();
        for (var day : DayOfWeek.values()) {
            var label = new Label(day.getDisplayName(TextStyle.SHORT, words.locale()));
            label.getStyleClass().add("weekday");
            add(label, day.getValue() - 1, 0);
        }
        var colours = new OrganiserColours(entries);
        int fitting = Math.max(1, (int) (((getHeight() - NAMES) / WEEKS - NUMBER) / ENTRY));
        var first = page.first();
        for (int at = 0; at < DAYS * WEEKS; at++) {
            add(cell(first.plusDays(at), colours, fitting), at % DAYS, 1 + at / DAYS);
        }
        markCursor();
    }

    private VBox cell(LocalDate day, OrganiserColours colours, int fitting) {
        var zone = words.zone();
        var from = day.atStartOfDay(zone).toInstant();
        var until = day.plusDays(1).atStartOfDay(zone).toInstant();
        var here = entries.stream().filter(entry -> entry.start().isBefore(until) && (entry.end().isAfter(from) || entry.start().equals(from))).toList();
        var number = new Label(Integer.toString(day.getDayOfMonth()));
        number.getStyleClass().add("number");
        var cell = new VBox(number);
        cell.getStyleClass().add("day");
        cell.pseudoClassStateChanged(TODAY, day.equals(LocalDate.ofInstant(now, zone)));
        cell.pseudoClassStateChanged(OUTSIDE, !YearMonth.from(day).equals(YearMonth.from(page.day())));
        int shown = here.size() > fitting ? Math.max(1, fitting - 1) : here.size();
        here.stream().limit(shown).forEach(entry -> cell.getChildren().add(button(entry, colours.of(entry))));
        if (here.size() > shown) {
            var further = new Label(words.text("meetings.further", here.size() - shown));
            further.getStyleClass().add("further");
            cell.getChildren().add(further);
        }
        cell.setAccessibleText(words.text("meetings.cursor", DateTimeFormatter.ofPattern("EEEE d MMMM", words.locale()).format(day), here.size(),
                here.stream().map(CalendarEntry::subject).findFirst().orElse("")));
        cell.setOnMouseClicked(click -> {
            requestFocus();
            cursor = day;
            markCursor();
            if (click.getClickCount() == 2) {
                openDay.accept(day);
            }
        });
        cells.put(day, cell);
        return cell;
    }

    private Button button(CalendarEntry entry, OrganiserColours.Colour colour) {
        var button = new Button(text.brief(entry), Icons.of(entry.isLimited() ? "bi-exclamation-triangle-fill" : text.icon(entry, now), 11));
        button.getStyleClass().setAll("button", "entry", colour.name().toLowerCase(Locale.ROOT), entry.state().name().toLowerCase(Locale.ROOT));
        button.pseudoClassStateChanged(CHOSEN, chosen.filter(entry.key()::equals).isPresent());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(text.whole(entry, now)));
        button.setAccessibleText(text.whole(entry, now).replace("\n", ", "));
        button.setOnAction(pressed -> actions.open(entry));
        return button;
    }

    private void markCursor() {
        cells.forEach((day, cell) -> cell.pseudoClassStateChanged(CURSOR, isFocused() && day.equals(cursor)));
        if (cells.containsKey(cursor)) {
            setAccessibleText(cells.get(cursor).getAccessibleText());
        }
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> to(cursor.minusDays(1));
            case RIGHT -> to(cursor.plusDays(1));
            case UP -> to(cursor.minusWeeks(1));
            case DOWN -> to(cursor.plusWeeks(1));
            case PAGE_UP -> actions.turn(-1);
            case PAGE_DOWN -> actions.turn(1);
            case T -> actions.today();
            case N -> actions.draft(cursor.atTime(MORNING, 0), cursor.atTime(MORNING + 1, 0));
            case ENTER -> openDay.accept(cursor);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void to(LocalDate day) {
        cursor = day;
        if (!cells.containsKey(day)) {
            actions.turn(day.isBefore(page.first()) ? -1 : 1);
        } else {
            markCursor();
        }
    }
}
