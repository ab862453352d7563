package app.lectern.integrations.screen;

import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.wizard.ProblemPane;
import app.lectern.integrations.wizard.ReadinessPane;
import app.lectern.integrations.wizard.SetupView;
import app.lectern.integrations.wizard.SetupViewModel;
import app.lectern.shell.DetailsSplit;
import app.lectern.shell.Dialogs.FileKind;
import app.lectern.shell.Loading;
import app.lectern.shell.LoadingPane;
import app.lectern.shell.SameCommand;
import app.lectern.shell.SameCommandButton;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Integrations screen: the list with details, the two ways to begin while there is none, or the wizard.
public final class IntegrationsView {
    private static final FileKind JSON = new FileKind("JSON", List.of("*.json"));

    private final IntegrationsViewModel model;
    private final Shell shell;
    private final Words words;
    private final TableView<IntegrationFacts> table;
    private final IntegrationDetailsPane details;
    private DetailsSplit split;

    @FXML private StackPane root;
    @FXML private VBox page;
    @FXML private StackPane sameCommand;
    @FXML private MenuButton file;
    @FXML private Button checkAll;
    @FXML private Button add;
    @FXML private VBox messages;
    @FXML private StackPane content;

    IntegrationsView(IntegrationsViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
        this.details = new IntegrationDetailsPane(shell, model);
        this.table = Tables.dense(words.text("place.integrations"), shell::copy, facts -> split().showDetails());
    }

    public static Node of(Shell shell, IntegrationsViewModel model) {
        return shell.fxml().load(IntegrationsView.class, model, shell);
    }

    @FXML
    private void initialize() {
        messages.managedProperty().bind(Bindings.isNotEmpty(messages.getChildren()));
        add.setGraphic(Icons.of("bi-plus", 14));
        checkAll.setGraphic(Icons.of("bi-arrow-clockwise", 14));
        file.getStyleClass().add("lx-menu");
        sameCommand.getChildren().add(SameCommandButton.of(SameCommand.of("integrations", "list"), words, shell::copy));
        columns();
        table.getSelectionModel().selectedItemProperty().subscribe(facts -> {
            if (facts != null) {
                model.selected().set(Optional.of(facts));
            }
        });
        model.selected().subscribe(this::select);
        split = new DetailsSplit(shell, "integrations", new Card().flush(table), details, 0.62);
        content.getChildren().setAll(new LoadingPane<>(shell, model.all(), split, (node, all) -> Tables.refill(table, all, facts -> facts.integration().id()),
                List::isEmpty, firstRun(), remedy -> model.load()));
        var problem = new ProblemPane(shell, remedy -> model.load());
        model.problem().subscribe(problem::show);
        model.drafts().subscribe(drafts -> {
            messages.getChildren().setAll(problem);
            drafts.stream().limit(2).map(this::unfinished).forEach(messages.getChildren()::add);
        });
        model.wizard().subscribe(this::showWizard);
        model.all().subscribe(state -> {
            boolean some = state.data().filter(all -> !all.isEmpty()).isPresent();
            checkAll.setDisable(!some || state.isBusy());
        });
        model.load();
        model.asked().subscribe(asked -> asked.ifPresent(errand -> {
            model.asked().set(Optional.empty());
            if (errand.errand() == IntegrationsViewModel.Errand.REVIEW) {
                model.choose(errand.of());
                split.showDetails();
            } else {
                details.carryOut(errand);
            }
        }));
    }

    private DetailsSplit split() {
        return split;
    }

    private void columns() {
        table.setId("integrations-table");
        table.getColumns().add(Tables.mono(words.text("integrations.column.id"), 44, facts -> facts.integration().key()));
        table.getColumns().add(Tables.name(words.text("integrations.column.name"), 150, facts -> facts.integration().name()));
        table.getColumns().add(Tables.chip(words.text("integrations.column.health"), 142,
                facts -> facts.health().isEmpty() ? words.text("overview.unchecked") : words.of(facts.status()), facts -> ReadinessPane.tone(facts.status())));
        var owner = Tables.<IntegrationFacts>text(words.text("integrations.column.owner"), 150, facts -> orNone(facts.integration().owner()));
        var account = Tables.<IntegrationFacts>text(words.text("integrations.column.account"), 170, facts -> orNone(facts.integration().serviceAccount()));
        var method = Tables.<IntegrationFacts>text(words.text("integrations.column.method"), 100, facts -> words.of(facts.integration().signInMethod()));
        var cloud = Tables.<IntegrationFacts>text(words.text("integrations.column.cloud"), 120, facts -> words.of(facts.integration().cloud()));
        var active = Tables.<IntegrationFacts>text(words.text("integrations.column.active"), 64,
                facts -> words.text(facts.integration().active() ? "integrations.active" : "integrations.inactive"));
        var checked = Tables.<IntegrationFacts>text(words.text("integrations.column.checked"), 100,
                facts -> facts.health().map(report -> words.when(report.at())).orElse(words.text("integrations.never")));
        var expires = Tables.<IntegrationFacts>text(words.text("integrations.column.expires"), 90,
                facts -> facts.expiry().map(known -> words.day(known.ends())).orElse("–"));
        table.getColumns().addAll(List.of(owner, account, method, cloud, active, checked, expires));
        // the details name them all
        Tables.giveWay(table, cloud, active, method, owner, account, checked);
    }

    private String orNone(String text) {
        return text.isEmpty() ? words.text("setup.account.none") : text;
    }

    private void select(Optional<IntegrationFacts> chosen) {
        details.show(chosen);
        chosen.ifPresent(facts -> {
            if (!facts.equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().clearSelection();
                table.getSelectionModel().select(facts);
            }
        });
    }

    private Node firstRun() {
        var pane = new StatePane("bi-plug", Tone.ACCENT, words.text("first-run.title"), words.text("first-run.text"))
                .hints(List.of(words.text("first-run.hint.sign-in"), words.text("first-run.hint.permissions"), words.text("first-run.hint.account")))
                .button(words.text("first-run.connect"), "", model::add)
                .button(words.text("first-run.demo"), "bi-easel", model::tryDemo);
        pane.setId("first-run");
        return new Card().flush(pane);
    }

    private Node unfinished(SetupDraft draft) {
        var name = draft.ownership().name().isEmpty() ? words.text("integrations.draft.unnamed") : draft.ownership().name();
        var message = new InlineMessage(Tone.ACCENT, words.text("integrations.draft", name),
                words.text("integrations.draft.more", words.when(draft.savedAt()), draft.done().size()));
        message.button(words.text("integrations.draft.resume"), Optional.of("bi-play-circle"), () -> model.resume(draft));
        message.button(words.text("integrations.draft.discard"), Optional.of("bi-trash"), () -> model.discard(draft));
        return message;
    }

    private void showWizard(Optional<SetupViewModel> wizard) {
        root.getChildren().setAll(wizard.<Node>map(open -> SetupView.of(shell, open)).orElse(page));
    }

    @FXML
    private void add() {
        model.add();
    }

    @FXML
    private void checkAll() {
        model.checkAll();
    }

    @FXML
    private void export() {
        shell.dialogs().chooseTarget(words.text("integrations.export"), "lectern-integrations.json", JSON).ifPresent(target ->
                model.export(target, () -> shell.notifications().finished(words.text("integrations.exported", target.toString()), "")));
    }

    @FXML
    private void importFile() {
        shell.dialogs().chooseFile(words.text("integrations.import"), JSON).ifPresent(source ->
                model.importFrom(source, imported -> shell.notifications().finished(
                        words.text("integrations.imported", imported.added().size(), imported.refused().size()),
                        words.text("integrations.imported.more"))));
    }
}
