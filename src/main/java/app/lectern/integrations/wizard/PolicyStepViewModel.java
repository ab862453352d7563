package app.lectern.integrations.wizard;

import app.lectern.integrations.Field;
import app.lectern.integrations.permissions.PolicyFinding;
import app.lectern.integrations.permissions.PolicyFinding.PolicyVerdict;
import app.lectern.integrations.permissions.PolicyScripts;
import app.lectern.integrations.setup.ReplyVerdict;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.shell.Loading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// The fourth step: whether Teams lets the app act for the organiser, and Exchange for the mailbox. Both take their time
/// after they were granted, so the step looks again by itself and nobody has to wait for it.
public final class PolicyStepViewModel implements StepViewModel {
    static final Duration PACE = Duration.ofMinutes(5);

    private final SetupParts parts;
    private final Supplier<SetupDraft> draft;
    private final FieldViewModel organiser;
    private final BooleanProperty again = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Loading<List<PolicyFinding>>> findings = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Optional<ReplyVerdict>> reply = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper goOn = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private Instant looked = Instant.EPOCH;
    private Runnable works = () -> {};

    PolicyStepViewModel(SetupParts parts, Supplier<SetupDraft> draft) {
        this.parts = parts;
        this.draft = draft;
        this.organiser = new FieldViewModel(text -> parts.work().fault(Field.SERVICE_ACCOUNT, text, draft.get()), parts.problems());
        findings.subscribe(now -> say());
    }

    /// Whose meetings the policy is looked at for.
    FieldViewModel organiser() {
        return organiser;
    }

    /// Whether to look again every few minutes.
    BooleanProperty again() {
        return again;
    }

    ReadOnlyObjectProperty<Loading<List<PolicyFinding>>> findings() {
        return findings.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ReplyVerdict>> reply() {
        return reply.getReadOnlyProperty();
    }

    /// Told when a policy that refused begins to work.
    void whenItWorks(Runnable told) {
        works = told;
    }

    @Override
    public void show(SetupDraft shown) {
        organiser.fill(shown.account().address());
        if (isPerson(shown) || !organiser.value().isEmpty()) {
            look();
        }
    }

    private static boolean isPerson(SetupDraft of) {
        return !of.app().method().isUnattended();
    }

    /// A signed-in person acts for themselves, and no account need be named.
    boolean needsAccount() {
        return !isPerson(draft.get());
    }

    void check() {
        if (!needsAccount() || organiser.check()) {
            look();
        }
    }

    private void look() {
        var of = keepIn(draft.get());
        boolean refused = isRefused();
        findings.set(findings.get().busyAgain());
        looked = parts.clock().instant();
        parts.tasks().start(progress -> parts.work().policies(of, progress),
                found -> {
                    findings.set(Loading.ready(found));
                    if (refused && !isRefused()) {
                        works.run();
                    }
                },
                why -> findings.set(findings.get().failedWith(why)));
    }

    boolean isTeamsRefusal(PolicyFinding finding) {
        return finding.policy() == PolicyFinding.PolicyKind.TEAMS_MEETINGS && finding.verdict() == PolicyVerdict.REFUSED;
    }

    /// The lines that let the app act for every organiser who has no policy of their own.
    String scriptForEveryone() {
        return PolicyScripts.teamsForAll(draft.get().integration(), PolicyScripts.POLICY);
    }

    private boolean isRefused() {
        return findings.get().data().orElse(List.of()).stream().anyMatch(each -> each.verdict() == PolicyVerdict.REFUSED);
    }

    /// To be called now and then: looks again when it is time.
    void tick() {
        if (again.get() && isRefused() && !findings.get().isBusy() && !parts.clock().instant().isBefore(looked.plus(PACE))) {
            look();
        }
    }

    /// When the next look comes by itself.
    Optional<Instant> nextLook() {
        return again.get() && isRefused() ? Optional.of(looked.plus(PACE)) : Optional.empty();
    }

    /// What an administrator sent back, for instance PowerShell's output.
    void judge(String text) {
        if (text.isBlank()) {
            reply.set(Optional.empty());
            return;
        }
        var of = keepIn(draft.get());
        parts.tasks().start(progress -> parts.work().judge(of, text), verdict -> reply.set(Optional.of(verdict)),
                why -> findings.set(findings.get().failedWith(why)));
    }

    private void say() {
        goOn.set(parts.words().text(isRefused() ? "setup.policy.go-on" : "setup.go-on"));
        remark.set(isRefused() ? parts.words().text("setup.policy.waits") : "");
    }

    @Override
    public SetupDraft keepIn(SetupDraft of) {
        return organiser.value().equals(of.account().address()) ? of : of.with(new SetupDraft.Account(organiser.value(), false));
    }

    @Override
    public void finish(SetupDraft of, Consumer<SetupDraft> finished) {
        finished.accept(keepIn(of).finished(SetupStep.ACCESS_POLICY));
    }

    @Override
    public ObservableValue<String> goOn() {
        return goOn.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> remark() {
        return remark.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return findings.map(Loading::isBusy);
    }

    @Override
    public String result(SetupDraft of) {
        return findings.get().data()
                .flatMap(found -> found.stream().filter(each -> each.policy() == PolicyFinding.PolicyKind.TEAMS_MEETINGS).findFirst())
                .map(each -> parts.words().of(each.verdict()))
                .orElse(of.isDone(SetupStep.ACCESS_POLICY) ? parts.words().text("setup.policy.later") : "");
    }

    @Override
    public StepLine.StepState standing(SetupDraft of) {
        return isRefused() || findings.get().data().isEmpty() ? StepLine.StepState.WAITING : StepLine.StepState.DONE;
    }
}
