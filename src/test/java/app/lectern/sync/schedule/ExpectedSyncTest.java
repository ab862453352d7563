package app.lectern.sync.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncTally;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report that is waited for is read when it is due, not when the next round would have come.
class ExpectedSyncTest {
    private static final SyncPart NOTHING = new SyncPart() {
        @Override
        public Set<Facet> facets() {
            return Set.of(Facet.MEETINGS);
        }

        @Override
        public void sync(SyncOrder order, SyncTally tally, Progress progress) {
            // finds nothing
        }
    };

    @Test
    void whatIsExpectedMakesTheNextRunSoonerButNotBreathless(@TempDir Path folder) throws Exception {
        try (var room = new Room(folder)) {
            var in = room.connected();
            var settings = new SettingsFile(room.home.settings(), room.clock);
            settings.change(now -> now.with(new Settings.Sync(60, "", "", false)));
            var engine = new SyncEngine(room.home, room.store, room.clock, NOTHING, List.of());
            var expected = new AtomicReference<>(Optional.<Instant>empty());
            var times = new SyncTimes(engine, settings, new MeteredNetwork((command, input) -> new Programs.Answer(Programs.NOT_THERE, ""), "Linux"), of -> expected.get(), ZoneOffset.UTC, room.clock);
            engine.run(SyncOrder.everything(in), Progress.NONE);
            var ran = engine.history(in, 1).getFirst().startedAt();

            assertThat(times.decide(in).next()).contains(ran.plus(Duration.ofMinutes(60)));
            expected.set(Optional.of(ran.plus(Duration.ofMinutes(25))));
            assertThat(times.decide(in).next()).contains(ran.plus(Duration.ofMinutes(25)));
            expected.set(Optional.of(ran.minusSeconds(1)));
            assertThat(times.decide(in).next()).as("not again at once").contains(ran.plus(Duration.ofMinutes(5)));
            room.clock.advance(Duration.ofMinutes(6));
            assertThat(times.decide(in).answer()).isEqualTo(SyncTimes.Answer.NOW);
            expected.set(Optional.of(ran.plus(Duration.ofHours(3))));
            assertThat(times.decide(in).next()).contains(ran.plus(Duration.ofMinutes(60)));
        }
    }
}
