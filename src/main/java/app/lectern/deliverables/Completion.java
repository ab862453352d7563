package app.lectern.deliverables;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// How much is done, by project, by month and by person.
public record Completion(Map<String, Figures> projects, Map<YearMonth, Figures> months, Map<String, Figures> people) {
    /// @param late    not done although the day has passed
    /// @param undated counted in the total only
    public record Figures(int total, int done, int doneLate, int late, int undated) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0);

        Figures plus(Deliverable each, LocalDate today) {
            boolean isDone = each.doneOn().isPresent();
            boolean wasLate = isDone && each.date().filter(day -> each.doneOn().get().isAfter(day)).isPresent();
            boolean isLate = !isDone && each.date().filter(day -> day.isBefore(today)).isPresent();
            return new Figures(total + 1, done + (isDone ? 1 : 0), doneLate + (wasLate ? 1 : 0), late + (isLate ? 1 : 0),
                    undated + (each.date().isEmpty() ? 1 : 0));
        }

        public int open() {
            return total - done;
        }
    }

    static Completion of(Collection<Deliverable> list, LocalDate today) {
        return new Completion(by(list, today, each -> List.of(each.project())),
                by(list, today, each -> Optional.of(each).flatMap(Deliverable::date).map(day -> List.of(YearMonth.from(day))).orElse(List.of())),
                by(list, today, each -> new ArrayList<>(each.assignees())));
    }

    private static <K extends Comparable<K>> Map<K, Figures> by(
            Collection<Deliverable> list, LocalDate today, Function<Deliverable, List<K>> keys) {
        var figures = new TreeMap<K, Figures>();
        for (var each : list) {
            keys.apply(each).forEach(key -> figures.merge(key, Figures.NONE.plus(each, today), (before, one) -> before.plus(each, today)));
        }
        return figures;
    }
}
