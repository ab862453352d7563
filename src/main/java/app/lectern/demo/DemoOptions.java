package app.lectern.demo;

import java.time.Clock;
import java.time.Duration;

/// How a demo tenant starts.
///
/// @param port    the loopback port, 0 for any free one
/// @param seed    equal seeds and clocks make equal schools
/// @param latency added to every answer
public record DemoOptions(int port, long seed, Clock clock, Duration latency, Sizes sizes) {

    /// How large the school is.
    ///
    /// @param weeks the span of time over which meetings are spread, around the clock's today
    public record Sizes(int users, int meetings, int recordings, int deliverables, int weeks) {
        /// A small school that a person can look through.
        public static final Sizes SCHOOL = new Sizes(40, 120, 64, 30, 4);
        /// The largest school that Lectern is measured with.
        public static final Sizes LARGEST = new Sizes(10_000, 100_000, 200_000, 300, 40);
    }

    public static DemoOptions standard(Clock clock) {
        return new DemoOptions(0, 1, clock, Duration.ZERO, Sizes.SCHOOL);
    }

    public DemoOptions withPort(int other) {
        return new DemoOptions(other, seed, clock, latency, sizes);
    }

    public DemoOptions withSeed(long other) {
        return new DemoOptions(port, other, clock, latency, sizes);
    }

    public DemoOptions withLatency(Duration other) {
        return new DemoOptions(port, seed, clock, other, sizes);
    }

    public DemoOptions withSizes(Sizes other) {
        return new DemoOptions(port, seed, clock, latency, other);
    }
}
