package app.lectern.integrations.wizard;

import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.shell.SameCommand;
import app.lectern.shell.SameCommandButton;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.PageHead;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.Ticks;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The wizard: the rail at the left, the open step at the right, and the buttons below it.
public final class SetupView {
    private static final Map<SetupStep, Class<?>> VIEWS = Map.of(
            SetupStep.TENANT, TenantStepView.class,
            SetupStep.SIGN_IN, SignInStepView.class,
            SetupStep.PERMISSIONS, PermissionsStepView.class,
            SetupStep.ACCESS_POLICY, PolicyStepView.class,
            SetupStep.SERVICE_ACCOUNT, AccountStepView.class,
            SetupStep.FINISH, FinishStepView.class);

    private final SetupViewModel model;
    private final Shell shell;
    private final Words words;
    private final Map<SetupStep, Node> views = new EnumMap<>(SetupStep.class);
    private final Ticks keeping = new Ticks(Duration.ofSeconds(2), this::keep);
    private Subscription buttons = Subscription.EMPTY;

    @FXML private VBox root;
    @FXML private PageHead head;
    @FXML private StackPane sameCommand;
    @FXML private Label counter;
    @FXML private ShareBar bar;
    @FXML private VBox steps;
    @FXML private StackPane stage;
    @FXML private HBox foot;
    @FXML private Button back;
    @FXML private Label remark;
    @FXML private Button goOn;

    SetupView(SetupViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        this.words = shell.words();
    }

    public static Node of(Shell shell, SetupViewModel model) {
        return shell.fxml().load(SetupView.class, model, shell);
    }

    @FXML
    private void initialize() {
        back.setGraphic(Icons.of("bi-arrow-left", 14));
        goOn.setGraphic(Icons.of("bi-arrow-right", 12));
        goOn.setDefaultButton(true);
        head.setSubtitle(words.text("setup.path"));
        model.title().subscribe(head::setTitle);
        model.lines().addListener((ListChangeListener<StepLine>) change -> showRail());
        showRail();
        model.step().subscribe(this::showStep);
        model.signIn().opensPagesBy(page -> shell.outside().openPage(page.toString()));
        model.signIn().deviceCode().subscribe(dialog -> dialog.ifPresent(this::openDeviceCode));
        model.policy().whenItWorks(() -> shell.notifications().finished(words.text("setup.policy.works"), ""));
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof RadioButton && !goOn.isDisabled()) {
                model.goOn();
                key.consume();
            }
        });
        keeping.whileShown(root);
    }

    private void keep() {
        model.keep();
        model.policy().tick();
    }

    private void showRail() {
        int at = model.step().get().ordinal() + 1;
        counter.setText(words.text("setup.counter", at, SetupStep.values().length));
        bar.share((double) at / SetupStep.values().length);
        var rows = new ArrayList<Node>();
        for (var line : model.lines()) {
            rows.add(new StepRowPane(line, words, () -> model.open(line.step())));
        }
        steps.getChildren().setAll(rows);
    }

    private void showStep(SetupStep step) {
        var view = views.computeIfAbsent(step, each -> shell.fxml().load(VIEWS.get(each), model, shell));
        stage.getChildren().setAll(view);
        showRail();
        buttons.unsubscribe();
        var now = model.current();
        back.setVisible(step != SetupStep.TENANT);
        buttons = Subscription.combine(
                now.goOn().subscribe(goOn::setText),
                now.remark().subscribe(remark::setText),
                disable(now.busy()));
        sameCommand.getChildren().setAll(SameCommandButton.of(command(model.draft()), words, shell::copy));
        StepView.focusFirst(view);
    }

    /// Going on waits while something is tried out; going back never does.
    private Subscription disable(ObservableValue<Boolean> busy) {
        return busy.subscribe(now -> {
            goOn.setDisable(now);
            if (!now && !isWorkedIn()) {
                goOn.requestFocus();
            }
        });
    }

    private boolean isWorkedIn() {
        var owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        return owner instanceof TextInputControl || owner instanceof RadioButton || owner instanceof ChoiceBox<?>;
    }

    /// The line that sets the same integration up; secrets come from the environment there.
    private static SameCommand command(SetupDraft draft) {
        return SetupCommandLine.of(draft);
    }

    private void openDeviceCode(DeviceCodeViewModel<?> dialog) {
        var draft = model.draft();
        var about = draft.ownership().name() + " · " + words.of(draft.tenant().cloud());
        DeviceCodeView.open(shell, dialog, new DeviceCodeView.Setting(about, model.signIn().asksFor(), command(draft),
                () -> model.signIn().withBrowser(), () -> StepView.focusFirst(stage)));
    }

    @FXML
    private void leave() {
        model.leave();
    }

    @FXML
    private void back() {
        model.back();
    }

    @FXML
    private void goOn() {
        model.goOn();
    }
}
