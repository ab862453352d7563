package app.lectern.sync.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.SignInMethod;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.ReadyStore;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncPart;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncHealthTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
    private static final Problem REFUSED = Problem.of(Problem.Code.ACCESS_POLICY_MISSING).with("account", "a@b.example");
    private static final HeldMeeting WAVES = meeting(1, "Waves", MORNING.minus(Duration.ofDays(2)));
    private static final HeldMeeting TIDES = meeting(2, "Tides", MORNING.minus(Duration.ofHours(2)));

    @TempDir
    Path folder;
    private Store store;
    private Integration integration;
    private SyncEngine engine;
    private SyncHealth health;
    private Instant now = MORNING;
    private Consumer<SyncTally> calendar = tally -> {};
    private Consumer<SyncTally> chat = tally -> {};
    private final Map<Long, FacetHealth> attendance = new java.util.HashMap<>();

    @BeforeEach
    void open() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        var home = ReadyStore.in(folder.resolve("home"));
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        store = Store.open(home, vault, clock);
        integration = new Integrations(store, new SecretStore(store, vault, clock), clock).add(new Integration(0, "Northfield", CloudKind.GLOBAL,
                "", "", "northfield.example", "11111111-1111-1111-1111-111111111111", SignInMethod.SECRET, "", "", true, clock.instant()));
        engine = new SyncEngine(home, store, clock, part(Facet.MEETINGS, tally -> calendar.accept(tally)),
                List.of(part(Facet.CHAT, tally -> chat.accept(tally)), part(Facet.ATTENDANCE, tally -> {})));
        health = new SyncHealth(engine, new Held(), List.of(new Attendance()), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static HeldMeeting meeting(long id, String subject, Instant end) {
        return new HeldMeeting(id, subject, "r.okafor@northfield.example", "Ruth Okafor", end.minus(Duration.ofHours(1)), end, "", false);
    }

    private static SyncPart part(Facet facet, Consumer<SyncTally> work) {
        return new SyncPart() {
            @Override
            public Set<Facet> facets() {
                return Set.of(facet);
            }

            @Override
            public void sync(SyncOrder order, SyncTally tally, Progress progress) {
                work.accept(tally);
            }
        };
    }

    private record Held() implements HeldMeetings {
        @Override
        public List<HeldMeeting> ended(Integration of, Instant since, Instant until) {
            return List.of(WAVES, TIDES);
        }

        @Override
        public Optional<HeldMeeting> find(Integration of, long id) {
            return ended(of, Instant.MIN, Instant.MAX).stream().filter(each -> each.id() == id).findFirst();
        }
    }

    private final class Attendance implements HealthSource {
        @Override
        public Facet facet() {
            return Facet.ATTENDANCE;
        }

        @Override
        public Map<Long, FacetHealth> of(Integration of, List<HeldMeeting> meetings, Instant at) {
            return attendance;
        }
    }

    private void run() throws InterruptedException {
        run(new SyncScope.Everything());
    }

    private void run(SyncScope scope) throws InterruptedException {
        engine.run(new SyncOrder(integration, scope, false), Progress.NONE);
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    @Test
    void whatWasNeverSyncedIsMissingAndNotSound() {
        var found = health.of(integration);

        assertThat(found.state()).isEqualTo(HealthState.MISSING);
        assertThat(found.isSound()).isFalse();
        assertThat(found.counts()).isEmpty();
        assertThat(found.off()).as("nothing was looked at, so nothing is known to be off").isEmpty();
    }

    @Test
    void aRunThatGetsThroughIsSoundAndTooOldAfterADay() throws Exception {
        attendance.put(1L, FacetHealth.of(HealthState.SYNCED, MORNING, ""));
        attendance.put(2L, FacetHealth.of(HealthState.WAITING, TIDES.end(), "sync-health.why.report-due"));
        run();

        var found = health.of(integration);
        assertThat(found.isSound()).isTrue();
        assertThat(found.since()).contains(MORNING);
        assertThat(found.counts()).containsEntry(Facet.ATTENDANCE, Map.of(HealthState.SYNCED, 1, HealthState.WAITING, 1));
        assertThat(found.troubles()).isEmpty();

        after(Duration.ofHours(25));
        assertThat(health.of(integration).state()).isEqualTo(HealthState.STALE);
        assertThat(health.of(integration).isSound()).isFalse();
    }

    @Test
    void runsThatFailAreFailingSinceTheFirstOfThem() throws Exception {
        run();
        calendar = tally -> {
            throw REFUSED.raise();
        };
        after(Duration.ofHours(1));
        var first = now;
        assertThatThrownBy(this::run).isInstanceOf(ProblemException.class);
        after(Duration.ofHours(1));
        assertThatThrownBy(this::run).isInstanceOf(ProblemException.class);

        var found = health.of(integration);
        assertThat(found.state()).isEqualTo(HealthState.FAILING);
        assertThat(found.since()).contains(first);
        assertThat(found.problem()).contains(REFUSED);
        assertThat(found.lastGood()).contains(MORNING);
        assertThat(found.failures()).as("the run as a whole is no single failure").isEmpty();

        calendar = tally -> {};
        after(Duration.ofHours(1));
        run();
        assertThat(health.of(integration).isSound()).isTrue();
    }

    @Test
    void aSingleFailureIsOpenSinceItsFirstRunUntilARunOverItGoesWithout() throws Exception {
        chat = tally -> tally.failed(Facet.CHAT, OptionalLong.of(1), "Waves", REFUSED);
        run();
        after(Duration.ofHours(1));
        run(new SyncScope.Ended());
        chat = tally -> {};
        after(Duration.ofHours(1));
        run(new SyncScope.Meetings(List.of(2L)));

        var found = health.of(integration);
        assertThat(found.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.since()).isEqualTo(MORNING);
            assertThat(failure.times()).isEqualTo(2);
        });
        assertThat(found.troubles()).extracting(MeetingHealth::meeting).containsExactly(TIDES, WAVES);
        assertThat(health.of(integration, 1).orElseThrow().facets().get(Facet.CHAT).since()).contains(MORNING);
        assertThat(found.isSound()).isFalse();

        run(new SyncScope.Meetings(List.of(1L)));
        assertThat(health.of(integration).failures()).isEmpty();
    }

    @Test
    void whatIsMissingAtMicrosoftIsATroubleButNoFaultOfTheSync() throws Exception {
        attendance.put(1L, FacetHealth.of(HealthState.MISSING, MORNING, "verdict.instant.title"));
        attendance.put(2L, FacetHealth.of(HealthState.SYNCED, MORNING, ""));
        run();

        var found = health.of(integration);
        assertThat(found.isSound()).isTrue();
        assertThat(found.troubles()).extracting(MeetingHealth::meeting).containsExactly(WAVES);
    }

    @Test
    void whatNobodyAllowedIsOffAndNotAskedAbout() throws Exception {
        chat = tally -> tally.off(Set.of(Facet.CHAT));
        run();

        assertThat(health.of(integration).off()).containsExactly(Facet.CHAT);
    }
}
