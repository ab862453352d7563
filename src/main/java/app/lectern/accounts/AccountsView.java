package app.lectern.accounts;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.Dialogs;
import app.lectern.shell.DetailsSplit;
import app.lectern.shell.Notice;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
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
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The accounts screen's controller: binds the view model to the FXML and forwards what people do.
public final class AccountsView {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final double USUAL_DIVIDER = 0.735;

    private final AccountsViewModel model;
    private final LeaverViewModel leavers;
    private final Shell shell;
    private final Words words;
    private final CustomTextField filterText = new CustomTextField();
    private TableView<AccountRow> table;
    private Segmented<AccountsViewModel.Filter> filter;
    private AccountDetailsPane details;
    private DetailsSplit split;

    @FXML private VBox root;
    @FXML private Button copyReport;
    @FXML private MenuButton exportMenu;
    @FXML private StackPane chainHost;
    @FXML private StackPane messageHost;
    @FXML private StackPane splitHost;
    @FXML private VBox listCard;
    @FXML private TextArea input;
    @FXML private Button importCsv;
    @FXML private Button directory;
    @FXML private Label typed;
    @FXML private Button verify;
    @FXML private StackPane filterHost;
    @FXML private StackPane filterTextHost;
    @FXML private Button checkStale;
    @FXML private ShareBar loading;
    @FXML private StackPane tableHost;
    @FXML private HBox legend;
    @FXML private ShareBar share;
    @FXML private Label checkedOf;
    @FXML private Button cancel;

    AccountsView(AccountsViewModel model, LeaverViewModel leavers, Shell shell, AtomicReference<AccountsView> shown) {
        this.model = model;
        this.leavers = leavers;
        this.shell = shell;
        this.words = shell.words();
        shown.set(this);
    }

    /// The screen as the window takes it. The keys act once it has been opened.
    public static Screen screen(AccountsViewModel model, LeaverViewModel leavers) {
        var shown = new AtomicReference<AccountsView>();
        return Screen.of(Place.ACCOUNTS, shell -> shell.fxml().load(AccountsView.class, model, leavers, shell, shown))
                .on(Screen.Verb.REFRESH, model.organiser()::resolve)
                .on(Screen.Verb.SYNC, () -> model.checkAgain(List.copyOf(model.rows())))
                .on(Screen.Verb.NEW, () -> Optional.ofNullable(shown.get()).ifPresent(view -> view.input.requestFocus()))
                .on(Screen.Verb.EXPORT, () -> Optional.ofNullable(shown.get()).ifPresent(AccountsView::export))
                .on(Screen.Verb.FIND, () -> Optional.ofNullable(shown.get()).ifPresent(view -> view.filterText.requestFocus()));
    }

    @FXML
    void initialize() {
        copyReport.setGraphic(Icons.of("bi-clipboard", 14));
        exportMenu.setGraphic(Icons.of("bi-download", 14));
        importCsv.setGraphic(Icons.of("bi-file-earmark-arrow-up", 14));
        directory.setGraphic(Icons.of("bi-people", 14));
        verify.setGraphic(Icons.of("bi-person-check", 14));
        checkStale.setGraphic(Icons.of("bi-clock-history", 14));
        var clear = item("accounts.clear", "bi-trash", this::clear);
        clear.disableProperty().bind(Bindings.isEmpty(model.rows()));
        exportMenu.getItems().addAll(item("accounts.csv", "bi-file-earmark-spreadsheet", this::export), clear,
                item("same-command", "bi-terminal", () -> shell.copy(model.sameCommand().line())));
        chainHost.getChildren().setAll(new OrganiserChainPane(shell, model.organiser()));
        showMessage(Optional.empty());
        model.problemProperty().subscribe(this::showMessage);
        bindInput();
        buildFilters();
        buildTable();
        bindFoot();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pasteAnywhere);
    }

    private MenuItem item(String key, String icon, Runnable action) {
        var item = new MenuItem(words.text(key), Icons.of(icon, 14));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void bindInput() {
        input.textProperty().bindBidirectional(model.inputProperty());
        model.inputProperty().subscribe(text -> countTyped());
        model.rows().addListener((ListChangeListener<AccountRow>) changed -> countTyped());
        input.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                verify();
                key.consume();
            } else if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
                // in a field for addresses a tab is a way out, not a character
                var next = key.isShiftDown() ? javafx.scene.TraversalDirection.PREVIOUS : javafx.scene.TraversalDirection.NEXT;
                input.requestFocusTraversal(next);
                key.consume();
            }
        });
    }

    private void countTyped() {
        var list = model.typed();
        int count = model.verifiable();
        verify.setText(count == 0 ? words.text("accounts.verify-none") : words.text("accounts.verify", count));
        verify.setDisable(count == 0);
        var parts = new java.util.ArrayList<String>();
        if (!list.addresses().isEmpty()) {
            parts.add(words.text("accounts.addresses", list.addresses().size() + list.duplicates()));
        }
        if (list.duplicates() > 0) {
            parts.add(words.text("accounts.duplicates", list.duplicates()));
        }
        if (list.malformed() > 0) {
            parts.add(words.text("accounts.malformed", list.malformed()));
        }
        typed.setText(String.join(", ", parts));
        int stale = model.stale().size();
        checkStale.setText(words.text("accounts.check-stale", stale));
        checkStale.setVisible(stale > 0);
        checkStale.setManaged(stale > 0);
    }

    private void buildFilters() {
        filter = new Segmented<>(List.of(AccountsViewModel.Filter.values()), this::filterText);
        filter.setId("accounts-filter");
        filter.valueProperty().bindBidirectional(model.filterProperty());
        filterHost.getChildren().setAll(filter);
        filterText.setId("accounts-filter-text");
        filterText.setPromptText(words.text("accounts.filter"));
        filterText.setAccessibleText(words.text("accounts.filter"));
        filterText.setLeft(Icons.of("bi-funnel", 14));
        filterText.textProperty().bindBidirectional(model.filterTextProperty());
        filterTextHost.getChildren().setAll(filterText);
        model.rows().addListener((ListChangeListener<AccountRow>) changed -> filter.getChildren().forEach(child -> {
            var button = (ToggleButton) child;
            button.setText(filterText((AccountsViewModel.Filter) button.getUserData()));
        }));
    }

    private String filterText(AccountsViewModel.Filter of) {
        return switch (of) {
            case ALL -> words.text("accounts.filter.all", model.count(of));
            case READY -> words.text("accounts.filter.ready", model.count(of));
            case PROBLEMS -> words.text("accounts.filter.problems", model.count(of));
            case UNFINISHED -> words.text("accounts.filter.unfinished", model.count(of));
        };
    }

    private void buildTable() {
        table = AccountsTablePane.table(words, shell::copy, row -> split.showDetails());
        table.setItems(model.shown());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row);
            }
        });
        model.selectedProperty().subscribe(this::showSelected);
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DELETE) {
                remove();
                key.consume();
            }
        });
        tableHost.getChildren().setAll(table);
        showEmptiness();
        model.shown().addListener((ListChangeListener<AccountRow>) changed -> showEmptiness());
        details = new AccountDetailsPane(shell, row -> model.checkAgain(List.of(row)),
                row -> LeaverPane.open(shell, leavers, row.address(), row.report().map(AccountReport::displayName).orElse(row.address())));
        split = new DetailsSplit(shell, "accounts", listCard, details, USUAL_DIVIDER);
        splitHost.getChildren().setAll(split);
        showSelected(model.selectedProperty().get());
    }

    private void showSelected(AccountRow row) {
        if (details == null) {
            return;
        }
        if (row != null && !row.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(row);
        }
        details.show(row, row != null && row.report().filter(report -> report.isStale(model.clock().instant())).isPresent());
    }

    private void showEmptiness() {
        if (model.rows().isEmpty()) {
            var state = new StatePane("bi-person-check", Tone.ACCENT, words.text("accounts.empty.title"), words.text("accounts.empty.text"));
            table.setPlaceholder(state.smallButtons().button(words.text("accounts.directory"), "bi-people", this::openDirectory));
        } else {
            var state = new StatePane("bi-funnel", Tone.NEUTRAL, words.text("accounts.none-match"),
                    words.text("accounts.none-match.text", filterText(model.filterProperty().get()), model.rows().size()));
            table.setPlaceholder(state.smallButtons().button(words.text("accounts.none-match.clear"), "bi-x", () -> {
                model.filterTextProperty().set("");
                model.filterProperty().set(AccountsViewModel.Filter.ALL);
            }));
        }
    }

    private void bindFoot() {
        for (var outcome : List.of(Outcome.PASSES, Outcome.FAILS, Outcome.WARNS, Outcome.SKIPPED)) {
            var key = switch (outcome) {
                case PASSES -> words.text("accounts.legend.passes");
                case FAILS -> words.text("accounts.legend.fails");
                case WARNS -> words.text("accounts.legend.limit");
                default -> words.text("accounts.legend.none");
            };
            var label = new Label(key, Icons.of(AccountTones.icon(outcome), AccountTones.of(outcome), 14));
            label.getStyleClass().add("lx-secondary");
            legend.getChildren().add(label);
        }
        loading.getStyleClass().add("loading");
        loading.setMaxWidth(Double.MAX_VALUE);
        loading.visibleProperty().bind(model.runningProperty());
        share.visibleProperty().bind(model.runningProperty());
        cancel.visibleProperty().bind(model.runningProperty());
        cancel.managedProperty().bind(model.runningProperty());
        Runnable count = () -> {
            int all = model.wantedProperty().get();
            double part = all == 0 ? 0 : (double) model.checkedProperty().get() / all;
            share.share(part);
            loading.share(part);
            checkedOf.setText(all == 0 ? "" : words.text("accounts.checked", model.checkedProperty().get(), all));
        };
        model.checkedProperty().subscribe(count);
        model.wantedProperty().subscribe(count);
        count.run();
    }

    private void showMessage(Optional<Problem> problem) {
        messageHost.getChildren().clear();
        messageHost.setVisible(problem.isPresent());
        messageHost.setManaged(problem.isPresent());
        problem.ifPresent(met -> {
            var text = new ProblemText(words);
            messageHost.getChildren().add(new InlineMessage(Tone.DANGER, text.what(met), text.why(met) + " " + text.next(met))
                    .button(words.text("dialog.copy-details"), Optional.of("bi-clipboard"), () -> shell.copy(text.paragraph(met) + "\n" + met.evidence().line()))
                    .button(words.text("dialog.close"), Optional.empty(), model::dismissProblem));
        });
    }

    /// Addresses pasted anywhere on the screen are meant for the list; in a text field they are meant for it.
    private void pasteAnywhere(KeyEvent key) {
        if (PASTE.match(key) && !(key.getTarget() instanceof TextInputControl) && Clipboard.getSystemClipboard().hasString()) {
            model.addText(Clipboard.getSystemClipboard().getString());
            key.consume();
        }
    }

    @FXML
    void verify() {
        model.verify();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void checkStale() {
        model.checkAgain(model.stale());
    }

    @FXML
    void importFile() {
        shell.dialogs().chooseFile(words.text("accounts.import.accept"), new Dialogs.FileKind(words.text("accounts.csv"),
                List.of("*.csv", "*.tsv", "*.txt"))).ifPresent(model::importFile);
    }

    @FXML
    void openDirectory() {
        DirectoryPane.open(shell, model, addresses -> model.add(AddressList.of(addresses)));
    }

    @FXML
    void copyReport() {
        shell.copy(model.report(table.getSelectionModel().getSelectedItems()));
    }

    private void export() {
        shell.dialogs().chooseTarget(words.text("accounts.export"), "accounts.csv", new Dialogs.FileKind(words.text("accounts.csv"), List.of("*.csv")))
                .ifPresent(file -> model.export(file, saved -> shell.notifications().finished(
                        words.text("accounts.export"), words.text("accounts.exported", saved.getFileName()))));
    }

    private void clear() {
        int count = model.rows().size();
        shell.dialogs().confirm(Dialogs.Confirmation.of(words.text("accounts.clear.title", count), words.text("accounts.clear.text"),
                words.text("accounts.clear.accept", count), words.text("accounts.clear.keep")).dangerous(), model::clear);
    }

    private void remove() {
        var gone = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (!gone.isEmpty()) {
            var undo = model.remove(gone);
            shell.notifications().finished(words.text("place.accounts"), words.text("accounts.removed", gone.size()),
                    new Notice.Act(words.text("accounts.undo"), undo));
        }
    }
}
