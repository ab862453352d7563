package app.lectern.integrations.wizard;

import app.lectern.integrations.Field;
import app.lectern.integrations.Integration;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.setup.ReadinessItem;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.integrations.setup.TestMeeting;
import app.lectern.problems.Problem;
import app.lectern.shell.Loading;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The last step: what was set up, what is ready, a meeting to try it with, and who is responsible.
public final class FinishStepViewModel implements StepViewModel {
    private final SetupParts parts;
    private final Supplier<SetupDraft> draft;
    private final FieldViewModel name;
    private final FieldViewModel owner;
    private final ObjectProperty<WorkspaceRole> role = new SimpleObjectProperty<>(WorkspaceRole.ADMIN);
    private final BooleanProperty syncFirst = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Loading<List<ReadinessItem>>> readiness = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Loading<TestMeeting>> meeting = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyBooleanWrapper removed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper goOn = new ReadOnlyStringWrapper("");
    private Integration integration;

    FinishStepViewModel(SetupParts parts, Supplier<SetupDraft> draft) {
        this.parts = parts;
        this.draft = draft;
        this.name = new FieldViewModel(text -> parts.work().fault(Field.NAME, text, draft.get()), parts.problems());
        this.owner = new FieldViewModel(text -> parts.work().fault(Field.OWNER, text, draft.get()), parts.problems());
        syncFirst.subscribe(first -> goOn.set(parts.words().text(first ? "setup.finish.sync" : "setup.finish.only")));
    }

    FieldViewModel name() {
        return name;
    }

    FieldViewModel owner() {
        return owner;
    }

    ObjectProperty<WorkspaceRole> role() {
        return role;
    }

    /// Whether the first sync starts right away.
    public BooleanProperty syncFirst() {
        return syncFirst;
    }

    ReadOnlyObjectProperty<Loading<List<ReadinessItem>>> readiness() {
        return readiness.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Loading<TestMeeting>> meeting() {
        return meeting.getReadOnlyProperty();
    }

    /// Whether the test meeting is gone again.
    ObservableValue<Boolean> removed() {
        return removed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// What came of it; only after this step is finished.
    Integration integration() {
        return integration;
    }

    @Override
    public void show(SetupDraft shown) {
        name.fill(shown.ownership().name());
        owner.fill(shown.ownership().owner());
        role.set(shown.ownership().role());
        problem.set(Optional.empty());
        lookAgain();
    }

    void lookAgain() {
        var of = draft.get();
        readiness.set(readiness.get().busyAgain());
        parts.tasks().start(progress -> parts.work().readiness(of),
                items -> readiness.set(Loading.ready(items)),
                why -> readiness.set(readiness.get().failedWith(why)));
    }

    void testMeeting() {
        var of = draft.get();
        removed.set(false);
        meeting.set(Loading.busy());
        parts.tasks().start(progress -> parts.work().testMeeting(of, progress),
                made -> meeting.set(Loading.ready(made)),
                why -> meeting.set(Loading.failed(why)));
    }

    void removeTestMeeting() {
        var of = draft.get();
        meeting.get().data().ifPresent(made -> {
            meeting.set(meeting.get().busyAgain());
            parts.tasks().start(progress -> {
                parts.work().removeTestMeeting(of, made);
                return made;
            }, gone -> {
                meeting.set(Loading.ready(gone));
                removed.set(true);
                lookAgain();
            }, why -> meeting.set(meeting.get().failedWith(why)));
        });
    }

    @Override
    public SetupDraft keepIn(SetupDraft of) {
        return of.with(new SetupDraft.Ownership(name.value(), owner.value(), role.get()));
    }

    @Override
    public void finish(SetupDraft of, Consumer<SetupDraft> finished) {
        problem.set(Optional.empty());
        if (!(name.check() & owner.check())) {
            return;
        }
        var last = keepIn(of).finished(SetupStep.FINISH);
        busy.set(true);
        parts.tasks().start(progress -> parts.work().finish(last),
                made -> {
                    busy.set(false);
                    integration = made;
                    finished.accept(last);
                },
                why -> {
                    busy.set(false);
                    problem.set(Optional.of(why));
                });
    }

    @Override
    public ObservableValue<String> goOn() {
        return goOn.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> remark() {
        return new ReadOnlyStringWrapper("");
    }

    @Override
    public ObservableValue<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public String result(SetupDraft of) {
        return "";
    }
}
