package app.lectern.deliverables;

import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Tables;
import app.lectern.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The table of deliverables, assignees by their initials, the sync state as a chip.
final class DeliverablesTablePane {
    private static final int MOST_INITIALS = 3;

    private final Words words;
    private final DueWords due;
    private final Supplier<LocalDate> today;

    private DeliverablesTablePane(Words words, Supplier<LocalDate> today) {
        this.words = words;
        this.due = new DueWords(words);
        this.today = today;
    }

    static TableView<DeliverableRow> table(Words words, Consumer<String> copy, Consumer<DeliverableRow> open, Supplier<LocalDate> today) {
        return new DeliverablesTablePane(words, today).build(copy, open);
    }

    private TableView<DeliverableRow> build(Consumer<String> copy, Consumer<DeliverableRow> open) {
        var table = Tables.<DeliverableRow>dense(words.text("place.deliverables"), copy, open);
        table.setId("deliverables-table");
        table.getColumns().add(Tables.name(words.text("deliverables.column.project"), 144, row -> row.deliverable().project()));
        table.getColumns().add(Tables.text(words.text("deliverables.column.client"), 122,
                row -> row.deliverable().client().isEmpty() ? words.text("deliverables.internal") : row.deliverable().client()));
        table.getColumns().add(Tables.text(words.text("deliverables.column.deliverable"), 150, row -> row.deliverable().title()));
        table.getColumns().add(date());
        table.getColumns().add(people());
        table.getColumns().add(state());
        return table;
    }

    private TableColumn<DeliverableRow, LocalDate> date() {
        var column = new TableColumn<DeliverableRow, LocalDate>(words.text("deliverables.column.date"));
        column.setPrefWidth(114);
        column.setComparator(Comparator.nullsLast(Comparator.naturalOrder()));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().deliverable().date().orElse(null)));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setText(empty ? null : day == null ? words.text("deliverables.not-set") : due.day(day, today.get()));
            }
        });
        return column;
    }

    private TableColumn<DeliverableRow, String> people() {
        var column = Tables.<DeliverableRow>text(words.text("deliverables.column.assignees"), 90, row -> String.join("; ", row.deliverable().assignees()));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                var row = empty ? null : getTableRow().getItem();
                setGraphic(row == null ? null : circles(row));
                setTooltip(row == null || item.isEmpty() ? null : new Tooltip(item.replace("; ", "\n")));
                setAccessibleText(row == null ? null : words.text("deliverables.column.assignees") + ": " + item);
            }
        });
        return column;
    }

    private static HBox circles(DeliverableRow row) {
        var box = new HBox();
        box.getStyleClass().add("people");
        var people = row.deliverable().assignees();
        people.stream().limit(MOST_INITIALS).forEach(address -> box.getChildren().add(circle(DueWords.initials(address))));
        if (people.size() > MOST_INITIALS) {
            box.getChildren().add(circle("+" + (people.size() - MOST_INITIALS)));
        }
        return box;
    }

    private static Label circle(String text) {
        var label = new Label(text);
        label.getStyleClass().add("initials");
        return label;
    }

    private TableColumn<DeliverableRow, String> state() {
        var column = Tables.<DeliverableRow>text(words.text("deliverables.column.state"), 134, row -> words.of(row.state()));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                var row = empty ? null : getTableRow().getItem();
                setGraphic(row == null ? null : new Chip(item, DueTones.of(row.state()), DueTones.icon(row.state())).shrinking());
                setAccessibleText(row == null ? null : words.text("deliverables.column.state") + ": " + item);
            }
        });
        return column;
    }
}
