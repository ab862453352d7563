package app.lectern.shell.controls;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;

/// Tables as every screen has them: dense rows of 29 pixels, no stripes, columns chosen in the header's menu, Enter
/// and double-click for a row's default action, Ctrl+C for the selected rows as text.
public final class Tables {
    public static final double ROW = 29;
    /// For the scroll bar at the right.
    private static final double EDGE = 16;
    private static final String FIRST = "lx-first";
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private Tables() {}

    public static <R> TableView<R> dense(String name, Consumer<String> copy, Consumer<R> open) {
        var table = new TableView<R>();
        table.getStyleClass().addAll("dense", "edge-to-edge", "lx-table");
        table.setFixedCellSize(ROW);
        table.setTableMenuButtonVisible(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText(name);
        table.getVisibleLeafColumns().addListener((Observable changed) -> markFirst(table));
        table.setOnKeyPressed(key -> {
            if (COPY.match(key)) {
                copy.accept(selectedAsText(table));
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER) {
                openSelected(table, open);
                key.consume();
            }
        });
        table.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                openSelected(table, open);
            }
        });
        return table;
    }

    /// The first column stands further from the edge; columns can be moved and hidden, so it is marked anew each time.
    private static <R> void markFirst(TableView<R> table) {
        table.getVisibleLeafColumns().forEach(column -> column.getStyleClass().remove(FIRST));
        table.getVisibleLeafColumns().stream().findFirst().ifPresent(column -> column.getStyleClass().add(FIRST));
    }

    /// Where the table is too narrow for all its columns, these give way in this order, and come back when there is room again.
    @SafeVarargs
    public static <R> void giveWay(TableView<R> table, TableColumn<R, ?>... order) {
        var gone = new ArrayDeque<TableColumn<R, ?>>();
        table.widthProperty().addListener((observed, before, width) -> Platform.runLater(() -> {
            double room = width.doubleValue() - EDGE;
            for (var each : order) {
                if (needed(table) > room && each.isVisible()) {
                    each.setVisible(false);
                    gone.push(each);
                }
            }
            while (!gone.isEmpty() && needed(table) + gone.peek().getPrefWidth() <= room) {
                gone.pop().setVisible(true);
            }
        }));
    }

    private static double needed(TableView<?> table) {
        return table.getVisibleLeafColumns().stream().mapToDouble(column -> Math.max(column.getMinWidth(), column.getPrefWidth())).sum();
    }

    /// Shows these rows in the order that the heads ask for, and goes on showing them as they change; see [#refill].
    public static <R> void follow(TableView<R> table, ObservableList<R> rows, Function<R, ?> key) {
        var own = FXCollections.observableArrayList(rows);
        var sorted = new SortedList<>(own);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        rows.addListener((Observable changed) -> refill(table, own, List.copyOf(rows), key));
    }

    /// Rows that were read anew: what was chosen stays chosen, by its key, as long as it is still there.
    public static <R> void refill(TableView<R> table, List<R> rows, Function<R, ?> key) {
        refill(table, table.getItems(), rows, key);
    }

    private static <R> void refill(TableView<R> table, ObservableList<R> own, List<R> rows, Function<R, ?> key) {
        if (own.equals(rows)) {
            return;
        }
        var selection = table.getSelectionModel();
        var chosen = selection.getSelectedItems().stream().filter(Objects::nonNull).map(key).collect(Collectors.toSet());
        var last = Optional.ofNullable(selection.getSelectedItem()).map(key);
        // first, so that no other row that comes to stand in its place is taken for chosen
        selection.clearSelection();
        own.setAll(rows);
        var shown = table.getItems();
        IntStream.range(0, shown.size()).filter(at -> chosen.contains(key.apply(shown.get(at))))
                .boxed().sorted(Comparator.comparing(at -> last.filter(key.apply(shown.get(at))::equals).isPresent())).forEach(selection::select);
    }

    private static <R> void openSelected(TableView<R> table, Consumer<R> open) {
        var selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            open.accept(selected);
        }
    }

    /// The visible columns of the selected rows, tab between cells, with the column names on top.
    public static <R> String selectedAsText(TableView<R> table) {
        var columns = table.getVisibleLeafColumns();
        var head = columns.stream().map(TableColumn::getText).collect(Collectors.joining("\t"));
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(row -> columns.stream()
                        .map(column -> String.valueOf(column.getCellObservableValue(row).getValue()))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", head + "\n", ""));
    }

    public static <R> TableColumn<R, String> text(String title, double width, Function<R, String> value) {
        var column = new TableColumn<R, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /// The column by which a row is known, in a heavier weight.
    public static <R> TableColumn<R, String> name(String title, double width, Function<R, String> value) {
        var column = text(title, width, value);
        column.getStyleClass().add("lx-strong");
        return column;
    }

    public static <R> TableColumn<R, String> mono(String title, double width, Function<R, String> value) {
        var column = text(title, width, value);
        column.getStyleClass().add("lx-mono");
        return column;
    }

    /// A number, aligned right; `text` writes it, the value sorts it.
    public static <R, N extends Comparable<N>> TableColumn<R, N> number(
            String title, double width, Function<R, N> value, Function<N, String> text) {
        var column = new TableColumn<R, N>(title);
        column.setPrefWidth(width);
        column.getStyleClass().add("align-right");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(N item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        return column;
    }

    /// A state as a chip; it sorts and copies by its words.
    public static <R> TableColumn<R, String> chip(
            String title, double width, Function<R, String> words, Function<R, Tone> tone) {
        var column = text(title, width, words);
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                var row = empty ? null : getTableRow().getItem();
                setGraphic(row == null ? null : new Chip(item, tone.apply(row)).shrinking());
                setTooltip(row == null ? null : new Tooltip(item));
                setAccessibleText(row == null ? null : title + ": " + item);
            }
        });
        return column;
    }
}
