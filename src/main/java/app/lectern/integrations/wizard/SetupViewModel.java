package app.lectern.integrations.wizard;

import app.lectern.integrations.Integration;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The wizard as a whole: the draft, the step that is open, and the rail. Each step judges itself; what is entered is
/// saved as it is entered, so that the wizard can be left at any moment and opened again at the same place.
public final class SetupViewModel {
    private final SetupParts parts;
    private final Words words;
    private final Consumer<Integration> finished;
    private final Runnable left;
    private final TenantStepViewModel tenant;
    private final SignInStepViewModel signIn;
    private final PermissionsStepViewModel permissions;
    private final PolicyStepViewModel policy;
    private final AccountStepViewModel account;
    private final FinishStepViewModel last;
    private final Map<SetupStep, StepViewModel> steps = new EnumMap<>(SetupStep.class);
    private final ReadOnlyObjectWrapper<SetupStep> step = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<StepLine> lines = FXCollections.observableArrayList();
    private SetupDraft draft;
    private boolean saving;
    private boolean changedMeanwhile;
    private boolean gone;

    /// `left` is told when the person leaves before the end, `finished` at the end.
    public SetupViewModel(SetupDraft draft, SetupParts parts, Consumer<Integration> finished, Runnable left) {
        this.parts = parts;
        this.words = parts.words();
        this.draft = draft;
        this.finished = finished;
        this.left = left;
        this.tenant = new TenantStepViewModel(parts, this::draft);
        this.signIn = new SignInStepViewModel(parts, this::draft);
        this.permissions = new PermissionsStepViewModel(parts, this::draft);
        this.policy = new PolicyStepViewModel(parts, this::draft);
        this.account = new AccountStepViewModel(parts, this::draft);
        this.last = new FinishStepViewModel(parts, this::draft);
        steps.put(SetupStep.TENANT, tenant);
        steps.put(SetupStep.SIGN_IN, signIn);
        steps.put(SetupStep.PERMISSIONS, permissions);
        steps.put(SetupStep.ACCESS_POLICY, policy);
        steps.put(SetupStep.SERVICE_ACCOUNT, account);
        steps.put(SetupStep.FINISH, last);
        account.finishBy(this::advance);
        permissions.report().addListener(known -> refresh());
        policy.findings().addListener(known -> refresh());
        open(draft.step());
    }

    public TenantStepViewModel tenant() {
        return tenant;
    }

    public SignInStepViewModel signIn() {
        return signIn;
    }

    public PermissionsStepViewModel permissions() {
        return permissions;
    }

    public PolicyStepViewModel policy() {
        return policy;
    }

    public AccountStepViewModel account() {
        return account;
    }

    public FinishStepViewModel last() {
        return last;
    }

    StepViewModel current() {
        return steps.get(step.get());
    }

    public SetupDraft draft() {
        return draft;
    }

    public ReadOnlyObjectProperty<SetupStep> step() {
        return step.getReadOnlyProperty();
    }

    /// "Set up Harbour Learning Trust"
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    public ObservableList<StepLine> lines() {
        return lines;
    }

    /// Why the draft could not be saved.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// A finished step, or the first that is not.
    void open(SetupStep to) {
        if (to.ordinal() > draft.open().ordinal()) {
            return;
        }
        keep();
        draft = draft.at(to);
        steps.get(to).show(draft);
        step.set(to);
        refresh();
        save();
    }

    public void goOn() {
        keep();
        current().finish(draft, this::advance);
    }

    private void advance(SetupDraft done) {
        draft = done;
        if (step.get() == SetupStep.FINISH) {
            complete();
        } else {
            open(step.get().next());
        }
    }

    public void back() {
        open(step.get().previous());
    }

    private void complete() {
        gone = true;
        finished.accept(last.integration());
    }

    /// Saves what is on the screen and leaves.
    public void leave() {
        keep();
        gone = true;
        left.run();
    }

    /// Takes over what is on the screen and saves it when it is new. To be called from time to time.
    public void keep() {
        if (step.get() == null || gone) {
            return;
        }
        var now = current().keepIn(draft);
        if (!now.equals(draft)) {
            draft = now;
            refresh();
            save();
        }
    }

    /// One at a time, so that an older state never overwrites a newer one.
    private void save() {
        if (saving) {
            changedMeanwhile = true;
            return;
        }
        saving = true;
        changedMeanwhile = false;
        var state = draft;
        parts.tasks().start(progress -> parts.work().save(state), saved -> saved(Optional.empty()), why -> saved(Optional.of(why)));
    }

    private void saved(Optional<Problem> why) {
        saving = false;
        problem.set(why);
        if (changedMeanwhile && why.isEmpty()) {
            save();
        }
    }

    private void refresh() {
        var name = draft.ownership().name();
        title.set(name.isEmpty() ? words.text("setup.title.new") : words.text("setup.title", name));
        lines.setAll(java.util.Arrays.stream(SetupStep.values()).map(this::line).toList());
    }

    private StepLine line(SetupStep which) {
        boolean here = which == step.get();
        boolean done = draft.isDone(which);
        var state = here ? StepLine.StepState.CURRENT : done ? steps.get(which).standing(draft) : StepLine.StepState.OPEN;
        var result = steps.get(which).result(draft);
        return new StepLine(which, state, result.isEmpty() ? words.text("setup-step." + key(which) + ".undone") : result, done || which == draft.open());
    }

    static String key(SetupStep step) {
        return step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
