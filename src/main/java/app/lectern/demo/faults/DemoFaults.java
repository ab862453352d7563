package app.lectern.demo.faults;

import app.lectern.demo.http.StallGate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// The control object for everything that goes wrong: `faults.graph("POST", "/users/*/events").times(2).with(Fault.throttled("1"))`.
/// Paths are globs over the percent-encoded path without query. The oldest rule that fits strikes.
public final class DemoFaults {

    private static final int NO_ITEM = -1;

    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
    private final StallGate stalls;
    private final TenantClock clock;
    private final AtomicLong linkCutoff = new AtomicLong(-1);
    private final AtomicLong linkSerial = new AtomicLong();

    public DemoFaults(StallGate stalls, TenantClock clock) {
        this.stalls = stalls;
        this.clock = clock;
    }

    /// Requests to Graph, those inside a batch included; the path starts after `/v1.0`.
    public FaultRule graph(String method, String pathGlob) {
        return new FaultRule(method, "/v1.0" + pathGlob, NO_ITEM, rules::add);
    }

    /// The item at this place (from 0) of any batch.
    public FaultRule batchItem(int place) {
        return new FaultRule("*", "**", place, rules::add);
    }

    /// Requests to the sign-in host, for example `("POST", "/*/oauth2/v2.0/token")`.
    public FaultRule signIn(String method, String pathGlob) {
        return new FaultRule(method, pathGlob, NO_ITEM, rules::add);
    }

    /// Downloads from the storage host.
    public FaultRule storage() {
        return new FaultRule("GET", "/storage/**", NO_ITEM, rules::add);
    }

    /// Every request to every host.
    public FaultRule anywhere() {
        return new FaultRule("*", "**", NO_ITEM, rules::add);
    }

    /// All download addresses that were handed out until now stop working.
    public void expireDownloadLinks() {
        linkCutoff.set(linkSerial.get());
    }

    /// Sets the tenant's own clock off by this much: `Date` headers, lifetimes of tokens, checks of assertions.
    public void skewClock(Duration offset) {
        clock.skew(offset);
    }

    /// Takes all rules away, sets the clock right and lets go of requests that stall; their connections are reset.
    public void clear() {
        rules.clear();
        clock.skew(Duration.ZERO);
        stalls.release();
    }

    public void remove(FaultRule rule) {
        rules.remove(rule);
    }

    public Optional<Fault> strike(String method, String path) {
        return strikeItem(method, path, NO_ITEM);
    }

    /// @param item the place in the batch
    public Optional<Fault> strikeItem(String method, String path, int item) {
        for (var rule : rules) {
            if (rule.strikes(method, path, item)) {
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }

    /// Numbers the download addresses.
    public long nextLink() {
        return linkSerial.incrementAndGet();
    }

    public boolean isLinkExpired(long serial) {
        return serial <= linkCutoff.get();
    }
}
