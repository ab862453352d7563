package app.lectern;

import app.lectern.demo.DemoOptions;
import app.lectern.home.Home;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.sync.SyncOrder;
import app.lectern.vault.Keychain;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Syncs everything of the demo tenant that is served for a data folder, twice, and prints what it cost.
final class SyncAllDriver {
    private SyncAllDriver() {}

    public static void main(String[] arguments) throws Exception {
        var start = Start.of(new Home(Path.of(arguments[0])).prepare(), Clock.systemUTC(), Map.of());
        try (var wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()))) {
            var of = wiring.demoIntegration();
            measured(wiring, of, "first");
            measured(wiring, of, "second");
        }
        System.exit(0);
    }

    private static void measured(Wiring wiring, Integration of, String name) throws Exception {
        long before = requests(wiring, of);
        var ended = new CountDownLatch(1);
        var memory = Thread.ofVirtual().start(() -> watch(ended));
        long begun = System.nanoTime();
        var run = wiring.sync.engine.run(SyncOrder.everything(of), Progress.NONE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        ended.countDown();
        memory.join();
        System.out.printf(Locale.ROOT, "%s sync: %.1f s, %d requests, %d failures%n", name, seconds, requests(wiring, of) - before, run.failures().size());
        new TreeMap<>(run.counts()).forEach((facet, count) -> System.out.printf(Locale.ROOT, "  %s: %s%n", facet, count));
        begun = System.nanoTime();
        var health = wiring.health.health.of(of);
        System.out.printf(Locale.ROOT, "  health of %d meetings: %.0f ms%n", health.meetings(), (System.nanoTime() - begun) / 1e6);
    }

    private static long requests(Wiring wiring, Integration of) {
        wiring.calls.flush();
        return wiring.calls.countOf(of.key());
    }

    private static void watch(CountDownLatch ended) {
        var heap = ManagementFactory.getMemoryMXBean();
        long begun = System.nanoTime();
        try {
            while (!ended.await(10, TimeUnit.SECONDS)) {
                heap.gc();
                System.out.printf(Locale.ROOT, "  after %s: %d MB in use%n", Duration.ofNanos(System.nanoTime() - begun).truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                        heap.getHeapMemoryUsage().getUsed() / (1024 * 1024));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
