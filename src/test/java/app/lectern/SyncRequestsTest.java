package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.faults.Fault;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SecretKind;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingKind;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.ReadyStore;
import app.lectern.sync.Facet;
import app.lectern.sync.Spared;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncRun;
import app.lectern.sync.SyncScope;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What syncs of everything ask the tenant, counted there: the second one, a forced one, one of single meetings, and one that goes
/// on where a killed process was.
class SyncRequestsTest {
    private static final DemoOptions.Sizes MANY = new DemoOptions.Sizes(400, 600, 40, 10, 4);
    private static final DemoOptions.Sizes SOME = new DemoOptions.Sizes(120, 200, 20, 10, 4);
    /// Four batches of twenty calendars are on their way at once.
    private static final int ON_THEIR_WAY = 80;

    @TempDir
    Path folder;
    private Clock clock = Clock.systemUTC();
    private DemoTenant tenant;

    @AfterEach
    void close() {
        tenant.close();
    }

    private void tenant(DemoOptions.Sizes sizes) {
        tenant = DemoTenant.start(DemoOptions.standard(clock).withSizes(sizes));
    }

    private Wiring wiring() {
        var start = Start.of(ReadyStore.in(folder.resolve("home")), clock, Map.of());
        return Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
    }

    private Integration connect(Wiring wiring) {
        var app = tenant.apps().lectern();
        var added = wiring.integrations.add(new Integration(0, "Northfield", CloudKind.CUSTOM, tenant.loginEndpoint(), tenant.graphEndpoint(),
                tenant.tenantId(), app.appId(), SignInMethod.SECRET, "", "", true, Instant.EPOCH, WorkspaceRole.ADMIN, tenant.authorityPem()));
        wiring.integrations.keepSecret(added, SecretKind.CLIENT_SECRET, Secret.of(app.secret()));
        return added;
    }

    private static SyncRun sync(Wiring wiring, Integration of, SyncScope scope, boolean force) throws InterruptedException {
        return wiring.sync.engine.run(new SyncOrder(of, scope, force), Progress.NONE);
    }

    private long requests() {
        return tenant.requests().all().stream().filter(entry -> !entry.batchItem() && entry.path().startsWith("/v1.0")).count();
    }

    private List<String> calendars() {
        return tenant.requests().all().stream().filter(entry -> entry.batchItem() && entry.path().contains("/calendarView/delta"))
                .map(entry -> entry.path()).toList();
    }

    @Test
    void aForcedSyncAsksForEverythingAndOneMeetingForItself() throws Exception {
        tenant(SOME);
        try (var wiring = wiring()) {
            var of = connect(wiring);
            var whole = sync(wiring, of, new SyncScope.Everything(), false);
            long first = requests();
            assertThat(whole.counts().get(Facet.MEETINGS).created()).isGreaterThan(150);

            tenant.requests().clear();
            var one = wiring.meetings.known.ended(of, Instant.EPOCH, Instant.now()).stream().filter(Meeting::hasLink).findFirst().orElseThrow();
            sync(wiring, of, new SyncScope.Meetings(List.of(one.id())), false);
            assertThat(calendars()).isEmpty();
            assertThat(requests()).isLessThan(15);

            tenant.requests().clear();
            sync(wiring, of, new SyncScope.Everything(), true);
            assertThat(calendars()).hasSizeGreaterThanOrEqualTo(SOME.users() / 2);
            assertThat(requests()).isGreaterThan(first / 2);
        }
    }

    @Test
    void aSecondSyncAsksForAlmostNothingHoweverLongTheFirstTook() throws Exception {
        var slow = new SlowClock(Instant.parse("2026-11-21T03:00:00Z"));
        clock = slow;
        tenant(MANY);
        try (var wiring = wiring()) {
            var of = connect(wiring);
            slow.pace(Duration.ofMillis(200));
            var whole = sync(wiring, of, new SyncScope.Everything(), false);
            assertThat(Duration.between(whole.startedAt(), whole.endedAt().orElseThrow())).as("by its clock").isGreaterThan(Duration.ofMinutes(10));
            assertThat(whole.spared()).isEqualTo(Spared.NOBODY);
            slow.pace(Duration.ofMillis(1));
            long first = requests();

            // known by their recordings only since the first sync; their attendance is asked for by name, which covers nothing else
            var inChannels = wiring.meetings.known.ended(of, Instant.EPOCH, slow.instant()).stream().filter(meeting -> meeting.kind() == MeetingKind.CHANNEL)
                    .map(Meeting::id).toList();
            assertThat(inChannels).isNotEmpty();
            sync(wiring, of, new SyncScope.Meetings(inChannels), false);

            tenant.requests().clear();
            var again = sync(wiring, of, new SyncScope.Everything(), false);
            assertThat(requests()).as("of %s requests of the first sync: %s", first, asked()).isLessThan(Math.max(1, first / 50));
            assertThat(again.counts().get(Facet.MEETINGS).created()).isZero();
            assertThat(again.spared().organisers()).isGreaterThan(MANY.users() / 2);
            assertThat(again.spared().readAt().orElseThrow()).isBetween(whole.startedAt(), whole.endedAt().orElseThrow().minus(Duration.ofMinutes(5)));
        }
    }

    private Map<String, Long> asked() {
        return tenant.requests().all().stream().filter(entry -> !entry.batchItem() && entry.path().startsWith("/v1.0"))
                .collect(Collectors.groupingBy(entry -> entry.method() + " " + entry.path().replaceAll("[0-9a-f-]{36}", "ID"), Collectors.counting()));
    }

    @Test
    void aKilledSyncGoesOnWhereItWasAndKeepsOthersOutWhileItRuns() throws Exception {
        tenant(MANY);
        var slow = tenant.faults().graph("POST", "/$batch").always().with(Fault.delay(Duration.ofMillis(60)));
        Integration of;
        try (var wiring = wiring()) {
            of = connect(wiring);
        }
        Set<String> done;
        var child = child();
        try {
            await(child, () -> calendars().size() >= 160);
            try (var wiring = wiring()) {
                var busy = catchThrowableOfType(ProblemException.class, () -> sync(wiring, of, new SyncScope.Everything(), false));
                assertThat(busy.problem().code()).isEqualTo(Problem.Code.SYNC_RUNNING);
            }
            await(child, () -> calendars().size() >= 200);
        } finally {
            child.destroyForcibly().waitFor();
        }
        tenant.faults().remove(slow);
        done = Set.copyOf(calendars());
        tenant.requests().clear();
        try (var wiring = wiring()) {
            var run = sync(wiring, of, new SyncScope.Everything(), false);
            assertThat(run.ending()).isNotEqualTo(SyncRun.Ending.FAILED);
            assertThat(wiring.sync.engine.history(of, 5)).extracting(SyncRun::ending).contains(SyncRun.Ending.CUT_OFF);
            var readAgain = calendars().stream().filter(done::contains).distinct().count();
            assertThat(done).hasSizeGreaterThanOrEqualTo(160);
            assertThat(readAgain).as("only what was on its way when the process was killed").isLessThanOrEqualTo(ON_THEIR_WAY);
            var all = calendars();
            assertThat(all.stream().distinct().count() + done.size() - readAgain).as("every calendar was read").isGreaterThanOrEqualTo(MANY.users() / 2L);
            assertThat(wiring.meetings.known.count(of)).isGreaterThan(500);
        }
    }

    private Process child() throws Exception {
        var builder = new ProcessBuilder(ChildJvm.command(List.of("-Dh2.bindAddress=127.0.0.1"), "app.lectern.Main", "sync", "--all"));
        builder.environment().put("LECTERN_HOME", folder.resolve("home").toString());
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("child.txt").toFile()).start();
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Process child, Condition condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.holds()) {
            assertThat(child.isAlive()).as("still at work: %s", java.nio.file.Files.readString(folder.resolve("child.txt"))).isTrue();
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            Thread.sleep(2);
        }
    }
}
