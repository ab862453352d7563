package app.lectern.diagnosis.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges signals by the two tables: what blocks the view comes first, then the kind of meeting, then what a meeting of that
/// kind lacks. Pure: the same signals always give the same verdict.
public final class Verdicts {
    /// Kinds of which the API hands out little whatever their state, so that the kind itself is the answer.
    private static final Set<Kind> CLOSED = EnumSet.of(Kind.INSTANT, Kind.AD_HOC_CALL, Kind.LIVE_EVENT);

    private Verdicts() {}

    public static Judgement judge(Set<Signal> seen) {
        var kinds = Kinds.find(seen);
        var blocked = first(Causes.BLOCKING, seen);
        if (blocked.isPresent()) {
            return caused(blocked.get(), seen, kinds);
        }
        var lacking = first(Causes.LACKING, seen);
        boolean closed = kinds.kind().filter(CLOSED::contains).isPresent();
        boolean unrecorded = kinds.kind().filter(kind -> kind == Kind.LINK_ONLY).isPresent() && seen.contains(Signal.NO_ICAL_UID)
                && !seen.contains(Signal.NO_REPORT);
        if (lacking.isPresent() && !closed && !unrecorded && !kinds.contradicted()) {
            return caused(lacking.get(), seen, kinds);
        }
        return kinds.kind()
                .map(kind -> new Judgement(Verdict.of(kind), kinds.confidence(), kinds.agreeing(), kinds.against(), kinds.kind()))
                .orElseGet(() -> new Judgement(Verdict.UNKNOWN, 0, List.of(), kinds.against(), Optional.empty()));
    }

    private static Optional<Causes.Row> first(List<Causes.Row> table, Set<Signal> seen) {
        return table.stream().filter(row -> row.holds(seen)).findFirst();
    }

    private static Judgement caused(Causes.Row row, Set<Signal> seen, Kinds.Found kinds) {
        var agreeing = new ArrayList<>(row.when());
        row.more().stream().filter(seen::contains).forEach(agreeing::add);
        return new Judgement(row.verdict(), row.confidence(seen), agreeing, List.of(), kinds.kind());
    }
}
