package app.lectern.integrations.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.wizard.DeviceCodeViewModel.Code;
import app.lectern.integrations.wizard.DeviceCodeViewModel.Phase;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCodeViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-19T09:43:00Z");
    private static final Code CODE = new Code("FJ4B8VXQN", "https://microsoft.com/devicelogin", NOW.plusSeconds(668));

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final List<String> signedIn = new ArrayList<>();

    @Test
    void theCodeIsShownInGroupsWithTheTimeThatIsLeft() {
        var model = new DeviceCodeViewModel<>(forever(), waiting(), Runnable::run, clock(), signedIn::add);
        model.ask();

        assertThat(model.phase().get()).isEqualTo(Phase.WAITING);
        assertThat(model.code().get().orElseThrow().grouped()).isEqualTo("FJ4 B8V XQN");
        assertThat(model.left().get()).isEqualTo("11:08");
    }

    @Test
    void successClosesTheDialogAndTellsTheAccount() {
        var model = new DeviceCodeViewModel<>((given, progress) -> {
            given.accept(CODE);
            return "m.oyelaran@harbour.example";
        }, new InlineTaskRunner(), Runnable::run, clock(), signedIn::add);
        model.ask();

        assertThat(signedIn).containsExactly("m.oyelaran@harbour.example");
        assertThat(model.open().get()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"DEVICE_CODE_DECLINED, DECLINED", "DEVICE_CODE_EXPIRED, EXPIRED", "DEVICE_CODE_BLOCKED, BLOCKED", "SIGN_IN_BLOCKED, BLOCKED", "HOST_UNKNOWN, FAILED"})
    void eachEndIsToldApart(Problem.Code code, Phase end) {
        var model = new DeviceCodeViewModel<String>((given, progress) -> {
            throw Problem.of(code).raise();
        }, new InlineTaskRunner(), Runnable::run, clock(), signedIn::add);
        model.ask();

        assertThat(model.phase().get()).isEqualTo(end);
        assertThat(model.problem().get()).map(Problem::code).contains(code);
        assertThat(model.open().get()).isTrue();
    }

    @Test
    void theCodeExpiresByTheClockBeforeTheNextPollTellsSo() {
        var model = new DeviceCodeViewModel<>(forever(), waiting(), Runnable::run, clock(), signedIn::add);
        model.ask();
        time.set(NOW.plus(Duration.ofMinutes(12)));
        model.tick();

        assertThat(model.phase().get()).isEqualTo(Phase.EXPIRED);
        assertThat(model.left().get()).isEqualTo("0:00");
        assertThat(cancelled).hasSize(1);

        time.set(NOW);
        model.ask();
        assertThat(model.phase().get()).isEqualTo(Phase.WAITING);
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void theCodeOfAnAttemptThatWasGivenUpIsNotShown() {
        var givens = new ArrayList<Consumer<Code>>();
        var model = new DeviceCodeViewModel<String>((given, progress) -> {
            givens.add(given);
            return null;
        }, waiting(), Runnable::run, clock(), signedIn::add);
        model.ask();
        model.ask();
        givens.getFirst().accept(CODE);

        assertThat(model.phase().get()).isEqualTo(Phase.ASKING);
    }

    private final List<String> cancelled = new ArrayList<>();

    private static DeviceCodeViewModel.Attempt<String> forever() {
        return (given, progress) -> {
            given.accept(CODE);
            return "";
        };
    }

    /// Runs the work and never answers, as a sign-in that nobody finishes.
    private TaskRunner waiting() {
        return new TaskRunner() {
            @Override
            public <T> Job start(JobInfo info, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
                new InlineTaskRunner().start(info, work, ignored -> { }, failed);
                return new Job() {
                    @Override
                    public void cancel() {
                        cancelled.add("cancelled");
                    }

                    @Override
                    public void pause() {}

                    @Override
                    public void resume() {}
                };
            }
        };
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return time.get();
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }
}
