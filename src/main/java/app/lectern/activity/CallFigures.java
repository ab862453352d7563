package app.lectern.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// How the calls to Microsoft went over a span of time. Shares lie between 0 and 1. A call may need several attempts: the
/// success share counts calls as they ended, the error share counts attempts.
///
/// @param attempts of all calls together
/// @param errors   attempts that ended in a refusal or fault
/// @param statuses how often each refusal came, the most frequent first
/// @param points   the same, cut into equal pieces of time, oldest first; pieces without calls are left out
public record CallFigures(
        long calls,
        long succeeded,
        long retried,
        long attempts,
        long errors,
        Duration average,
        Duration slowest5,
        Map<Integer, Long> statuses,
        List<Point> points) {
    public static final CallFigures NONE = new CallFigures(0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, Map.of(), List.of());

    public record Point(Instant from, long calls, long succeeded, long retried, long attempts, long errors, Duration average) {
        public double successShare() {
            return share(succeeded, calls);
        }

        public double retryShare() {
            return share(retried, calls);
        }

        public double errorShare() {
            return share(errors, attempts);
        }
    }

    public double successShare() {
        return share(succeeded, calls);
    }

    public double retryShare() {
        return share(retried, calls);
    }

    public double errorShare() {
        return share(errors, attempts);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
