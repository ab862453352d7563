package app.lectern.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.home.Home;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.ReadyStore;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.sync.SyncRun.Ending;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncEngineTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);
    private static final Problem REFUSED = Problem.of(Problem.Code.ACCESS_POLICY_MISSING).with("account", "a@b.example");

    @TempDir
    Path folder;
    private Home home;
    private Store store;
    private Integration integration;

    @BeforeEach
    void open() {
        home = ReadyStore.in(folder.resolve("home"));
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        store = Store.open(home, vault, CLOCK);
        integration = new Integrations(store, new SecretStore(store, vault, CLOCK), CLOCK).add(new Integration(0, "Northfield", CloudKind.GLOBAL,
                "", "", "northfield.example", "11111111-1111-1111-1111-111111111111", SignInMethod.SECRET, "", "", true, CLOCK.instant()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private interface Work {
        void run(SyncTally tally, Progress progress) throws InterruptedException;
    }

    private static SyncPart part(Facet facet, Work work) {
        return new SyncPart() {
            @Override
            public Set<Facet> facets() {
                return Set.of(facet);
            }

            @Override
            public void sync(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
                work.run(tally, progress);
            }
        };
    }

    private SyncEngine engine(SyncPart first, SyncPart... others) {
        return new SyncEngine(home, store, CLOCK, first, List.of(others));
    }

    private SyncOrder all() {
        return SyncOrder.everything(integration);
    }

    @Test
    void aPartThatServesNoneOfTheJobsIsSparedAndItsFacetIsOff() throws Exception {
        var asked = new ArrayList<String>();
        var attendance = new SyncPart() {
            @Override
            public Set<Facet> facets() {
                return Set.of(Facet.ATTENDANCE);
            }

            @Override
            public Set<Capability> jobs() {
                return Set.of(Capability.READ_ATTENDANCE);
            }

            @Override
            public void sync(SyncOrder order, SyncTally tally, Progress progress) {
                asked.add(order.integration().jobs().written());
            }
        };
        var engine = engine(part(Facet.MEETINGS, (tally, progress) -> tally.created(Facet.MEETINGS)), attendance);

        engine.run(SyncOrder.everything(integration.meantFor(new AppJobs(Set.of(Capability.GET_RECORDINGS)))), Progress.NONE);

        assertThat(engine.newest(integration).orElseThrow().counts()).containsOnlyKeys(Facet.MEETINGS);
        engine.run(SyncOrder.everything(integration.meantFor(new AppJobs(Set.of(Capability.READ_ATTENDANCE)))), Progress.NONE);
        engine.run(all(), Progress.NONE);
        assertThat(asked).containsExactly("READ_ATTENDANCE", "");
        assertThatThrownBy(() -> attendance.require(integration.meantFor(new AppJobs(Set.of(Capability.GET_RECORDINGS)))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem().code()).isEqualTo(Problem.Code.JOB_NOT_CHOSEN));
        attendance.require(integration);
        assertThat(engine.newest(integration).orElseThrow().counts()).containsKey(Facet.ATTENDANCE);
    }

    @Test
    void aRunIsKeptWithItsCountsAndFailures() throws Exception {
        var engine = engine(part(Facet.MEETINGS, (tally, progress) -> {
            tally.created(Facet.MEETINGS);
            tally.unchanged(Facet.MEETINGS);
        }), part(Facet.ATTENDANCE, (tally, progress) -> tally.failed(Facet.ATTENDANCE, OptionalLong.of(7), "Waves", REFUSED)),
                part(Facet.RECORDINGS, (tally, progress) -> {}));

        engine.run(all(), Progress.NONE);

        var run = engine.newest(integration).orElseThrow();
        assertThat(run.ending()).isEqualTo(Ending.DONE_WITH_FAILURES);
        assertThat(run.counts()).containsEntry(Facet.MEETINGS, new FacetCount(1, 0, 1, 0, 0))
                .containsEntry(Facet.ATTENDANCE, new FacetCount(0, 0, 0, 0, 1))
                .containsEntry(Facet.RECORDINGS, FacetCount.NONE).doesNotContainKey(Facet.CHAT);
        assertThat(run.failures()).containsExactly(new SyncFailure(Facet.ATTENDANCE, OptionalLong.of(7), "Waves", REFUSED));
        assertThat(run.processed()).isEqualTo(3);
    }

    @Test
    void whatTheFirstRunSawIsComparedWithWhatIsStored() throws Exception {
        var stored = new AtomicLong(2);
        var engine = engine(part(Facet.MEETINGS, (tally, progress) -> {
            tally.created(Facet.MEETINGS);
            tally.created(Facet.MEETINGS);
        }));
        engine.countsBy(of -> Map.of(Facet.MEETINGS, stored.get()));
        var words = new FirstSyncWords(new Words(Locale.UK, ZoneOffset.UTC, CLOCK));

        var first = FirstSync.of(engine.run(all(), Progress.NONE)).orElseThrow();

        assertThat(first.isWhole()).isTrue();
        assertThat(words.sentence(first)).isEqualTo("First sync: Meetings 2, all stored.");
        var lost = new FirstSync(first.seen(), Map.of(Facet.MEETINGS, 1L));
        assertThat(lost.isWhole()).isFalse();
        assertThat(words.sentence(lost)).contains("saw Meetings 2", "only Meetings 1", "--force");
        assertThat(FirstSync.of(engine.run(all(), Progress.NONE))).as("later runs compare nothing").isEmpty();
    }

    @Test
    void theOthersBeginWhenItIsKnownWhichMeetingsThereAre() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<String>());
        var bothAtWork = new CountDownLatch(2);
        Work other = (tally, progress) -> {
            order.add("other");
            bothAtWork.countDown();
            assertThat(bothAtWork.await(10, TimeUnit.SECONDS)).as("both at work at the same time").isTrue();
        };

        engine(part(Facet.MEETINGS, (tally, progress) -> order.add("meetings")), part(Facet.ATTENDANCE, other), part(Facet.RECORDINGS, other))
                .run(all(), Progress.NONE);

        assertThat(order).containsExactly("meetings", "other", "other");
    }

    @Test
    void aSecondRunOfTheSameIntegrationIsRefusedWhileOneIsAtWork() throws Exception {
        var inner = new ArrayList<Problem.Code>();
        var engines = new ArrayList<SyncEngine>();
        engines.add(engine(part(Facet.MEETINGS, (tally, progress) -> inner.add(
                catchThrowableOfType(ProblemException.class, () -> engines.getFirst().run(all(), Progress.NONE)).problem().code()))));

        engines.getFirst().run(all(), Progress.NONE);

        assertThat(inner).containsExactly(Problem.Code.SYNC_RUNNING);
        assertThat(engines.getFirst().history(integration, 10)).hasSize(1);
    }

    @Test
    void whatMakesGoingOnUselessEndsTheRunAndIsThrown() {
        var engine = engine(part(Facet.MEETINGS, (tally, progress) -> {}), part(Facet.ATTENDANCE, (tally, progress) -> {
            throw REFUSED.raise();
        }), part(Facet.RECORDINGS, (tally, progress) -> Thread.sleep(60_000)));

        assertThatThrownBy(() -> engine.run(all(), Progress.NONE)).isInstanceOf(ProblemException.class);

        var run = engine.newest(integration).orElseThrow();
        assertThat(run.ending()).isEqualTo(Ending.FAILED);
        assertThat(run.failures()).singleElement().satisfies(failure -> assertThat(failure.problem()).isEqualTo(REFUSED));
    }

    @Test
    void aCancelledRunIsWrittenDownAsSuch() {
        var engine = engine(part(Facet.MEETINGS, (tally, progress) -> {
            tally.created(Facet.MEETINGS);
            Thread.currentThread().interrupt();
            progress.checkpoint();
        }));

        assertThatThrownBy(() -> engine.run(all(), Progress.NONE)).isInstanceOf(InterruptedException.class);
        Thread.interrupted();

        var run = engine.newest(integration).orElseThrow();
        assertThat(run.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(run.counts()).containsEntry(Facet.MEETINGS, new FacetCount(1, 0, 0, 0, 0));
    }

    @Test
    void aRunThatWasKilledIsCalledCutOffByTheNext() throws Exception {
        new SyncRunStore(store).begin(all(), CLOCK.instant(), CLOCK.instant());
        var engine = engine(part(Facet.MEETINGS, (tally, progress) -> {}));

        engine.run(all(), Progress.NONE);

        assertThat(engine.history(integration, 10)).extracting(SyncRun::ending).containsExactlyInAnyOrder(Ending.DONE, Ending.CUT_OFF);
    }

    @Test
    void checkpointsAreKeptByNameAndForgottenByTheirBeginning() {
        var checkpoints = new Checkpoints(store, CLOCK);
        checkpoints.keep(integration, "recordings/a", "1");
        checkpoints.keep(integration, "recordings/a", "2");
        checkpoints.keep(integration, "recordings/b", "3");
        checkpoints.keep(integration, "recording%", "4");

        assertThat(checkpoints.find(integration, "recordings/a")).contains("2");
        checkpoints.forgetAll(integration, "recordings/");

        assertThat(checkpoints.find(integration, "recordings/a")).isEmpty();
        assertThat(checkpoints.find(integration, "recording%")).contains("4");
    }
}
