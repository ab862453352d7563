package app.lectern.integrations.wizard;

import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.setup.ReadinessItem;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.TestMeeting;
import app.lectern.shell.Loading;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Choices;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.KeyValues;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.Tone;
import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The last step: who is responsible and a summary at the left, what is ready and the test meeting at the right.
final class FinishStepView extends StepView {
    private final SetupViewModel wizard;
    private final FinishStepViewModel model;
    private final ProblemPane problem;
    private final ProblemPane meetingProblem;

    @FXML private Button again;
    @FXML private VBox messages;
    @FXML private FieldRow nameRow;
    @FXML private TextField name;
    @FXML private FieldRow ownerRow;
    @FXML private TextField owner;
    @FXML private ChoiceBox<WorkspaceRole> role;
    @FXML private VBox summary;
    @FXML private ToggleSwitch sync;
    @FXML private VBox readiness;
    @FXML private Button test;
    @FXML private VBox meeting;

    FinishStepView(SetupViewModel wizard, Shell shell) {
        super(shell);
        this.wizard = wizard;
        this.model = wizard.last();
        this.problem = new ProblemPane(shell, remedy -> { });
        this.meetingProblem = new ProblemPane(shell, remedy -> model.testMeeting());
    }

    @FXML
    private void initialize() {
        again.setGraphic(Icons.of("bi-arrow-clockwise", 14));
        test.setGraphic(Icons.of("bi-camera-video", 14));
        bind(nameRow, name, model.name());
        bind(ownerRow, owner, model.owner());
        role.getItems().setAll(WorkspaceRole.values());
        role.setConverter(Choices.by(words::of));
        role.valueProperty().bindBidirectional(model.role());
        sync.selectedProperty().bindBidirectional(model.syncFirst());
        messages.getChildren().add(problem);
        model.problem().subscribe(problem::show);
        model.readiness().subscribe(this::showReadiness);
        model.meeting().subscribe(this::showMeeting);
        model.removed().subscribe(gone -> showMeeting(model.meeting().get()));
    }

    private void showReadiness(Loading<List<ReadinessItem>> state) {
        again.setDisable(state.isBusy());
        if (state instanceof Loading.Failed<List<ReadinessItem>> failed) {
            problem.show(Optional.of(failed.problem()));
        }
        if (state.isBusy() && state.data().isEmpty()) {
            readiness.getChildren().setAll(new LoadingRows(4));
        } else {
            readiness.getChildren().setAll(state.data().orElse(List.of()).stream().map(item -> new ReadinessPane(words, item)).toList());
        }
        summarise(wizard.draft());
    }

    private void summarise(SetupDraft draft) {
        summary.getChildren().setAll(new KeyValues(104)
                .line(words.text("setup.summary.cloud"), words.of(draft.tenant().cloud()))
                .mono(words.text("setup.summary.tenant"), draft.tenant().entered())
                .mono(words.text("setup.summary.tenant-id"), draft.tenant().id())
                .mono(words.text("setup.summary.client"), draft.app().clientId())
                .line(words.text("setup.summary.method"), words.of(draft.app().method()))
                .line(words.text("setup.summary.account"), draft.account().address().isEmpty()
                        ? words.text("setup.account.none") : draft.account().address()));
    }

    private void showMeeting(Loading<TestMeeting> state) {
        test.setDisable(state.isBusy());
        meetingProblem.show(state instanceof Loading.Failed<TestMeeting> failed ? Optional.of(failed.problem()) : Optional.empty());
        meeting.getChildren().setAll(meetingProblem);
        state.data().ifPresent(made -> {
            boolean gone = model.removed().getValue();
            var message = new InlineMessage(Tone.SUCCESS, words.text(gone ? "setup.finish.test.removed" : "setup.finish.test.made", made.subject()),
                    words.text("setup.finish.test.more", made.organiser(), words.span(made.took())));
            if (!gone) {
                message.button(words.text("setup.finish.test.remove"), Optional.of("bi-trash"), model::removeTestMeeting);
                message.button(words.text("setup.finish.test.link"), Optional.of("bi-clipboard"), () -> shell.copy(made.joinLink()));
            }
            meeting.getChildren().add(message);
        });
    }

    @FXML
    private void lookAgain() {
        model.lookAgain();
    }

    @FXML
    private void testMeeting() {
        model.testMeeting();
    }
}
