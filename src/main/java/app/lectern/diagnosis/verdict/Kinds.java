package app.lectern.diagnosis.verdict;

import static app.lectern.diagnosis.verdict.Kind.AD_HOC_CALL;
import static app.lectern.diagnosis.verdict.Kind.CHANNEL;
import static app.lectern.diagnosis.verdict.Kind.INSTANT;
import static app.lectern.diagnosis.verdict.Kind.LINK_ONLY;
import static app.lectern.diagnosis.verdict.Kind.LIVE_EVENT;
import static app.lectern.diagnosis.verdict.Kind.SCHEDULED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which kind of meeting the signals point to. Strong signals narrow the kinds down and may not contradict one another; weak
/// ones only choose among what is left, and never make more than 0.75 together. The form of a link is in no row.
final class Kinds {
    static final double STRONG = 0.85;
    private static final double MOST = 0.99;
    private static final double MOST_WEAK = 0.75;
    private static final double LEAST_WEAK = 0.4;
    private static final double TOO_CLOSE = 0.05;

    /// One line of the table: while `unless` holds none that was seen, `when` points to one of `kinds`.
    record Row(Signal when, Set<Signal> unless, Set<Kind> kinds, double strength) {}

    private static final Set<Signal> NOT_IN_A_CALENDAR = EnumSet.of(Signal.NO_ICAL_UID, Signal.NO_EVENT, Signal.EXTERNAL_ID,
            Signal.CHAT_WITHOUT_EVENT, Signal.CHANNEL_THREAD, Signal.CHANNEL_REFUSED, Signal.EVENT_IN_GROUP);
    private static final Set<Signal> CHANNEL_SIGNS = EnumSet.of(Signal.CHANNEL_THREAD, Signal.CHANNEL_REFUSED, Signal.EVENT_IN_GROUP);

    /// What else an organiser's calendar may hold.
    private static final Set<Signal> OTHERS_IN_CALENDARS = EnumSet.of(Signal.CHANNEL_THREAD, Signal.CHANNEL_REFUSED, Signal.EVENT_IN_GROUP,
            Signal.TYPE_BROADCAST);

    static final List<Row> TABLE = List.of(
            new Row(Signal.TYPE_MEETNOW, Set.of(), Set.of(INSTANT), 0.95),
            new Row(Signal.TYPE_ADHOC, Set.of(), Set.of(AD_HOC_CALL), 0.95),
            new Row(Signal.TYPE_BROADCAST, Set.of(), Set.of(LIVE_EVENT), 0.95),
            new Row(Signal.TYPE_SCHEDULED, NOT_IN_A_CALENDAR, Set.of(SCHEDULED), 0.95),
            new Row(Signal.TYPE_SCHEDULED, Set.of(), Set.of(SCHEDULED, LINK_ONLY, CHANNEL), 0.95),
            new Row(Signal.TYPE_RECURRING, CHANNEL_SIGNS, Set.of(SCHEDULED), 0.95),
            new Row(Signal.TYPE_RECURRING, Set.of(), Set.of(SCHEDULED, CHANNEL), 0.95),
            new Row(Signal.EVENT_FOUND, OTHERS_IN_CALENDARS, Set.of(SCHEDULED), 0.95),
            new Row(Signal.EVENT_FOUND, Set.of(), Set.of(SCHEDULED, CHANNEL, LIVE_EVENT), 0.95),
            new Row(Signal.CHANNEL_THREAD, Set.of(), Set.of(CHANNEL), 0.95),
            new Row(Signal.EXTERNAL_ID, Set.of(), Set.of(LINK_ONLY), 0.95),
            new Row(Signal.CHANNEL_REFUSED, Set.of(), Set.of(CHANNEL), 0.9),
            new Row(Signal.EVENT_IN_GROUP, Set.of(), Set.of(CHANNEL), 0.9),
            new Row(Signal.CHAT_WITH_EVENT, OTHERS_IN_CALENDARS, Set.of(SCHEDULED), 0.9),
            new Row(Signal.NO_ICAL_UID, Set.of(), Set.of(LINK_ONLY, INSTANT), 0.9),
            new Row(Signal.CALL_PEER_TO_PEER, Set.of(), Set.of(AD_HOC_CALL), 0.9),
            new Row(Signal.CALL_WITHOUT_LINK, Set.of(), Set.of(AD_HOC_CALL), 0.9),
            new Row(Signal.CHAT_IS_CALL, Set.of(), Set.of(AD_HOC_CALL), 0.9),
            new Row(Signal.PRIVATE_THREAD, Set.of(), Set.of(SCHEDULED, INSTANT, LINK_ONLY, LIVE_EVENT), 0.9),
            new Row(Signal.CHAT_WITHOUT_EVENT, Set.of(), Set.of(INSTANT, LINK_ONLY), 0.7),
            new Row(Signal.NO_EVENT, Set.of(), Set.of(INSTANT, LINK_ONLY, AD_HOC_CALL), 0.6),
            new Row(Signal.MADE_AT_START, Set.of(Signal.EVENT_FOUND), Set.of(INSTANT, LINK_ONLY), 0.6),
            new Row(Signal.MEETING_UNKNOWN, Set.of(), Set.of(INSTANT), 0.5));

    /// Empty kind and no confidence where nothing points anywhere, or signals contradict one another.
    record Found(Optional<Kind> kind, double confidence, List<Signal> agreeing, List<Signal> against, boolean contradicted) {}

    private Kinds() {}

    static Found find(Set<Signal> seen) {
        var rows = TABLE.stream().filter(row -> seen.contains(row.when()) && row.unless().stream().noneMatch(seen::contains))
                .sorted(Comparator.comparingDouble(Row::strength).reversed()).toList();
        var left = EnumSet.allOf(Kind.class);
        for (var row : rows) {
            if (row.strength() < STRONG) {
                continue;
            }
            left.retainAll(row.kinds());
            if (left.isEmpty()) {
                return new Found(Optional.empty(), 0, List.of(), signals(rows), true);
            }
        }
        return left.size() == 1 ? narrowed(left.iterator().next(), rows) : chosen(left, rows);
    }

    /// The strongest row that names the kind alone counts, or the weakest of those that only do so together; each further one
    /// that agrees halves what is missing, and each weak one against costs a little.
    private static Found narrowed(Kind kind, List<Row> rows) {
        var strong = rows.stream().filter(row -> row.strength() >= STRONG).toList();
        var alone = strong.stream().filter(row -> row.kinds().size() == 1).mapToDouble(Row::strength).max();
        var used = alone.isPresent() ? strong.stream().filter(row -> row.kinds().size() == 1).toList() : strong;
        double confidence = alone.orElseGet(() -> strong.stream().mapToDouble(Row::strength).min().orElse(0));
        for (int further = 1; further < distinct(used); further++) {
            confidence += (MOST - confidence) / 2;
        }
        var against = rows.stream().filter(row -> !row.kinds().contains(kind)).toList();
        confidence = Math.max(0.6, confidence - 0.05 * against.size());
        return new Found(Optional.of(kind), confidence, agreeing(kind, rows), signals(against), false);
    }

    private static long distinct(List<Row> rows) {
        return rows.stream().map(Row::when).distinct().count();
    }

    private static Found chosen(Set<Kind> left, List<Row> rows) {
        var doubts = new EnumMap<Kind, Double>(Kind.class);
        for (var row : rows) {
            var kinds = EnumSet.copyOf(row.kinds());
            kinds.retainAll(left);
            if (row.strength() < STRONG) {
                kinds.forEach(kind -> doubts.merge(kind, 1 - row.strength() / kinds.size(), (one, other) -> one * other));
            }
        }
        var best = doubts.entrySet().stream().min(java.util.Map.Entry.comparingByValue());
        if (best.isEmpty() || 1 - best.get().getValue() < LEAST_WEAK) {
            return new Found(Optional.empty(), 0, List.of(), List.of(), false);
        }
        var kind = best.get().getKey();
        var against = rows.stream().filter(row -> !row.kinds().contains(kind)).toList();
        boolean close = doubts.entrySet().stream().anyMatch(entry -> entry.getKey() != kind && entry.getValue() - best.get().getValue() < TOO_CLOSE);
        if (!against.isEmpty() || close) {
            return new Found(Optional.empty(), 0, List.of(), signals(against), !against.isEmpty());
        }
        return new Found(Optional.of(kind), Math.min(MOST_WEAK, 1 - best.get().getValue()), agreeing(kind, rows), List.of(), false);
    }

    private static List<Signal> agreeing(Kind kind, List<Row> rows) {
        return signals(rows.stream().filter(row -> row.kinds().contains(kind)).toList());
    }

    private static List<Signal> signals(List<Row> rows) {
        return new ArrayList<>(rows.stream().map(Row::when).distinct().toList());
    }
}
