package app.lectern.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What each source says of one person: how long they were there.
///
/// @param says only the sources that know of them
public record Comparison(Who who, MatchRule rule, Map<AttendanceSource, Duration> says) {
    private record Entry(AttendanceSource source, Presence presence) {}

    public Comparison {
        says = Map.copyOf(says);
    }

    static List<Comparison> of(Collection<Told> told) {
        var entries = new ArrayList<Entry>();
        told.forEach(each -> each.presences().forEach(presence -> entries.add(new Entry(each.report().source(), presence))));
        return Identities.merge(entries, entry -> entry.presence().who()).stream().map(person -> {
            var says = new EnumMap<AttendanceSource, Duration>(AttendanceSource.class);
            for (var source : AttendanceSource.values()) {
                var own = person.entries().stream().filter(entry -> entry.source() == source).map(Entry::presence).toList();
                if (!own.isEmpty()) {
                    says.put(source, RollCall.total(own, AttendedTime.union(own.stream().flatMap(each -> each.stays().stream()).toList())));
                }
            }
            return new Comparison(person.who(), person.rule(), says);
        }).sorted(Comparator.comparing(Comparison::difference).reversed()).toList();
    }

    /// Between the longest and the shortest.
    public Duration difference() {
        var most = says.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return most.minus(says.values().stream().min(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }
}
