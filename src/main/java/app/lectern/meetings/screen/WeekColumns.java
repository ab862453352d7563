package app.lectern.meetings.screen;

import java.util.List;

/// How the days of a week share its width: one with meetings side by side gets more of it, one without any a little less.
record WeekColumns(List<Double> weights) {
    private static final double EMPTY = 0.7;
    private static final double MORE = 0.45;
    private static final double MOST = 2.2;

    WeekColumns {
        weights = List.copyOf(weights);
    }

    static double weight(List<WeekLanes.Lane> lanes, boolean today) {
        int beside = lanes.stream().mapToInt(WeekLanes.Lane::of).max().orElse(0);
        return beside == 0 && !today ? EMPTY : Math.min(MOST, 1 + MORE * Math.max(0, beside - 1));
    }

    /// The share of one day.
    double share(int day) {
        return weights.get(day) / sum(weights);
    }

    /// What the days before this one take together.
    double before(int day) {
        return weights.isEmpty() ? 0 : sum(weights.subList(0, Math.min(day, weights.size()))) / sum(weights);
    }

    private static double sum(List<Double> of) {
        return of.stream().mapToDouble(Double::doubleValue).sum();
    }
}
