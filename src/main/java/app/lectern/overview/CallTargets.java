package app.lectern.overview;

import app.lectern.activity.CallFigures;
import app.lectern.sync.health.FigureKind;
import app.lectern.sync.health.TargetFigure;
import java.util.List;
import java.util.OptionalDouble;

/// What the calls to Microsoft should look like.
public final class CallTargets {
    static final double SUCCESS = 0.99;
    static final double LATENCY_SECONDS = 5;
    static final double RETRY = 0.10;
    static final double ERROR = 0.01;

    private CallTargets() {}

    /// In the order in which they are shown: success, latency, retries, errors.
    public static List<TargetFigure> of(CallFigures now) {
        return List.of(
                TargetFigure.atLeast(FigureKind.SUCCESS_RATE, known(now, now.successShare()), SUCCESS),
                TargetFigure.below(FigureKind.AVERAGE_LATENCY_SECONDS, known(now, now.average().toMillis() / 1000.0), LATENCY_SECONDS),
                TargetFigure.below(FigureKind.RETRY_RATE, known(now, now.retryShare()), RETRY),
                TargetFigure.below(FigureKind.API_ERROR_RATE, known(now, now.errorShare()), ERROR));
    }

    private static OptionalDouble known(CallFigures now, double value) {
        return now.calls() == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
