package app.lectern.soak;

import app.lectern.demo.DemoTenant;
import app.lectern.demo.faults.DemoFaults;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/// Everything that can go wrong in the demo tenant and on the way to it, switched on in some order, each kind before any comes again, and off
/// at random.
final class SoakFaults {
    /// One kind of trouble: what it is called, and how it is switched on.
    private record Trouble(String name, BiConsumer<DemoFaults, RandomGenerator> start) {}

    private static final int LONGEST_ROW = 6;
    private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "DELETE");

    private static final List<Trouble> ALL = List.of(
            graph("throttled", random -> Fault.throttled(random.nextBoolean() ? "1" : null)),
            graph("mailbox concurrency", random -> Fault.throttled("0.5")),
            graph("service unavailable", random -> Fault.serverError(503)),
            graph("bad gateway", random -> Fault.serverError(502)),
            graph("internal error", random -> Fault.serverError(500)),
            graph("gateway timeout", random -> Fault.empty(504)),
            graph("a proxy's page", random -> Fault.page(502)),
            graph("answer lost", random -> Fault.reset()),
            graph("answer cut", random -> Fault.resetAfter(random.nextInt(2000))),
            graph("no answer", random -> Fault.stall()),
            graph("stalled in mid-answer", random -> Fault.stallAfter(random.nextInt(500))),
            graph("slow answer", random -> Fault.delay(Duration.ofMillis(random.nextInt(3000)))),
            graph("token refused", random -> Fault.of(GraphRefusals.tokenExpired())),
            new Trouble("batch item throttled", (faults, random) -> faults.batchItem(random.nextInt(4)).times(times(random)).with(Fault.throttled("1"))),
            new Trouble("batch item lost", (faults, random) -> faults.batchItem(random.nextInt(4)).times(times(random)).with(Fault.serverError(503))),
            new Trouble("sign-in down", (faults, random) -> faults.signIn("POST", "/*/oauth2/v2.0/token").times(2).with(Fault.empty(503))),
            storage("download cut", random -> Fault.resetAfter(random.nextInt(400_000))),
            storage("download stalls", random -> Fault.stallAfter(random.nextInt(400_000))),
            storage("download slow", random -> Fault.slow(100_000)),
            storage("flipped byte", random -> Fault.corrupt(random.nextInt(60_000))),
            storage("wrong length", random -> Fault.wrongLength(random.nextInt(100_000))),
            storage("no length", random -> Fault.withoutLength()),
            storage("storage busy", random -> Fault.throttled("1")),
            storage("storage down", random -> Fault.empty(503)),
            new Trouble("download links expired", (faults, random) -> faults.expireDownloadLinks()),
            new Trouble("clock off", (faults, random) -> faults.skewClock(Duration.ofMinutes(random.nextInt(-4, 5)))));

    private final DemoTenant tenant;
    private final RandomGenerator random;
    private final List<Trouble> order = new ArrayList<>(ALL);
    private final AtomicInteger started = new AtomicInteger();

    SoakFaults(DemoTenant tenant, RandomGenerator random) {
        this.tenant = tenant;
        this.random = random;
        Collections.shuffle(order, random);
    }

    private static Trouble graph(String name, java.util.function.Function<RandomGenerator, Fault> fault) {
        return new Trouble(name, (faults, random) -> faults.graph(METHODS.get(random.nextInt(METHODS.size())), "/**").after(random.nextInt(3))
                .times(times(random)).with(fault.apply(random)));
    }

    private static Trouble storage(String name, java.util.function.Function<RandomGenerator, Fault> fault) {
        return new Trouble(name, (faults, random) -> faults.storage().after(random.nextInt(3)).times(times(random)).with(fault.apply(random)));
    }

    private static int times(RandomGenerator random) {
        return random.nextInt(1, LONGEST_ROW);
    }

    /// The next trouble; now and then a moment of peace, in which what stalls is let go.
    void next() {
        if (random.nextInt(3) == 0) {
            tenant.faults().clear();
        }
        order.get(started.getAndIncrement() % order.size()).start().accept(tenant.faults(), random);
    }

    void end() {
        tenant.faults().clear();
    }

    int started() {
        return started.get();
    }

    static int kinds() {
        return ALL.size();
    }
}
