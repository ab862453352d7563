package app.lectern.sync.health;

import java.util.OptionalDouble;

/// A figure beside its target, in the figure's own unit: shares between 0 and 1, times in seconds.
///
/// @param value   empty while there is nothing to count
/// @param atLeast whether more is better
public record TargetFigure(FigureKind kind, OptionalDouble value, double target, boolean atLeast) {
    /// From this share of the target on a figure that should stay low is near its limit.
    private static final double NEAR = 0.75;

    public static TargetFigure atLeast(FigureKind kind, OptionalDouble value, double target) {
        return new TargetFigure(kind, value, target, true);
    }

    public static TargetFigure below(FigureKind kind, OptionalDouble value, double target) {
        return new TargetFigure(kind, value, target, false);
    }

    public TargetState state() {
        if (value.isEmpty()) {
            return TargetState.UNKNOWN;
        }
        double now = value.getAsDouble();
        if (atLeast ? now < target : now > target) {
            return TargetState.OFF_TARGET;
        }
        return !atLeast && now > target * NEAR ? TargetState.NEAR_LIMIT : TargetState.ON_TARGET;
    }
}
