package app.lectern.integrations.wizard;

import app.lectern.integrations.permissions.PolicyFinding;
import app.lectern.integrations.setup.ReplyVerdict;
import app.lectern.shell.Dialogs.Confirmation;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Areas;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The fourth step: both policies told apart, the lines that grant them, and the administrator's reply judged.
final class PolicyStepView extends StepView {
    private final PolicyStepViewModel model;
    private final ProblemPane problem;

    @FXML private Label checked;
    @FXML private Button again;
    @FXML private FieldRow organiserRow;
    @FXML private TextField organiser;
    @FXML private VBox findings;
    @FXML private HBox everyone;
    @FXML private HBox autoLine;
    @FXML private ToggleSwitch auto;
    @FXML private Label next;
    @FXML private VBox replyBox;
    @FXML private TextArea reply;
    @FXML private VBox verdict;

    PolicyStepView(SetupViewModel wizard, Shell shell) {
        super(shell);
        this.model = wizard.policy();
        this.problem = new ProblemPane(shell, remedy -> model.check());
    }

    @FXML
    private void initialize() {
        Areas.leaveByTab(reply);
        again.setGraphic(Icons.of("bi-arrow-clockwise", 14));
        bind(organiserRow, organiser, model.organiser());
        organiser.setOnAction(pressed -> {
            model.check();
            pressed.consume();
        });
        show(organiserRow, model.needsAccount());
        auto.selectedProperty().bindBidirectional(model.again());
        reply.setAccessibleText(words.text("setup.policy.reply"));
        model.findings().subscribe(this::fill);
        model.again().subscribe(on -> sayNext());
        model.reply().subscribe(this::judged);
    }

    private void fill(Loading<List<PolicyFinding>> state) {
        again.setDisable(state.isBusy());
        problem.show(state instanceof Loading.Failed<List<PolicyFinding>> failed ? Optional.of(failed.problem()) : Optional.empty());
        var shown = new ArrayList<Node>(List.of(problem));
        var known = state.data().orElse(List.of());
        known.forEach(each -> shown.add(new PolicyPane(shell, each)));
        findings.getChildren().setAll(shown);
        boolean refused = known.stream().anyMatch(each -> each.verdict() == PolicyFinding.PolicyVerdict.REFUSED);
        show(everyone, known.stream().anyMatch(model::isTeamsRefusal));
        show(autoLine, refused);
        show(replyBox, refused);
        checked.setText(state.isBusy() ? words.text("setup.checking")
                : known.isEmpty() ? "" : words.text("setup.checked", words.timeWithMillis(known.getFirst().evidence().at()).substring(0, 8)));
        sayNext();
    }

    private void sayNext() {
        next.setText(model.nextLook().map(at -> words.text("setup.policy.next", words.time(at))).orElse(""));
    }

    private void judged(Optional<ReplyVerdict> judged) {
        verdict.getChildren().setAll(judged.stream().flatMap(known -> known.facts().stream()).map(this::fact).toList());
    }

    private Label fact(ReplyVerdict.Fact fact) {
        var detail = fact.detail().isEmpty() ? "" : " " + fact.detail();
        var label = new Label(words.of(fact.finding()) + detail, Icons.of(fact.good() ? Tone.SUCCESS : Tone.WARNING, 14));
        label.setWrapText(true);
        return label;
    }

    @FXML
    private void check() {
        model.check();
    }

    /// The whole tenant is more than one organiser needs, so it is asked first.
    @FXML
    private void forEveryone() {
        shell.dialogs().confirm(Confirmation.of(words.text("setup.policy.everyone.title"), words.text("setup.policy.everyone.text"),
                words.text("setup.policy.everyone.accept"), words.text("dialog.cancel")).dangerous(), () -> shell.copy(model.scriptForEveryone()));
    }

    @FXML
    private void judge() {
        model.judge(reply.getText());
    }
}
