package app.lectern.deliverables;

import app.lectern.shell.controls.Icons;
import app.lectern.words.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// A month of due dates, each in the colour and with the mark of its sync state; what is to be deleted is struck through.
final class MonthPane extends GridPane {
    private static final int DAYS = 7;
    private static final int WEEKS = 6;
    private static final double ENTRY = 18;
    private static final double HEAD = 18;

    /// Something on a day.
    private record Entry(String text, String full, DeliverableRow.SyncState state, Runnable open) {}

    private final DeliverablesViewModel model;
    private final Words words;
    private final Consumer<Deliverable> open;

    MonthPane(DeliverablesViewModel model, Words words, Consumer<Deliverable> open) {
        this.model = model;
        this.words = words;
        this.open = open;
        getStyleClass().add("lx-month");
        setId("deliverables-month");
        setMinHeight(0);
        for (int day = 0; day < DAYS; day++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / DAYS);
            getColumnConstraints().add(column);
        }
        getRowConstraints().add(new RowConstraints(24));
        for (int week = 0; week < WEEKS; week++) {
            var row = new RowConstraints(0, 44, Double.MAX_VALUE);
            row.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(row);
        }
        heightProperty().subscribe(height -> fill());
    }

    /// Shows the model's month as it is now.
    void fill() {
        getChildren().clear();
        var month = model.monthProperty().get();
        if (month == null) {
            return;
        }
        for (var day : DayOfWeek.values()) {
            var label = new Label(day.getDisplayName(TextStyle.SHORT, words.locale()));
            label.getStyleClass().add("weekday");
            add(label, day.getValue() - 1, 0);
        }
        var entries = entries();
        var first = month.atDay(1).with(DayOfWeek.MONDAY);
        var today = model.stateProperty().get().data().map(Snapshot::today).orElse(LocalDate.MIN);
        int fitting = Math.max(1, (int) (((getHeight() - 24) / WEEKS - HEAD) / ENTRY));
        for (int at = 0; at < DAYS * WEEKS; at++) {
            var day = first.plusDays(at);
            add(day(day, YearMonth.from(day).equals(month), day.equals(today), entries.getOrDefault(day, List.of()), fitting), at % DAYS, 1 + at / DAYS);
        }
    }

    private Map<LocalDate, List<Entry>> entries() {
        var entries = new TreeMap<LocalDate, List<Entry>>();
        for (var row : model.shown()) {
            row.deliverable().date().ifPresent(day -> entries.computeIfAbsent(day, none -> new ArrayList<>()).add(
                    new Entry(row.deliverable().title(), row.deliverable().subject(), row.state(), () -> open.accept(row.deliverable()))));
        }
        model.plan().stateProperty().get().data().ifPresent(plan -> plan.changes().stream()
                .filter(change -> change.kind() == Change.Kind.DELETE)
                .forEach(change -> change.found().map(event -> event.content().value(Field.WHEN)).filter(when -> when.matches("\\d{4}-\\d\\d-\\d\\d"))
                        .ifPresent(when -> entries.computeIfAbsent(LocalDate.parse(when), none -> new ArrayList<>()).add(new Entry(
                                change.title().replaceFirst("^[^:]*: ", ""), change.title(), DeliverableRow.SyncState.TO_DELETE, () -> {})))));
        return entries;
    }

    private VBox day(LocalDate day, boolean inside, boolean isToday, List<Entry> entries, int fitting) {
        var number = new Label(Integer.toString(day.getDayOfMonth()));
        number.getStyleClass().add("number");
        var cell = new VBox(number);
        cell.getStyleClass().add("day");
        if (!inside) {
            cell.getStyleClass().add("outside");
        }
        if (isToday) {
            cell.getStyleClass().add("today");
        }
        int shown = entries.size() > fitting ? fitting - 1 : entries.size();
        entries.stream().limit(Math.max(1, shown)).forEach(entry -> cell.getChildren().add(button(entry)));
        int further = entries.size() - Math.max(1, shown);
        if (further > 0) {
            number.setText(number.getText() + "  " + words.text("deliverables.further", further));
            Tooltip.install(cell, new Tooltip(String.join("\n", entries.stream().map(Entry::full).toList())));
        }
        return cell;
    }

    private Button button(Entry entry) {
        var button = new Button(entry.text(), Icons.of(DueTones.icon(entry.state()), 11));
        button.getStyleClass().setAll("button", "due", DueTones.of(entry.state()).styleClass());
        if (entry.state() == DeliverableRow.SyncState.TO_DELETE) {
            button.getStyleClass().add("gone");
        }
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setAccessibleText(entry.full() + ", " + words.of(entry.state()));
        button.setTooltip(new Tooltip(entry.full() + "\n" + words.of(entry.state())));
        button.setOnAction(pressed -> entry.open().run());
        return button;
    }
}
