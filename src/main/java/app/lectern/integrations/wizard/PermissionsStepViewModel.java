package app.lectern.integrations.wizard;

import app.lectern.integrations.permissions.PermissionFinding;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.permissions.PermissionState;
import app.lectern.integrations.permissions.Powers.Power;
import app.lectern.integrations.setup.AdminPack;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.problems.Problem;
import app.lectern.shell.Loading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// The third step: what the tenant lets Lectern do. Nobody is held up by what is missing; the step says what stays off.
public final class PermissionsStepViewModel implements StepViewModel {
    private final SetupParts parts;
    private final Supplier<SetupDraft> draft;
    private final ReadOnlyObjectWrapper<Loading<PermissionReport>> report = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyStringWrapper goOn = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper change = new ReadOnlyStringWrapper("");

    PermissionsStepViewModel(SetupParts parts, Supplier<SetupDraft> draft) {
        this.parts = parts;
        this.draft = draft;
        report.subscribe(now -> say());
    }

    ReadOnlyObjectProperty<Loading<PermissionReport>> report() {
        return report.getReadOnlyProperty();
    }

    /// What the last "Check again" showed to be different; empty when nothing is.
    ReadOnlyStringWrapper change() {
        return change;
    }

    @Override
    public void show(SetupDraft shown) {
        check();
    }

    /// With a token made just now.
    void check() {
        var before = report.get().data();
        var of = draft.get();
        report.set(report.get().busyAgain());
        parts.tasks().start(progress -> parts.work().permissions(of, progress),
                now -> {
                    change.set(before.map(old -> changed(old, now)).orElse(""));
                    report.set(Loading.ready(now));
                },
                why -> report.set(report.get().failedWith(why)));
    }

    private String changed(PermissionReport before, PermissionReport now) {
        var fresh = now.findings().stream()
                .filter(PermissionFinding::inToken)
                .map(PermissionFinding::name)
                .filter(name -> before.findings().stream().anyMatch(old -> old.name().equals(name) && !old.inToken()))
                .toList();
        return fresh.isEmpty() ? parts.words().text("setup.permissions.unchanged")
                : parts.words().text("setup.permissions.new", String.join(", ", fresh));
    }

    private void say() {
        var words = parts.words();
        var known = report.get().data();
        goOn.set(known.filter(now -> !now.missing().isEmpty())
                .map(now -> words.text("setup.permissions.go-on", now.granted(), now.required().size()))
                .orElseGet(() -> words.text("setup.go-on")));
        remark.set(known.map(now -> stayOff(now).size()).filter(count -> count > 0)
                .map(count -> words.text("setup.permissions.stay-off", count)).orElse(""));
    }

    /// What each missing permission would have unlocked.
    List<String> stayOff(PermissionReport of) {
        return of.missing().stream().map(this::unlocks).toList();
    }

    String unlocks(PermissionFinding finding) {
        return parts.words().of(finding.permission().probe());
    }

    static boolean isBad(PermissionFinding finding) {
        return finding.state() != PermissionState.GRANTED;
    }

    /// Whether what is missing is looked at again by itself.
    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /// The grant was handed on, to be run or to be approved: from now on Lectern looks by itself and tells when it works.
    void asked() {
        var of = draft.get();
        var names = known().stream().flatMap(now -> now.missing().stream()).map(PermissionFinding::name).toList();
        if (names.isEmpty()) {
            return;
        }
        parts.tasks().start(progress -> {
            parts.work().awaitConsent(of, names);
            return names;
        }, begun -> waiting.set(true), why -> report.set(report.get().failedWith(why)));
    }

    List<Power> powers() {
        return parts.work().powers(draft.get());
    }

    boolean isAppOnly() {
        return draft.get().app().method().isUnattended();
    }

    /// The text for an administrator, made as a job.
    void pack(Consumer<AdminPack> made) {
        var of = draft.get();
        parts.tasks().start(progress -> parts.work().pack(of), made, why -> report.set(report.get().failedWith(why)));
    }

    void save(AdminPack pack, Path file, Runnable written, Consumer<Problem> refused) {
        parts.tasks().start(progress -> pack.writePage(file), done -> written.run(), refused);
    }

    @Override
    public SetupDraft keepIn(SetupDraft of) {
        return of;
    }

    @Override
    public void finish(SetupDraft of, Consumer<SetupDraft> finished) {
        finished.accept(of.finished(SetupStep.PERMISSIONS));
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
        return report.map(Loading::isBusy);
    }

    @Override
    public String result(SetupDraft of) {
        return known().map(now -> parts.words().text("setup.permissions.result", now.granted(), now.required().size())).orElse("");
    }

    @Override
    public StepLine.StepState standing(SetupDraft of) {
        return known().filter(now -> !now.missing().isEmpty()).isPresent() ? StepLine.StepState.FAILED : StepLine.StepState.DONE;
    }

    private Optional<PermissionReport> known() {
        return report.get().data();
    }
}
