package app.lectern.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.demo.faults.Fault;
import app.lectern.graph.About;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import com.microsoft.graph.models.Calendar;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionWatchTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofHours(1);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Room room;
    private Integration of;
    private ConnectionWatch watch;

    @BeforeEach
    void open(@TempDir Path folder) {
        room = new Room(folder);
        of = room.connected();
        room.access.signIn(of);
    }

    @AfterEach
    void close() {
        watch.close();
        room.close();
    }

    private void start(Duration pause) {
        watch = new ConnectionWatch(room.integrations, room.access, room.reach(), Clock.systemUTC(), pause);
        watch.start(told::add);
    }

    /// A write that is not repeated: it meets the fault at once.
    private void write() {
        var calendar = new Calendar();
        calendar.setName("Spring");
        var teacher = room.tenant.school().person("daniel.osei").id();
        room.access.session(of).ask(About.of("Test"), graph -> graph.users().byUserId(teacher).calendars().post(calendar));
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Test
    void aLostConnectionIsTriedAgainUntilItIsBack() throws Exception {
        start(SHORT);
        var cut = room.tenant.faults().anywhere().always();
        cut.with(Fault.reset());
        assertThat(catchThrowableOfType(ProblemException.class, this::write).problem().isUnreached()).isTrue();
        until(() -> watch.loss(of.key()).isPresent());
        var lost = watch.loss(of.key()).orElseThrow();
        assertThat(room.tenant.graphEndpoint()).contains(lost.host());
        long before = cut.struck();
        until(() -> cut.struck() > before + 1);
        assertThat(watch.loss(of.key()).orElseThrow().since()).isEqualTo(lost.since());

        room.tenant.faults().clear();
        until(() -> watch.loss(of.key()).isEmpty());
        until(() -> !told.isEmpty() && room.reach().doubt(of.key()).isEmpty());
        assertThat(told).containsOnly(of.key());
    }

    @Test
    void nobodyNeedsToWaitForTheNextTry() throws Exception {
        start(LONG);
        room.tenant.faults().anywhere().always().with(Fault.reset());
        catchThrowableOfType(ProblemException.class, this::write);
        until(() -> watch.loss(of.key()).flatMap(ConnectionWatch.Loss::next).isPresent());
        room.tenant.faults().clear();

        watch.tryNow(of.key());
        until(() -> watch.loss(of.key()).isEmpty());
    }

    @Test
    void anotherCallsAnswerIsAsGoodAsATry() throws Exception {
        start(LONG);
        room.tenant.faults().anywhere().always().with(Fault.reset());
        catchThrowableOfType(ProblemException.class, this::write);
        until(() -> watch.loss(of.key()).flatMap(ConnectionWatch.Loss::next).isPresent());
        room.tenant.faults().clear();

        // the calendar is there already: the first write had arrived, only its answer had not
        assertThat(catchThrowableOfType(ProblemException.class, this::write).problem().code()).isEqualTo(Problem.Code.CONFLICT);
        until(() -> watch.loss(of.key()).isEmpty());
    }

    @Test
    void aSingleCallThatIsCutOffLosesNothing() throws Exception {
        start(LONG);
        var cut = room.tenant.faults().graph("POST", "/users/*/calendars");
        cut.with(Fault.reset());
        catchThrowableOfType(ProblemException.class, this::write);
        until(() -> cut.struck() == 1 && room.reach().doubt(of.key()).isEmpty());
        assertThat(watch.loss(of.key())).isEmpty();
        assertThat(told).isEmpty();
    }
}
