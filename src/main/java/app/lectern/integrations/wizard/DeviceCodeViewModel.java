package app.lectern.integrations.wizard;

import app.lectern.jobs.Job;
import app.lectern.jobs.Progress;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Signing in with a code, from asking for one to each way it can end. `A` is what a sign-in yields.
final class DeviceCodeViewModel<A> {
    enum Phase { ASKING, WAITING, SUCCEEDED, DECLINED, EXPIRED, BLOCKED, FAILED }

    /// The code that Entra gave, the page where it is typed, and until when.
    record Code(String letters, String page, Instant expires) {
        /// In groups of three, which the eye can carry from screen to screen.
        String grouped() {
            return letters.replaceAll("(.{3})(?=.)", "$1 ");
        }
    }

    /// Asks for a code, tells it through `given` from any thread, and waits for the end.
    @FunctionalInterface
    interface Attempt<A> {
        A run(Consumer<Code> given, Progress progress) throws Exception;
    }

    private final Attempt<A> attempt;
    private final TaskRunner tasks;
    private final Executor answers;
    private final Clock clock;
    private final Consumer<? super A> signedIn;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.ASKING);
    private final ReadOnlyObjectWrapper<Optional<Code>> code = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(true);
    private Job job = Job.NONE;
    private int asked;
    private Duration lifetime = Duration.ZERO;

    DeviceCodeViewModel(Attempt<A> attempt, TaskRunner tasks, Executor answers, Clock clock, Consumer<? super A> signedIn) {
        this.attempt = attempt;
        this.tasks = tasks;
        this.answers = answers;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Code>> code() {
        return code.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Minutes and seconds until the code expires.
    ReadOnlyStringProperty left() {
        return left.getReadOnlyProperty();
    }

    /// The same as a share of its lifetime; -1 while there is no code.
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /// False once the dialog should go.
    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /// Asks for a code; a code that was there before is given up.
    void ask() {
        job.cancel();
        int mine = ++asked;
        phase.set(Phase.ASKING);
        problem.set(Optional.empty());
        share.set(-1);
        job = tasks.start(progress -> attempt.run(given -> answers.execute(() -> show(mine, given)), progress),
                this::succeed, this::fail);
    }

    private void show(int of, Code given) {
        if (of == asked && phase.get() == Phase.ASKING) {
            lifetime = Duration.between(clock.instant(), given.expires());
            code.set(Optional.of(given));
            phase.set(Phase.WAITING);
            tick();
        }
    }

    private void succeed(A account) {
        phase.set(Phase.SUCCEEDED);
        open.set(false);
        signedIn.accept(account);
    }

    private void fail(Problem why) {
        problem.set(Optional.of(why));
        phase.set(switch (why.code()) {
            case DEVICE_CODE_DECLINED, CONSENT_DECLINED -> Phase.DECLINED;
            case DEVICE_CODE_EXPIRED -> Phase.EXPIRED;
            case DEVICE_CODE_BLOCKED, SIGN_IN_BLOCKED, MFA_REQUIRED -> Phase.BLOCKED;
            default -> Phase.FAILED;
        });
    }

    /// To be called every second. Time may run out here before the next poll tells so.
    void tick() {
        if (phase.get() != Phase.WAITING) {
            return;
        }
        var rest = Duration.between(clock.instant(), code.get().orElseThrow().expires());
        if (rest.isPositive()) {
            left.set(String.format(Locale.ROOT, "%d:%02d", rest.toMinutes(), rest.toSecondsPart()));
            share.set((double) rest.toMillis() / lifetime.toMillis());
        } else {
            job.cancel();
            left.set("0:00");
            fail(Problem.of(Problem.Code.DEVICE_CODE_EXPIRED));
        }
    }

    /// Gives up; the integration stays as it was.
    void close() {
        job.cancel();
        asked++;
        open.set(false);
    }
}
