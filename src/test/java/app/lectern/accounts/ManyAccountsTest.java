package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.faults.Fault;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many accounts in one check: what it costs, what is seen meanwhile, and what a throttled or cancelled one leaves.
class ManyAccountsTest {
    @TempDir
    Path folder;

    private Northfield northfield;
    private Integration integration;

    @BeforeEach
    void open() {
        northfield = new Northfield(folder);
        integration = northfield.integration();
    }

    @AfterEach
    void close() {
        northfield.close();
    }

    @Test
    void twentyAccountsCostAtMostSixRoundTrips() throws Exception {
        var reports = northfield.verifier.check(integration, northfield.people(20), report -> {}, Progress.NONE);
        assertThat(reports).hasSize(20).allMatch(AccountReport::isComplete);
        assertThat(northfield.roundTrips()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void rowsFillWhileMoreIsAsked() throws Exception {
        var sizes = new ArrayList<Integer>();
        northfield.verifier.check(integration, northfield.people(20), report -> {
            if (report.address().equals(Northfield.MARTA)) {
                sizes.add(report.findings().size());
            }
        }, Progress.NONE);
        assertThat(sizes).isSorted().hasSizeGreaterThan(3);
        assertThat(sizes.getLast()).isEqualTo(Check.values().length);
    }

    @Test
    void aThrottledTenantLosesNoRow() throws Exception {
        northfield.tenant.faults().graph("GET", "/users/*/mailboxSettings").times(95).with(Fault.throttled("0.4"));
        northfield.tenant.faults().graph("GET", "/users/*/drive").times(15).with(Fault.throttled("2.128"));
        northfield.tenant.faults().graph("POST", "/$batch").times(2).with(Fault.throttled("1"));
        var people = northfield.people(20);
        var reports = northfield.verifier.check(integration, people, report -> {}, Progress.NONE);
        assertThat(reports).extracting(AccountReport::address).containsExactlyElementsOf(people);
        assertThat(reports).flatExtracting(AccountReport::findings).filteredOn(finding -> finding.outcome() == Outcome.UNKNOWN).isEmpty();
        assertThat(northfield.pauses).isNotEmpty();
    }

    @Test
    void aTenantThatGoesOnThrottlingLeavesEachRowUnknownWithTheReason() throws Exception {
        northfield.tenant.faults().graph("GET", "/users/*/mailboxSettings").always().with(Fault.throttled("1"));
        var reports = northfield.verifier.check(integration, List.of(Northfield.MARTA, Northfield.SERVICE), report -> {}, Progress.NONE);
        assertThat(reports).hasSize(2).allMatch(report -> report.verdict().kind() == Verdict.Kind.UNKNOWN);
        assertThat(reports.getFirst().finding(Check.MAILBOX).orElseThrow().fact(Finding.PROBLEM)).isEqualTo("THROTTLED");
    }

    @Test
    void cancellingKeepsWhatIsDone(@TempDir Path other) {
        try (var large = new Northfield(other, Duration.ZERO, new DemoOptions.Sizes(120, 10, 5, 5, 1))) {
            var on = large.integration();
            var people = large.people(120);
            var finished = new AtomicInteger();
            var caller = Thread.currentThread();
            assertThatThrownBy(() -> large.verifier.check(on, people, report -> {
                if (report.isComplete() && finished.incrementAndGet() == 25) {
                    large.tenant.faults().graph("POST", "/$batch").always().with(Fault.stall());
                    caller.interrupt();
                }
            }, Progress.NONE)).isInstanceOf(InterruptedException.class);
            var kept = large.verifier.known(on);
            assertThat(kept).hasSizeBetween(20, 119);
            assertThat(kept.stream().allMatch(AccountReport::isComplete)).isTrue();
        }
    }
}
