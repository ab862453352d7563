package app.lectern.activity;

import app.lectern.shell.DetailsSplit;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.Tables;
import app.lectern.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The Activity screen: two logs in two tabs, and the details of the selected entry.
public final class ActivityView {
    private final ActivityViewModel model;
    private final Shell shell;
    private final Words words;
    private DetailsSplit split;

    @FXML private PageHead head;
    @FXML private MenuButton export;
    @FXML private Button bundle;
    @FXML private StackPane page;
    @FXML private HBox tabs;
    @FXML private ToggleButton auditTab;
    @FXML private ToggleButton callsTab;

    ActivityView(ActivityViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
    }

    /// The screen's node; the model is read when it is first shown.
    public static Node of(Shell shell, Supplier<ActivityViewModel> model) {
        return shell.fxml().load(ActivityView.class, model.get(), shell);
    }

    @FXML
    private void initialize() {
        head.setSubtitle(words.text("activity.about", shell.settings().get().records().keepDays()));
        export.setGraphic(Icons.of("bi-download", 14));
        bundle.setGraphic(Icons.of("bi-clipboard", 14));
        var details = new LogDetailsPane(model, shell);
        var audit = new LogPane<>("audit", model.audit, shell, auditTable(), model.integrations());
        var calls = new LogPane<>("calls", model.calls, shell, callTable(), model.integrations());
        var logs = new StackPane(audit, calls);
        VBox.setVgrow(logs, Priority.ALWAYS);
        var card = new Card().flush(new VBox(tabs, logs));
        split = new DetailsSplit(shell, "activity", card, details, 0.67);
        page.getChildren().setAll(split);
        auditTab.setGraphic(LogPane.badge(model.audit, words));
        callsTab.setGraphic(LogPane.badge(model.calls, words));
        tab(auditTab, ActivityViewModel.Tab.AUDIT, audit);
        tab(callsTab, ActivityViewModel.Tab.CALLS, calls);
        new ToggleGroup().getToggles().addAll(auditTab, callsTab);
        model.tab.subscribe(now -> (now == ActivityViewModel.Tab.AUDIT ? auditTab : callsTab).setSelected(true));
        page.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false).subscribe(this::shown);
    }

    private void shown(boolean showing) {
        if (showing) {
            model.refresh();
            model.watch();
        } else {
            model.rest();
        }
    }

    private void tab(ToggleButton button, ActivityViewModel.Tab which, Node content) {
        button.setOnAction(pressed -> {
            button.setSelected(true);
            model.tab.set(which);
        });
        model.tab.subscribe(now -> {
            content.setVisible(now == which);
            content.setManaged(now == which);
        });
    }

    private TableView<AuditEntry> auditTable() {
        var table = Tables.<AuditEntry>dense(words.text("activity.tab.audit"), shell::copy, entry -> split.showDetails());
        table.getColumns().setAll(List.of(
                Tables.mono(words.text("activity.column.time"), 136, entry -> words.when(entry.at())),
                level(),
                Tables.text(words.text("activity.column.who"), 118, entry -> entry.note().actor()),
                Tables.name(words.text("activity.column.action"), 168, model::deed),
                Tables.text(words.text("activity.column.on"), 170, entry -> entry.note().subject()),
                Tables.text(words.text("activity.column.outcome"), 150, entry -> entry.note().outcome())));
        return table;
    }

    private TableView<RecordedCall> callTable() {
        var table = Tables.<RecordedCall>dense(words.text("activity.tab.calls"), shell::copy, call -> split.showDetails());
        table.getColumns().setAll(List.of(
                Tables.mono(words.text("activity.column.time"), 112, call -> words.timeWithMillis(call.at())),
                level(),
                Tables.mono(words.text("activity.column.verb"), 58, RecordedCall::method),
                Tables.mono(words.text("activity.column.path"), 196, RecordedCall::path),
                Tables.chip(words.text("activity.column.status"), 76,
                        call -> call.status() == 0 ? call.fault() : Integer.toString(call.status()), call -> LogDetailsPane.tone(call.status())),
                Tables.<RecordedCall, Long>number(words.text("activity.column.took"), 64, call -> call.took().toMillis(),
                        millis -> words.span(java.time.Duration.ofMillis(millis))),
                Tables.<RecordedCall, Integer>number(words.text("activity.column.tries"), 48, call -> call.attempts().size(), words::count),
                Tables.mono(words.text("activity.column.request-id"), 84, call -> call.requestId().substring(0, Math.min(8, call.requestId().length())))));
        return table;
    }

    private <R extends LogRow> TableColumn<R, String> level() {
        var column = Tables.<R>text(words.text("activity.column.level"), 88, row -> words.of(row.level()));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                var row = empty ? null : getTableRow().getItem();
                setText(empty ? null : item);
                setGraphic(row == null ? null : row.level() == LogLevel.INFO
                        ? Icons.of("bi-info-circle", 12) : Icons.of(LogDetailsPane.tone(row.level()), 12));
            }
        });
        return column;
    }

    @FXML
    private void exportCsv() {
        export(ActivityExport.Format.CSV);
    }

    @FXML
    private void exportJson() {
        export(ActivityExport.Format.JSON);
    }

    private void export(ActivityExport.Format format) {
        var ending = format.name().toLowerCase(Locale.ROOT);
        shell.dialogs().chooseTarget(words.text("activity.export"), "lectern-activity." + ending, new Dialogs.FileKind(format.name(), List.of("*." + ending)))
                .ifPresent(file -> model.export(format, file,
                        rows -> shell.notifications().finished(words.text("activity.exported.title"), words.text("activity.exported.to", rows, file)),
                        shell.notifications()::failed));
    }

    @FXML
    private void openBundle() {
        BundlePane.open(model, shell, List.of());
    }
}
