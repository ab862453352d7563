package app.lectern.integrations.wizard;

import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.CodeBlock;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.Tone;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The third step: the permissions as a table, and the script that grants the missing ones.
final class PermissionsStepView extends StepView {
    private final PermissionsStepViewModel model;
    private final ProblemPane problem;
    private final PermissionTablePane table;
    private final CodeBlock script;

    @FXML private Label checked;
    @FXML private Button again;
    @FXML private VBox messages;
    @FXML private StackPane tableHost;
    @FXML private HBox grant;
    @FXML private Label grantTitle;
    @FXML private Label grantOnly;
    @FXML private Button send;
    @FXML private StackPane scriptHost;

    PermissionsStepView(SetupViewModel wizard, Shell shell) {
        super(shell);
        this.model = wizard.permissions();
        this.problem = new ProblemPane(shell, remedy -> model.check());
        this.table = new PermissionTablePane(shell, model::asked);
        this.script = new CodeBlock("", words, code -> {
            shell.copy(code);
            model.asked();
        });
    }

    @FXML
    private void initialize() {
        again.setGraphic(Icons.of("bi-arrow-clockwise", 14));
        send.setGraphic(Icons.of("bi-envelope", 14));
        scriptHost.getChildren().add(script);
        model.report().subscribe(this::show);
        model.change().subscribe(change -> messages());
        model.waiting().subscribe(waiting -> messages());
    }

    private void show(Loading<PermissionReport> state) {
        again.setDisable(state.isBusy());
        problem.show(state instanceof Loading.Failed<PermissionReport> failed ? Optional.of(failed.problem()) : Optional.empty());
        state.data().ifPresentOrElse(this::fill, () -> {
            tableHost.getChildren().setAll(new LoadingRows(10));
            show(tableHost, state.isBusy());
            show(grant, false);
            checked.setText(state.isBusy() ? words.text("setup.checking") : "");
        });
        messages();
    }

    private void fill(PermissionReport report) {
        checked.setText(words.text("setup.checked", words.timeWithMillis(report.at()).substring(0, 8)));
        table.show(report);
        tableHost.getChildren().setAll(table);
        show(tableHost, true);
        int missing = report.missing().size();
        boolean script = !report.grantScript().isEmpty();
        show(grant, script);
        if (script) {
            grantTitle.setText(words.text("setup.permissions.grant", missing));
            grantOnly.setText(words.text("setup.permissions.adds-only", missing));
            this.script.show(report.grantScript());
        }
    }

    private void messages() {
        messages.getChildren().setAll(problem);
        model.report().get().data().filter(report -> !report.missing().isEmpty()).ifPresent(report ->
                messages.getChildren().add(warning(report)));
        if (model.waiting().get()) {
            messages.getChildren().add(new InlineMessage(Tone.ACCENT, words.text("setup.permissions.waits"), words.text("setup.waits.more")));
        }
    }

    private InlineMessage warning(PermissionReport report) {
        var off = String.join(", ", model.stayOff(report));
        var change = model.change().get();
        return new InlineMessage(Tone.WARNING, words.text("setup.permissions.missing", report.missing().size()),
                words.text("setup.permissions.missing.more", off) + (change.isEmpty() ? "" : " " + change));
    }

    @FXML
    private void check() {
        model.check();
    }

    @FXML
    private void showPowers() {
        PowersView.open(shell, model.powers(), model.isAppOnly());
    }

    @FXML
    private void sendToAdmin() {
        model.pack(pack -> AdminPackView.open(shell, pack, (file, written, refused) -> model.save(pack, file, written, refused), model::asked));
    }
}
