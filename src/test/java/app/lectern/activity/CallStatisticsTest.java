package app.lectern.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.lectern.graph.CallEntry;
import app.lectern.store.ReadyStore;
import app.lectern.store.Store;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallStatisticsTest {
    private static final Instant NOW = Instant.parse("2026-11-19T09:42:00Z");

    @TempDir
    private Path folder;

    private Store store;
    private GraphCalls calls;
    private CallStatistics statistics;

    @BeforeEach
    void open() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var home = ReadyStore.in(folder);
        store = Store.open(home, Vault.unlock(home, Map.of(), Keychain.none()), clock);
        calls = new GraphCalls(store, clock);
        statistics = new CallStatistics(store, calls, clock);
    }

    @AfterEach
    void close() {
        calls.close();
        store.close();
    }

    private void call(String connection, Duration ago, int status, int attempts, long millis) {
        var at = NOW.minus(ago);
        calls.record(new CallEntry(at, connection, "Test", "GET", "graph.example", "/users/{id}", status, "", Duration.ofMillis(millis),
                Collections.nCopies(attempts, new CallEntry.Attempt(at, status, "", Duration.ZERO, "")), "r", "c", 10));
    }

    @Test
    void callsAndAttemptsAreToldApart() {
        call("7", Duration.ofMinutes(5), 200, 1, 100);
        call("7", Duration.ofMinutes(4), 200, 3, 5000);
        call("7", Duration.ofMinutes(3), 404, 1, 100);
        call("7", Duration.ofMinutes(2), 403, 1, 200);
        var figures = statistics.over("7", Duration.ofHours(24));
        assertThat(figures.calls()).isEqualTo(4);
        assertThat(figures.successShare()).isEqualTo(0.75);
        assertThat(figures.retryShare()).isEqualTo(0.25);
        assertThat(figures.errorShare()).isEqualTo(0.5, within(1e-9));
        assertThat(figures.average()).isEqualTo(Duration.ofMillis(1350));
        assertThat(figures.slowest5()).isEqualTo(Duration.ofMillis(5000));
        assertThat(figures.statuses()).containsExactly(Map.entry(403, 1L));
    }

    @Test
    void onlyThisIntegrationAndThisSpanCount() {
        call("7", Duration.ofHours(1), 200, 1, 10);
        call("8", Duration.ofHours(1), 500, 1, 10);
        call("7", Duration.ofDays(3), 500, 1, 10);
        assertThat(statistics.over("7", Duration.ofHours(24)).calls()).isEqualTo(1);
        assertThat(statistics.over("7", Duration.ofDays(7)).calls()).isEqualTo(2);
        assertThat(statistics.over("9", Duration.ofDays(7))).isEqualTo(CallFigures.NONE);
    }

    @Test
    void aCallThatSomebodyCancelledIsNoFault() {
        call("7", Duration.ofMinutes(5), 200, 1, 100);
        call("7", Duration.ofMinutes(4), 0, 0, 100);
        var at = NOW.minusSeconds(60);
        calls.record(new CallEntry(at, "7", "Test", "GET", "graph.example", "/users/{id}", 0, "CancelledCall", Duration.ofMillis(3),
                List.of(new CallEntry.Attempt(at, 0, "CancelledCall", Duration.ZERO, "")), "", "c", 0));
        assertThat(statistics.over("7", Duration.ofHours(24)).calls()).isEqualTo(1);
    }

    @Test
    void theCourseIsCutIntoEqualPieces() {
        List.of(23, 12, 1).forEach(hours -> call("7", Duration.ofHours(hours).minusMinutes(30), 200, 1, hours));
        assertThat(statistics.over("7", Duration.ofHours(24)).points()).hasSize(3)
                .extracting(point -> point.average().toMillis()).containsExactly(23L, 12L, 1L);
    }
}
