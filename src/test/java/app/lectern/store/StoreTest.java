package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    /// Slow enough to be interrupted, quick to stop once it is.
    private static final String LONG_QUERY =
            "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000) a(x), SYSTEM_RANGE(1, 100000) b(x) WHERE a.x + b.x = 7";

    @TempDir
    Path folder;

    private StoreFixture fixture;
    private Store store;

    @BeforeEach
    void open() {
        fixture = new StoreFixture(folder);
        store = fixture.open();
        StoreDriver.makeTable(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasWrittenIsThereAfterOpeningAgain() {
        StoreDriver.add(store, 1);
        store.close();
        store = fixture.open();
        assertThat(StoreDriver.numbers(store)).containsExactly(1L);
    }

    @Test
    void aWriteThatFailsIsRolledBackAsAWhole() {
        assertThatThrownBy(() -> store.change(handle -> {
            handle.execute("INSERT INTO numbers (n) VALUES (1)");
            throw new IllegalArgumentException("changed my mind");
        })).isInstanceOf(IllegalArgumentException.class);
        assertThat(StoreDriver.numbers(store)).isEmpty();
    }

    @Test
    void writesRunOneByOneOnTheirOwnThreadAndReadsOnOthers() {
        Set<String> writers = ConcurrentHashMap.newKeySet();
        LongStream.rangeClosed(1, 40).parallel().forEach(n -> store.change(handle -> {
            writers.add(Thread.currentThread().getName());
            int before = handle.createQuery("SELECT COUNT(*) FROM numbers").mapTo(Integer.class).one();
            handle.execute("INSERT INTO numbers (n, filling) VALUES (?, ?)", n, Integer.toString(before));
        }));
        assertThat(writers).containsExactly("store-writer");
        assertThat(store.read(handle -> handle.createQuery("SELECT COUNT(DISTINCT filling) FROM numbers").mapTo(Long.class).one()).longValue())
                .isEqualTo(40);
        String reader = store.read(handle -> Thread.currentThread().getName());
        assertThat(reader).startsWith("store-reader-");
    }

    @Test
    void readsMayNestAndWritesMayNot() {
        StoreDriver.add(store, 1);
        Long seen = store.read(outer -> StoreDriver.count(store));
        assertThat(seen).isOne();
        Long fromWrite = store.write(outer -> StoreDriver.count(store));
        assertThat(fromWrite).isOne();
        assertThatThrownBy(() -> store.change(outer -> StoreDriver.add(store, 2)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("a write within a write");
        StoreDriver.add(store, 3);
        assertThat(StoreDriver.numbers(store)).containsExactly(1L, 3L);
    }

    @Test
    void anInterruptedReaderStopsItsQueryAndLeavesTheStoreWhole() throws InterruptedException {
        var outcome = interrupted(started -> store.read(handle -> {
            started.countDown();
            return handle.createQuery(LONG_QUERY).mapTo(Long.class).one();
        }));
        assertThat(outcome).isInstanceOf(CancellationException.class);
        StoreDriver.add(store, 1);
        assertThat(StoreDriver.numbers(store)).containsExactly(1L);
    }

    @Test
    void anInterruptedWriterIsRolledBack() throws InterruptedException {
        var outcome = interrupted(started -> store.change(handle -> {
            handle.execute("INSERT INTO numbers (n) VALUES (1)");
            started.countDown();
            handle.createQuery(LONG_QUERY).mapTo(Long.class).one();
        }));
        assertThat(outcome).isInstanceOf(CancellationException.class);
        assertThat(StoreDriver.numbers(store)).isEmpty();
    }

    @Test
    void aWriterCancelledWhileItWaitsNeverStarts() throws InterruptedException {
        var release = new CountDownLatch(1);
        var busy = new CountDownLatch(1);
        var first = Thread.ofVirtual().start(() -> store.change(handle -> {
            busy.countDown();
            await(release);
            handle.execute("INSERT INTO numbers (n) VALUES (1)");
        }));
        busy.await();
        var ran = new AtomicBoolean();
        var outcome = interrupted(started -> {
            started.countDown();
            store.change(handle -> ran.set(true));
        });
        assertThat(outcome).isInstanceOf(CancellationException.class);
        release.countDown();
        first.join();
        assertThat(StoreDriver.numbers(store)).containsExactly(1L);
        assertThat(ran).isFalse();
    }

    @Test
    void manyInterruptionsInTheMiddleOfWritesBreakNothing() throws InterruptedException {
        var answered = ConcurrentHashMap.<Long>newKeySet();
        for (long i = 1; i <= 200; i++) {
            long n = i;
            var writer = Thread.ofVirtual().start(() -> {
                try {
                    StoreDriver.add(store, n);
                    answered.add(n);
                } catch (CancellationException stopped) {
                    // as asked
                }
            });
            Thread.ofVirtual().start(writer::interrupt);
            writer.join();
        }
        assertThat(StoreDriver.numbers(store)).containsExactlyInAnyOrderElementsOf(answered);
        StoreDriver.add(store, 1000);
    }

    @Test
    void instantsSurviveTheHourThatHappensTwice() {
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            store.change(handle -> handle.execute("CREATE TABLE instants (at TIMESTAMP WITH TIME ZONE)"));
            var first = Instant.parse("2026-10-25T00:30:00.123456Z");
            var second = Instant.parse("2026-10-25T01:30:00.123456Z");
            store.change(handle -> handle.prepareBatch("INSERT INTO instants VALUES (?)").add(first).add(second).add((Object) null).execute());
            var found = store.read(handle -> handle.createQuery("SELECT at FROM instants ORDER BY at NULLS LAST").mapTo(Instant.class).list());
            assertThat(found).containsExactly(first, second, null);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aClosedStoreSaysThatItIs() {
        store.close();
        assertThatThrownBy(() -> StoreDriver.count(store)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    private interface Work {
        void run(CountDownLatch started);
    }

    private static Throwable interrupted(Work work) throws InterruptedException {
        var started = new CountDownLatch(1);
        var outcome = new AtomicReference<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                work.run(started);
            } catch (RuntimeException thrown) {
                outcome.set(thrown);
            }
        });
        started.await();
        Thread.sleep(50);
        thread.interrupt();
        thread.join();
        return outcome.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void whileAnotherProcessTakesTheFileOverWorkWaitsForIt() {
        var refused = new AtomicInteger();
        DataSource takenOver = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, given) -> {
            if (refused.getAndIncrement() < 6) {
                throw DbException.get(ErrorCode.DATABASE_ALREADY_OPEN_1, "taken over").getSQLException();
            }
            return method.invoke(StoreFile.of(fixture.home).shared(fixture.vault), given);
        });
        try (var joined = new Store(fixture.home, StoreFile.of(fixture.home), StoreFixture.CLOCK, new Connections(takenOver), store.version())) {
            StoreDriver.add(joined, 7);
        }
        assertThat(refused).hasValueGreaterThan(6);
        assertThat(StoreDriver.numbers(store)).containsExactly(7L);
    }
}
