package app.lectern.activity;

import app.lectern.home.Home;
import app.lectern.store.ReadyStore;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// A real store with trail and call log, and a clock that the test moves.
public final class ActivityFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-19T09:46:14Z");

    final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(time.get(), zone);
        }

        @Override
        public Instant instant() {
            return time.get();
        }
    };
    final Words words = new Words(Locale.UK, ZoneId.of("Europe/London"), clock);
    final Home home;
    final Vault vault;
    final Store store;
    final SecretStore secrets;
    final AuditTrail audit;
    final GraphCalls calls;
    final GraphCallsStore callRows;

    public ActivityFixture(Path folder) {
        home = ReadyStore.in(folder.resolve("home"));
        vault = Vault.unlock(home, Map.of(), Keychain.none());
        store = Store.open(home, vault, clock);
        secrets = new SecretStore(store, vault, clock);
        calls = new GraphCalls(store, clock);
        audit = new AuditTrail(store, secrets, clock, words);
        audit.workedBy(() -> "Marcus Oyelaran");
        callRows = new GraphCallsStore(store);
    }

    void sql(String statement) {
        store.change(handle -> handle.execute(statement));
    }

    /// Notes `number` deeds, a minute apart, the newest now.
    void deeds(int number) {
        for (int i = number; i > 0; i--) {
            time.set(NOW.minus(Duration.ofMinutes(i - 1)));
            audit.note(AuditNote.of(AuditDeed.MEETING_CREATED, "Lesson " + i).outcome("By the service account"));
        }
    }

    /// `number` calls, a second apart, newest first in what they are called; every hundredth is an error, every tenth a warning.
    void manyCalls(int number) {
        var batch = new ArrayList<RecordedCall>();
        for (int i = 0; i < number; i++) {
            batch.add(call(NOW.minusSeconds(i), i % 100 == 7 ? "POST" : "GET", i % 100 == 7 || i % 10 == 3 ? 403 : 200, id(i), i % 2 == 0 ? "1" : "2"));
            if (batch.size() == 5_000) {
                callRows.add(batch);
                batch.clear();
            }
        }
        callRows.add(batch);
    }

    static String id(int number) {
        return String.format("%08x-0000-4000-8000-%012x", number, number);
    }

    static RecordedCall call(Instant at, String method, int status, String request, String integration) {
        return new RecordedCall(0, integration, at, Duration.ofMillis(142), "Meetings: create", method, "graph.microsoft.com", "/users/{id}/events", status, "",
                List.of(new RecordedCall.Attempt(at, status, "", Duration.ZERO, "")), request, "c" + request.substring(1), 1900);
    }

    @Override
    public void close() {
        calls.close();
        store.close();
    }
}
