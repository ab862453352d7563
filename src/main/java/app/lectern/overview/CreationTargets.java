package app.lectern.overview;

import app.lectern.meetings.planning.CreationFigures;
import app.lectern.sync.health.FigureKind;
import app.lectern.sync.health.TargetFigure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the creation of meetings should go.
public final class CreationTargets {
    private CreationTargets() {}

    /// In the order in which they are shown: success, request to link, retries, errors.
    public static List<TargetFigure> of(CreationFigures now) {
        return List.of(
                TargetFigure.atLeast(FigureKind.CREATION_SUCCESS_RATE, value(now.success()), CreationFigures.LEAST_SUCCESS),
                TargetFigure.below(FigureKind.REQUEST_TO_LINK_SECONDS, value(now.toLink().map(time -> time.toMillis() / 1000.0)),
                        CreationFigures.LONGEST.toMillis() / 1000.0),
                TargetFigure.below(FigureKind.CREATION_RETRY_RATE, value(now.retryRate()), CreationFigures.MOST_REPEATED),
                TargetFigure.below(FigureKind.CREATION_ERROR_RATE, value(now.errorRate()), CreationFigures.MOST_REFUSED));
    }

    private static OptionalDouble value(Optional<Double> figure) {
        return figure.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
