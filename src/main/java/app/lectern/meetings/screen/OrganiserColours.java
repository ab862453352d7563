package app.lectern.meetings.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A colour for each organiser, so that whoever stands next to another in the calendar differs from them.
final class OrganiserColours {
    enum Colour { BLUE, PURPLE, TEAL, GREY }

    private final Map<String, Colour> colours = new HashMap<>();

    OrganiserColours(List<CalendarEntry> entries) {
        var neighbours = neighbours(entries.stream().sorted(Comparator.comparing(CalendarEntry::start).thenComparing(CalendarEntry::key)).toList());
        neighbours.forEach((organiser, others) -> colours.put(organiser, choose(organiser, others)));
    }

    private static Map<String, Set<String>> neighbours(List<CalendarEntry> inOrder) {
        var neighbours = new LinkedHashMap<String, Set<String>>();
        var open = new ArrayList<CalendarEntry>();
        CalendarEntry last = null;
        for (var entry : inOrder) {
            open.removeIf(other -> !other.end().isAfter(entry.start()));
            var beside = new ArrayList<>(open);
            if (last != null) {
                beside.add(last);
            }
            for (var other : beside) {
                if (!name(other).equals(name(entry))) {
                    neighbours.computeIfAbsent(name(entry), none -> new HashSet<>()).add(name(other));
                    neighbours.computeIfAbsent(name(other), none -> new HashSet<>()).add(name(entry));
                }
            }
            neighbours.computeIfAbsent(name(entry), none -> new HashSet<>());
            open.add(entry);
            last = entry;
        }
        return neighbours;
    }

    /// The first colour that no neighbour has; where every colour is taken, the one that fewest of them have.
    private Colour choose(String organiser, Set<String> others) {
        Colour best = Colour.BLUE;
        long fewest = Long.MAX_VALUE;
        for (var colour : Colour.values()) {
            long taken = others.stream().filter(other -> !other.equals(organiser) && colours.get(other) == colour).count();
            if (taken < fewest) {
                best = colour;
                fewest = taken;
            }
        }
        return best;
    }

    Colour of(CalendarEntry entry) {
        return colours.getOrDefault(name(entry), Colour.BLUE);
    }

    private static String name(CalendarEntry of) {
        return of.organiser().address();
    }
}
