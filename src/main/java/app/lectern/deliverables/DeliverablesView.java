package app.lectern.deliverables;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.DetailsSplit;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Loading;
import app.lectern.shell.Notice;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.Segmented;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The controller of the screen of due dates: binds the view model to the FXML and forwards what people do.
public final class DeliverablesView {
    enum Tab { MONTH, LOAD, FIGURES }

    private static final double USUAL_DIVIDER = 0.69;

    private final DeliverablesViewModel model;
    private final DeliverableDeedsViewModel deeds;
    private final Shell shell;
    private final Words words;
    private final DueWords due;
    private final CustomTextField filter = new CustomTextField();
    private final Label monthName = new Label();
    private ModePane mode;
    private Segmented<Tab> tab;
    private TableView<DeliverableRow> table;
    private MonthPane month;
    private DetailsSplit split;

    @FXML private PageHead head;
    @FXML private Button showPlan;
    @FXML private MenuButton more;
    @FXML private Button importFile;
    @FXML private Button fresh;
    @FXML private StackPane messageHost;
    @FXML private StackPane splitHost;
    @FXML private VBox left;
    @FXML private StackPane modeHost;
    @FXML private Label calendar;
    @FXML private StackPane filterHost;
    @FXML private ShareBar loading;
    @FXML private StackPane tableHost;
    @FXML private Label shownOf;
    @FXML private Label lastApplied;
    @FXML private StackPane tabHost;
    @FXML private HBox monthNav;
    @FXML private HBox legend;
    @FXML private StackPane lowerHost;

    DeliverablesView(DeliverablesViewModel model, DeliverableDeedsViewModel deeds, Shell shell, AtomicReference<DeliverablesView> shown) {
        this.model = model;
        this.deeds = deeds;
        this.shell = shell;
        this.words = shell.words();
        this.due = new DueWords(words);
        shown.set(this);
    }

    /// The screen as the window takes it.
    public static Screen screen(DeliverablesViewModel model, DeliverableDeedsViewModel deeds) {
        var shown = new AtomicReference<DeliverablesView>();
        return Screen.of(Place.DELIVERABLES, shell -> shell.fxml().load(DeliverablesView.class, model, deeds, shell, shown))
                .counting(model.plan().toApplyProperty(), Tone.NEUTRAL)
                .on(Screen.Verb.REFRESH, model::load)
                .on(Screen.Verb.SYNC, model::load)
                .on(Screen.Verb.NEW, () -> Optional.ofNullable(shown.get()).ifPresent(DeliverablesView::add))
                .on(Screen.Verb.EXPORT, () -> Optional.ofNullable(shown.get()).ifPresent(view -> view.export("deliverables.ics")))
                .on(Screen.Verb.FIND, () -> Optional.ofNullable(shown.get()).ifPresent(view -> view.filter.requestFocus()));
    }

    @FXML
    void initialize() {
        fresh.setGraphic(Icons.of("bi-plus", 14));
        importFile.setGraphic(Icons.of("bi-file-earmark-arrow-up", 14));
        more.setGraphic(Icons.of("bi-three-dots", 14));
        more.getItems().addAll(item("deliverables.export-ics", "bi-calendar-event", () -> export("deliverables.ics")),
                item("deliverables.export-csv", "bi-file-earmark-spreadsheet", () -> export("deliverables.csv")),
                item("deliverables.sharing", "bi-people", () -> SharingPane.open(shell, deeds)),
                item("deliverables.roll-out", "bi-list-check", () -> RollOutPane.open(shell, model, deeds)),
                item("deliverables.settings", "bi-gear", () -> SettingsPane.open(shell, deeds)),
                item("same-command", "bi-terminal", () -> shell.copy(model.sameCommand("plan").line())));
        head.getChildren().add(1, new StandingPane(shell, model, deeds));
        loading.getStyleClass().add("loading");
        loading.setMaxWidth(Double.MAX_VALUE);
        buildFilters();
        buildLower();
        buildTable();
        split = new DetailsSplit(shell, "deliverables", left, new PlanPane(shell, model), USUAL_DIVIDER);
        splitHost.getChildren().setAll(split);
        // beside the list there is no need for a way to it
        splitHost.widthProperty().subscribe(width -> {
            showPlan.setVisible(split.detailsAreSheet());
            showPlan.setManaged(split.detailsAreSheet());
        });
        model.problemProperty().subscribe(met -> showMessage());
        model.plan().reportProperty().subscribe(met -> showMessage());
        model.stateProperty().subscribe(this::show);
        model.plan().stateProperty().subscribe(plan -> showFigures());
        model.rows().addListener((ListChangeListener<DeliverableRow>) changed -> showFigures());
        model.shown().addListener((ListChangeListener<DeliverableRow>) changed -> showFigures());
    }

    private MenuItem item(String key, String icon, Runnable action) {
        var item = new MenuItem(words.text(key), Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void buildFilters() {
        mode = new ModePane(shell, deeds);
        modeHost.getChildren().setAll(mode);
        filter.setId("deliverables-filter");
        filter.setPromptText(words.text("deliverables.filter"));
        filter.setAccessibleText(words.text("deliverables.filter"));
        filter.setLeft(Icons.of("bi-funnel", 14));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filterHost.getChildren().setAll(filter);
    }

    private void buildTable() {
        table = DeliverablesTablePane.table(words, shell::copy, row -> edit(row.deliverable()),
                () -> model.stateProperty().get().data().map(Snapshot::today).orElse(java.time.LocalDate.MAX));
        Tables.follow(table, model.shown(), row -> row.deliverable().key());
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DELETE) {
                remove();
                key.consume();
            }
        });
        table.setContextMenu(new javafx.scene.control.ContextMenu(
                item("deliverables.edit", "bi-pencil", () -> selected().stream().findFirst().ifPresent(this::edit)),
                item("deliverables.mark-done", "bi-check", () -> deeds.markDone(selected(), true)),
                item("deliverables.mark-open", "bi-circle", () -> deeds.markDone(selected(), false)),
                item("deliverables.remove", "bi-trash", this::remove)));
        tableHost.getChildren().setAll(table);
    }

    private List<Deliverable> selected() {
        return table.getSelectionModel().getSelectedItems().stream().map(DeliverableRow::deliverable).toList();
    }

    private void buildLower() {
        tab = new Segmented<>(List.of(Tab.values()), words::of);
        tab.setId("deliverables-tab");
        tabHost.getChildren().setAll(tab);
        month = new MonthPane(model, words, this::edit);
        monthNav.getChildren().setAll(step("bi-chevron-left", "deliverables.month.before", -1), step("bi-chevron-right", "deliverables.month.after", 1), monthName);
        tab.valueProperty().subscribe(now -> showLower());
        model.monthProperty().subscribe(now -> showLower());
        for (var state : List.of(DeliverableRow.SyncState.IN_SYNC, DeliverableRow.SyncState.TO_CREATE, DeliverableRow.SyncState.TO_UPDATE,
                DeliverableRow.SyncState.TO_DELETE)) {
            var label = new Label(words.of(state), Icons.of(DueTones.icon(state), DueTones.of(state), 11));
            label.getStyleClass().add("lx-secondary");
            legend.getChildren().add(label);
        }
    }

    private Button step(String icon, String key, int months) {
        var button = new Button(null, Icons.of(icon, 14));
        button.getStyleClass().addAll("small", "lx-icon-button");
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key)));
        button.setOnAction(pressed -> model.monthProperty().set(model.monthProperty().get().plusMonths(months)));
        return button;
    }

    private void showLower() {
        boolean isMonth = tab.valueProperty().get() == Tab.MONTH;
        monthNav.setVisible(isMonth);
        legend.setVisible(isMonth);
        if (model.monthProperty().get() != null) {
            monthName.setText(due.month(model.monthProperty().get()));
        }
        var figures = model.stateProperty().get().data().map(Snapshot::completion);
        switch (tab.valueProperty().get()) {
            case MONTH -> {
                month.fill();
                lowerHost.getChildren().setAll(month);
            }
            case LOAD -> figures.ifPresent(of -> lowerHost.getChildren().setAll(FiguresPane.load(shell, of)));
            case FIGURES -> figures.ifPresent(of -> lowerHost.getChildren().setAll(FiguresPane.completion(shell, of)));
        }
    }

    private void show(Loading<Snapshot> state) {
        loading.setVisible(state.isBusy());
        if (state instanceof Loading.Failed<Snapshot>(Problem problem, var before)) {
            model.problemProperty().set(Optional.of(problem));
        }
        state.data().ifPresent(now -> {
            mode.show(now.settings().mode());
            calendar.setText(now.settings().mode() == CalendarMode.SHARED ? words.text("deliverables.calendar-name", now.settings().calendarName()) : "");
            lastApplied.setText(now.settings().lastApplied().map(at -> words.text("deliverables.last-applied", words.when(at))).orElse(""));
        });
        showFigures();
    }

    private void showFigures() {
        var rows = model.rows();
        int projects = model.projects().size();
        long inSync = rows.stream().filter(row -> row.state() == DeliverableRow.SyncState.IN_SYNC).count();
        long undated = rows.stream().filter(row -> row.state() == DeliverableRow.SyncState.NO_DATE).count();
        head.setSubtitle(rows.isEmpty() ? words.text("deliverables.about") : isCompared()
                ? words.text("deliverables.summary", rows.size(), projects, inSync, model.plan().toApplyProperty().get(), undated)
                : words.text("deliverables.summary.not-compared", rows.size(), projects, undated));
        shownOf.setText(words.text("deliverables.shown", model.shown().size(), rows.size()));
        table.setPlaceholder(nothing());
        showLower();
    }

    /// Nothing is said of calendars that were not read.
    private boolean isCompared() {
        return model.plan().isApplying() || model.plan().stateProperty().get() instanceof Loading.Ready<Plan>(Plan made) && made.calendar() != CalendarState.NOT_READ;
    }

    private StatePane nothing() {
        if (!model.rows().isEmpty()) {
            return new StatePane("bi-funnel", Tone.NEUTRAL, words.text("deliverables.none-match"), words.text("deliverables.none-match.text"))
                    .smallButtons().button(words.text("deliverables.clear-filter"), "bi-x", () -> filter.setText(""));
        }
        var pane = new StatePane("bi-card-checklist", Tone.ACCENT, words.text("deliverables.empty"), words.text("deliverables.empty.text")).smallButtons();
        boolean hasSamples = model.stateProperty().get().data().filter(Snapshot::hasSamples).isPresent();
        if (hasSamples) {
            pane.button(words.text("deliverables.samples"), "bi-card-checklist", deeds::loadSamples);
        }
        return pane.button(words.text("deliverables.import"), "bi-file-earmark-arrow-up", this::importFile);
    }

    private void showMessage() {
        messageHost.getChildren().clear();
        model.plan().reportProperty().get().filter(report -> !report.failures().isEmpty()).ifPresent(report -> {
            var text = new ProblemText(words);
            var first = report.failures().entrySet().iterator().next();
            messageHost.getChildren().setAll(new InlineMessage(Tone.WARNING, words.text("deliverables.done", report.done(), report.failures().size()),
                    first.getKey() + ": " + text.what(first.getValue()) + " " + text.next(first.getValue()))
                    .button(words.text("dialog.close"), Optional.empty(), () -> model.plan().reportProperty().set(Optional.empty())));
        });
        model.problemProperty().get().ifPresent(met -> {
            var text = new ProblemText(words);
            messageHost.getChildren().setAll(new InlineMessage(Tone.DANGER, text.what(met), text.why(met) + " " + text.next(met))
                    .button(words.text("dialog.copy-details"), Optional.of("bi-clipboard"), () -> shell.copy(text.paragraph(met) + "\n" + met.evidence().line()))
                    .button(words.text("dialog.close"), Optional.empty(), () -> model.problemProperty().set(Optional.empty())));
        });
        boolean any = !messageHost.getChildren().isEmpty();
        messageHost.setVisible(any);
        messageHost.setManaged(any);
    }

    private void edit(Deliverable which) {
        EditorPane.open(shell, deeds, Optional.of(which));
    }

    @FXML
    void showPlan() {
        split.showDetails();
    }

    @FXML
    void add() {
        EditorPane.open(shell, deeds, Optional.empty());
    }

    @FXML
    void importFile() {
        shell.dialogs().chooseFile(words.text("deliverables.import"), new Dialogs.FileKind(words.text("deliverables.files"),
                List.of("*.csv", "*.xlsx", "*.tsv", "*.txt"))).ifPresent(file -> deeds.readFile(file,
                        sheet -> ImportPane.open(shell, deeds, sheet, file.getFileName().toString())));
    }

    private void export(String name) {
        shell.dialogs().chooseTarget(words.text("deliverables.export"), name, new Dialogs.FileKind(words.text("deliverables.files"), List.of("*.ics", "*.csv")))
                .ifPresent(file -> deeds.export(file, count -> shell.notifications().finished(words.text("deliverables.export"),
                        words.text("deliverables.cli.exported", count, file.getFileName().toString()))));
    }

    /// The list forgets them at once; their events wait for the next application.
    private void remove() {
        var gone = selected();
        if (!gone.isEmpty()) {
            var undo = deeds.delete(gone);
            shell.notifications().finished(words.text("place.deliverables"), words.text("deliverables.removed", gone.size()),
                    new Notice.Act(words.text("accounts.undo"), undo));
        }
    }
}
