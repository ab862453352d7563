package app.lectern.recordings;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Conditions on the column `facets`, in which kind, place, state, local state, keep and "of no meeting" stand as one number, so that
/// they are answered from an index. Digits go by the alphabet, as the column's own definition has them.
final class Facets {
    static final String KEPT = "BITAND(r.facets, 1024) = 1024";
    static final String UNMATCHED = "BITAND(r.facets, 2048) = 2048";
    static final String KIND = "BITAND(r.facets, 3)";
    static final String PLACE = "BITAND(r.facets, 12)";
    static final String STATE = "BITAND(r.facets, 48)";
    static final String LOCAL = "BITAND(r.facets, 960)";

    private Facets() {}

    static String kinds(Set<RecordingKind> some) {
        return in(KIND, 1, some, RecordingKind.values());
    }

    static String places(Set<Place> some) {
        return in(PLACE, 4, some, Place.values());
    }

    static String is(RecordingState state) {
        return in(STATE, 16, Set.of(state), RecordingState.values());
    }

    static String isAny(LocalState... some) {
        return in(LOCAL, 64, List.of(some), LocalState.values());
    }

    private static <E extends Enum<E>> String in(String digit, int weight, Collection<E> some, E[] all) {
        var alphabet = Arrays.stream(all).map(Enum::name).sorted().toList();
        return some.stream().map(one -> alphabet.indexOf(one.name()) * weight).sorted().map(code -> Integer.toString(code))
                .collect(Collectors.joining(", ", digit + " IN (", ")"));
    }
}
