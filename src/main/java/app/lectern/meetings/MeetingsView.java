package app.lectern.meetings;

import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.screen.PermissionMissingPane;
import app.lectern.meetings.MeetingsViewModel.Row;
import app.lectern.shell.DetailsSplit;
import app.lectern.shell.Dialogs;
import app.lectern.shell.LoadingPane;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Meetings screen: the list, and everything about the chosen meeting beside it.
public final class MeetingsView {
    private static final Dialogs.FileKind CALENDAR = new Dialogs.FileKind("iCalendar", List.of("*.ics"));
    private static final double USUAL_DIVIDER = 0.66;

    private final MeetingsViewModel model;
    private final Shell shell;
    private final Words words;
    private final CustomTextField filter = new CustomTextField();
    private TableView<Row> table;

    @FXML private VBox root;
    @FXML private PageHead head;
    @FXML private Button sync;
    @FXML private Button export;
    @FXML private HBox filters;
    @FXML private StackPane content;

    MeetingsView(MeetingsViewModel model, Shell shell, AtomicReference<MeetingsView> shown) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        shown.set(this);
    }

    public static Screen screen(MeetingsViewModel model) {
        var shown = new AtomicReference<MeetingsView>();
        return Screen.of(Place.MEETINGS, shell -> shell.fxml().load(MeetingsView.class, model, shell, shown))
                .on(Screen.Verb.REFRESH, model::load)
                .on(Screen.Verb.SYNC, model::syncNow)
                .on(Screen.Verb.EXPORT, () -> Optional.ofNullable(shown.get()).ifPresent(MeetingsView::export))
                .on(Screen.Verb.FIND, () -> Optional.ofNullable(shown.get()).ifPresent(view -> view.filter.requestFocus()));
    }

    @FXML
    private void initialize() {
        sync.setGraphic(Icons.of("bi-arrow-repeat", 14));
        export.setGraphic(Icons.of("bi-box-arrow-up", 14));
        head.setSubtitle(words.text("meetings.about", words.zone().getId()));
        filter.setId("meetings-filter");
        filter.setLeft(Icons.of("bi-search", 14));
        filter.setPromptText(words.text("meetings.filter"));
        filter.setAccessibleText(words.text("meetings.filter"));
        filter.textProperty().bindBidirectional(model.filter());
        filter.setPrefWidth(280);
        var span = new Segmented<MeetingSpan>(List.of(MeetingSpan.values()), words::of);
        span.setId("meetings-span");
        span.valueProperty().bindBidirectional(model.span());
        filters.getChildren().addAll(span, Card.space(), filter);
        var details = new MeetingDetailsPane(shell, model);
        table();
        var split = new DetailsSplit(shell, "meetings", new Card().flush(table), details, USUAL_DIVIDER);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.choose(row);
            }
        });
        model.details().subscribe(details::show);
        var list = new LoadingPane<List<Row>>(shell, model.rows(), split, (node, rows) -> fill(rows),
                rows -> rows.isEmpty() && !model.isFiltered(), nothing(), remedy -> model.load());
        content.getChildren().setAll(list);
        model.missing().subscribe(report -> content.getChildren().setAll(report.<Node>map(this::permissionMissing).orElse(list)));
        model.load();
    }

    private Card permissionMissing(PermissionReport report) {
        return new Card().flush(PermissionMissingPane.of(shell, report, Capability.SYNC_CALENDARS, model::checkAgain));
    }

    private void fill(List<Row> rows) {
        var before = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(rows);
        var again = rows.stream().filter(row -> before != null && row.meeting().id() == before.meeting().id()).findFirst();
        again.or(() -> rows.stream().findFirst()).ifPresentOrElse(table.getSelectionModel()::select, model::chooseNone);
    }

    private StatePane nothing() {
        return new StatePane("bi-calendar-week", Tone.NEUTRAL, words.text("meetings.none"), words.text("meetings.none.text"))
                .button(words.text("overview.sync.now"), "bi-arrow-repeat", model::syncNow);
    }

    private void table() {
        table = Tables.dense(words.text("place.meetings"), shell::copy, row -> shell.outside().openPage(row.meeting().joinUrl()));
        table.setId("meetings-table");
        table.setPlaceholder(new StatePane("bi-funnel", Tone.NEUTRAL, words.text("meetings.no-match"), words.text("meetings.no-match.text")));
        table.getColumns().add(Tables.text(words.text("meetings.column.when"), 152, row -> model.text().when(row.meeting())));
        table.getColumns().add(Tables.name(words.text("meetings.column.subject"), 188, row -> row.meeting().subject()));
        table.getColumns().add(Tables.text(words.text("meetings.column.organiser"), 120, row -> row.meeting().organiser().name()));
        table.getColumns().add(Tables.number(words.text("meetings.column.invited"), 62, Row::invited, number -> words.count(number)));
        table.getColumns().add(Tables.text(words.text("meetings.column.kind"), 84, row -> words.of(row.meeting().kind())));
        table.getColumns().add(Tables.chip(words.text("meetings.column.state"), 92, row -> words.of(row.meeting().state()),
                row -> tone(row.meeting().state())));
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    static Tone tone(MeetingState state) {
        return switch (state) {
            case CREATED -> Tone.SUCCESS;
            case PARTLY, RETRYING -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case DRAFT, WAITING, CREATING, CANCELLED -> Tone.NEUTRAL;
        };
    }

    @FXML
    private void sync() {
        model.syncNow();
    }

    @FXML
    private void export() {
        shell.dialogs().chooseTarget(words.text("meetings.export"), "meetings.ics", CALENDAR).ifPresent(target ->
                model.export(target, count -> shell.notifications().finished(words.text("meetings.exported", count), target.toString())));
    }
}
