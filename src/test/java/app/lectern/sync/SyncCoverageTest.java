package app.lectern.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.sync.SyncRun.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves the next one to ask: that follows the run, not the moment at which within it somebody was read.
class SyncCoverageTest {
    @TempDir
    Path folder;
    private Room room;
    private Integration integration;
    private SyncOrder last;
    private Duration takes = Duration.ZERO;
    private boolean cancelled;

    @BeforeEach
    void open() {
        room = new Room(folder);
        integration = room.connected();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SyncRun run(SyncScope scope, Duration time) throws InterruptedException {
        takes = time;
        var part = new SyncPart() {
            @Override
            public Set<Facet> facets() {
                return Set.of(Facet.MEETINGS);
            }

            @Override
            public void sync(SyncOrder order, SyncTally tally, Progress progress) {
                last = order;
                room.clock.advance(takes);
                if (cancelled) {
                    throw new CancellationException();
                }
            }
        };
        return new SyncEngine(room.home, room.store, room.clock, part, List.of()).run(new SyncOrder(integration, scope, false), Progress.NONE);
    }

    private SyncRun everything(int minutes) throws InterruptedException {
        return run(new SyncScope.Everything(), Duration.ofMinutes(minutes));
    }

    private boolean isFresh(Instant readAt) {
        return last.isFresh(readAt, room.clock.instant());
    }

    private void killedAfter(int minutes) {
        new SyncRunStore(room.store).begin(SyncOrder.everything(integration), room.clock.instant(), room.clock.instant());
        room.clock.advance(Duration.ofMinutes(minutes));
        new Checkpoints(room.store, room.clock).keep(integration, "calendar/a", "read");
    }

    @Test
    void whatALongRunHasReadIsCoveredForFiveMinutesAfterItsEnd() throws Exception {
        var began = room.clock.instant();
        everything(18);
        assertThat(isFresh(began)).as("nothing came before").isFalse();

        room.clock.advance(Duration.ofMinutes(4));
        everything(0);
        assertThat(isFresh(began)).isTrue();
        assertThat(isFresh(began.minusSeconds(1))).isFalse();

        room.clock.advance(Duration.ofMinutes(4));
        everything(0);
        assertThat(isFresh(began)).as("the run between has read nothing itself").isFalse();

        room.clock.advance(Duration.ofMinutes(6));
        everything(0);
        assertThat(isFresh(room.clock.instant().minus(Duration.ofMinutes(6)))).isFalse();
    }

    @Test
    void whoMeansSomethingOrWhatEndedRecentlyIsNotPutOff() throws Exception {
        var began = room.clock.instant();
        everything(18);
        run(new SyncScope.Ended(), Duration.ZERO);
        assertThat(isFresh(began)).isFalse();
        run(new SyncScope.Organiser("a@b.example"), Duration.ZERO);
        assertThat(isFresh(room.clock.instant())).isFalse();
        run(new SyncScope.Meetings(List.of(1L)), Duration.ZERO);
        assertThat(isFresh(room.clock.instant())).isFalse();
        assertThat(new SyncOrder(integration, new SyncScope.Everything(), true, began).isFresh(room.clock.instant(), room.clock.instant())).isFalse();
    }

    @Test
    void aRunThatWasCutOffAndTheOneThatWentOnWithItCountAsOne() throws Exception {
        var began = room.clock.instant();
        killedAfter(10);
        room.clock.advance(Duration.ofMinutes(2));

        everything(8);
        assertThat(isFresh(began)).as("goes on where it was").isTrue();
        room.clock.advance(Duration.ofMinutes(3));
        everything(0);
        assertThat(isFresh(began)).isTrue();
    }

    @Test
    void aRunThatWasCutOffLongerAgoIsNotGoneOnWith() throws Exception {
        var began = room.clock.instant();
        killedAfter(10);
        room.clock.advance(Duration.ofMinutes(6));

        everything(0);

        assertThat(isFresh(began)).isFalse();
    }

    @Test
    void runsThatKeepFailingDoNotPutOffAskingForEver() throws Exception {
        var began = room.clock.instant();
        killedAfter(10);
        for (int again = 0; again < 2; again++) {
            room.clock.advance(Duration.ofMinutes(4));
            cancelled = true;
            assertThatThrownBy(() -> everything(0)).isInstanceOf(CancellationException.class);
        }
        cancelled = false;
        assertThat(new SyncRunStore(room.store).newest(integration.id(), 1).getFirst().ending()).isEqualTo(Ending.CANCELLED);
        room.clock.advance(Duration.ofMinutes(1));

        everything(0);

        assertThat(isFresh(began)).as("nothing was kept for nine minutes").isFalse();
    }
}
