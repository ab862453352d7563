package app.lectern.recordings.screen;

import app.lectern.recordings.MeetingGroup;
import app.lectern.recordings.Recording;
import app.lectern.recordings.SortBy;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// The library's table. The store sorts, so a click on a column only asks for another order.
final class RecordingsTablePane extends StackPane {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass MATCHED = PseudoClass.getPseudoClass("matched");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    /// Below such widths the columns that are needed least give way, so that what is on this computer stays in sight.
    private static final double LESS_WIDE = 1060;
    private static final double NARROW = 900;
    private static final double SCROLL_BAR = 16;
    /// Names may be cut, with the whole in a tooltip; dates and sizes may not.
    private static final Map<SortBy, Double> NAMES = Map.of(SortBy.TITLE, 150.0, SortBy.MEETING, 132.0, SortBy.ORGANISER, 116.0);
    private static final double LEAST_SHARE = 0.75;

    private final RecordingsViewModel model;
    private final Words words;
    private final RecordingText text;
    private final TableView<RecordingRow> table;
    private final Map<SortBy, TableColumn<RecordingRow, ?>> columns = new EnumMap<>(SortBy.class);
    private boolean following;
    private boolean lessWide;
    private boolean narrow;

    RecordingsTablePane(Shell shell, RecordingsViewModel model, Runnable open) {
        this.model = model;
        this.words = shell.words();
        this.text = model.text();
        table = Tables.dense(words.text("place.recordings"), shell::copy, row -> enter(row, open));
        table.setId("recordings-table");
        table.setItems(model.rows());
        addColumns();
        table.setPlaceholder(noMatch());
        table.setRowFactory(of -> new Row());
        table.setSortPolicy(sorted -> {
            askForOrder();
            return true;
        });
        showOrder();
        model.rows().version().subscribe(now -> table.refresh());
        model.everything().subscribe(now -> table.refresh());
        model.downloads().version().subscribe(now -> table.refresh());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.getSelectionModel().getSelectedIndices().addListener((javafx.collections.ListChangeListener<Integer>) change -> selected());
        model.selectRow().subscribe(row -> {
            if (row.isPresent() && row.getAsInt() < table.getItems().size()) {
                following = true;
                table.getSelectionModel().clearAndSelect(row.getAsInt());
                table.getFocusModel().focus(row.getAsInt());
                following = false;
                selected();
            }
        });
        getChildren().add(table);
    }

    TableView<RecordingRow> table() {
        return table;
    }

    private void enter(RecordingRow row, Runnable open) {
        if (row instanceof RecordingRow.Heading heading) {
            model.toggle(heading.group().key());
        } else {
            open.run();
        }
    }

    private void pressed(KeyEvent key) {
        var row = table.getSelectionModel().getSelectedIndex() < 0 ? null : table.getItems().get(table.getSelectionModel().getSelectedIndex());
        if (key.isShortcutDown() && key.getCode() == KeyCode.A) {
            model.selectEverything();
            key.consume();
        } else if (row instanceof RecordingRow.Heading heading && !key.isShortcutDown()
                && (key.getCode() == KeyCode.LEFT && heading.open() || key.getCode() == KeyCode.RIGHT && !heading.open() || key.getCode() == KeyCode.SPACE)) {
            model.toggle(heading.group().key());
            key.consume();
        }
    }

    private void selected() {
        if (!following) {
            model.selected(table.getSelectionModel().getSelectedIndices());
        }
    }

    private void addColumns() {
        var title = column(SortBy.TITLE, "recordings.column.title", 148, text::title, group -> group.title().isEmpty() ? words.text("recordings.no-meeting")
                : group.title());
        title.getStyleClass().add("lx-strong");
        title.setCellFactory(of -> new TitleCell(text, model::toggle));
        column(SortBy.MEETING, "recordings.column.meeting", 138, Recording::meetingTitle, group -> "");
        column(SortBy.ORGANISER, "recordings.column.organiser", 112, Recording::organiser, group -> "");
        column(SortBy.DATE, "recordings.column.date", 100, text::when, group -> text.when(group.newest())).setMinWidth(96);
        right(column(SortBy.LENGTH, "recordings.column.length", 58, one -> RecordingText.length(one.length()), group -> ""));
        right(column(SortBy.SIZE, "recordings.column.size", 64, text::size, group -> words.size(group.size())));
        var kind = column(SortBy.KIND, "recordings.column.kind", 96, one -> words.of(one.kind()), group -> words.text("recordings.items", group.recordings()));
        kind.setCellFactory(of -> new KindCell());
        column(SortBy.PLACE, "recordings.column.place", 80, one -> words.of(one.place()), group -> "");
        right(column(SortBy.DOWNLOADS, "recordings.column.downloads", 80, one -> words.count(one.downloads()), group -> ""));
        column(SortBy.DOWNLOADED, "recordings.column.downloaded", 124, text::lastDownloaded, group -> "").setMinWidth(96);
        var local = column(SortBy.LOCAL, "recordings.column.local", 122, one -> mark(one).text(), group -> "");
        local.setMinWidth(104);
        local.setCellFactory(of -> new LocalCell());
        model.grouped().subscribe(byMeeting -> {
            columns.get(SortBy.MEETING).setVisible(!byMeeting);
            fit(table.getWidth());
        });
        table.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    /// What is wide goes to the names; what is narrow does without the columns that are needed least.
    private void fit(double width) {
        if (width <= 0) {
            return;
        }
        giveWay(width < LESS_WIDE, lessWide, List.of(SortBy.PLACE, SortBy.DOWNLOADS));
        lessWide = width < LESS_WIDE;
        giveWay(width < NARROW, narrow, List.of(SortBy.LENGTH, SortBy.DOWNLOADED));
        narrow = width < NARROW;
        double left = width - SCROLL_BAR - columns.entrySet().stream().filter(each -> each.getValue().isVisible() && !NAMES.containsKey(each.getKey()))
                .mapToDouble(each -> each.getValue().getWidth()).sum();
        double usual = NAMES.entrySet().stream().filter(each -> columns.get(each.getKey()).isVisible()).mapToDouble(Map.Entry::getValue).sum();
        NAMES.forEach((by, least) -> columns.get(by).setPrefWidth(Math.max(least * LEAST_SHARE, Math.floor(left * least / usual))));
    }

    /// Only when a width is passed: what somebody hid or showed in the header's menu stays so until then.
    private void giveWay(boolean now, boolean before, List<SortBy> some) {
        if (now != before) {
            some.forEach(by -> columns.get(by).setVisible(!now));
        }
    }

    private TableColumn<RecordingRow, String> column(SortBy by, String key, double width, Function<Recording, String> value, Function<MeetingGroup, String> ofGroup) {
        var column = Tables.<RecordingRow>text(words.text(key), width, row -> switch (row) {
            case RecordingRow.Line line -> value.apply(line.recording());
            case RecordingRow.Heading heading -> ofGroup.apply(heading.group());
            case RecordingRow.Unread unread -> "";
        });
        column.setId("recordings-column-" + by.name().toLowerCase(Locale.ROOT));
        column.setUserData(by);
        columns.put(by, column);
        table.getColumns().add(column);
        return column;
    }

    private static void right(TableColumn<RecordingRow, String> column) {
        column.getStyleClass().add("align-right");
    }

    private RecordingText.Mark mark(Recording one) {
        return model.downloads().mark(one).orElseGet(() -> text.local(one));
    }

    private void askForOrder() {
        if (following || table.getSortOrder().isEmpty()) {
            return;
        }
        var column = table.getSortOrder().getFirst();
        model.sort((SortBy) column.getUserData(), column.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void showOrder() {
        following = true;
        var column = columns.get(model.order().by());
        column.setSortType(model.order().descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(column));
        following = false;
    }

    private Node noMatch() {
        return new StatePane("bi-funnel", Tone.NEUTRAL, words.text("recordings.no-match"), words.text("recordings.no-match.text")).smallButtons()
                .button(words.text("recordings.filter.clear"), "bi-x", model.filter()::clear);
    }

    private final class Row extends TableRow<RecordingRow> {
        @Override
        protected void updateItem(RecordingRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(HEADING, !empty && row instanceof RecordingRow.Heading);
            pseudoClassStateChanged(MATCHED, !empty && model.everything().get() && row instanceof RecordingRow.Line);
            pseudoClassStateChanged(GONE, !empty && row instanceof RecordingRow.Line line
                    && line.recording().state() == app.lectern.recordings.RecordingState.REMOVED);
        }
    }

    private static final class KindCell extends TableCell<RecordingRow, String> {
        @Override
        protected void updateItem(String kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(empty ? null : kind);
            setGraphic(!empty && getTableRow() != null && getTableRow().getItem() instanceof RecordingRow.Line line
                    ? Icons.of(RecordingText.icon(line.recording().kind()), 12) : null);
        }
    }

    private final class LocalCell extends TableCell<RecordingRow, String> {
        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            if (empty || getTableRow() == null || !(getTableRow().getItem() instanceof RecordingRow.Line line)) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            var mark = mark(line.recording());
            setGraphic(new Chip(mark.text(), mark.tone(), mark.icon()).shrinking());
            setTooltip(new Tooltip(mark.text()));
            setAccessibleText(getTableColumn().getText() + ": " + mark.text());
        }
    }
}
