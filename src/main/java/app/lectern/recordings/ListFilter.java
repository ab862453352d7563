package app.lectern.recordings;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// By what the library is narrowed. What is empty narrows nothing.
///
/// @param text    beginnings of words in title, meeting, organiser or file name, all of which must be there
/// @param until   the first moment that no longer counts
/// @param states  any of these
/// @param warning what the tenant removes in this time is EXPIRING; empty where nobody asks for that
public record ListFilter(
        String text,
        OptionalLong meeting,
        Optional<String> organiser,
        Optional<Instant> from,
        Optional<Instant> until,
        Set<RecordingKind> kinds,
        Set<Place> places,
        OptionalLong sizeFrom,
        OptionalLong sizeUntil,
        Set<StateFilter> states,
        Optional<WarningSpan> warning) {
    public ListFilter {
        kinds = Set.copyOf(kinds);
        places = Set.copyOf(places);
        states = Set.copyOf(states);
        if (states.contains(StateFilter.EXPIRING) && warning.isEmpty()) {
            throw new IllegalArgumentException("what expires is told by a time of warning");
        }
    }

    public static ListFilter none() {
        return new ListFilter("", OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(), OptionalLong.empty(),
                OptionalLong.empty(), Set.of(), Optional.empty());
    }

    public ListFilter states(StateFilter... some) {
        return new ListFilter(text, meeting, organiser, from, until, kinds, places, sizeFrom, sizeUntil, Set.of(some), warning);
    }

    public ListFilter ofMeeting(long id) {
        return new ListFilter(text, OptionalLong.of(id), organiser, from, until, kinds, places, sizeFrom, sizeUntil, states, warning);
    }

    public ListFilter recordedBefore(Instant moment) {
        return new ListFilter(text, meeting, organiser, from, Optional.of(moment), kinds, places, sizeFrom, sizeUntil, states, warning);
    }

    public ListFilter recorded(Optional<Instant> since, Optional<Instant> before) {
        return new ListFilter(text, meeting, organiser, since, before, kinds, places, sizeFrom, sizeUntil, states, warning);
    }

    public ListFilter of(RecordingKind kind) {
        return new ListFilter(text, meeting, organiser, from, until, Set.of(kind), places, sizeFrom, sizeUntil, states, warning);
    }

    public ListFilter organisedBy(String id) {
        return new ListFilter(text, meeting, Optional.of(id), from, until, kinds, places, sizeFrom, sizeUntil, states, warning);
    }

    public ListFilter warning(WarningSpan span) {
        return new ListFilter(text, meeting, organiser, from, until, kinds, places, sizeFrom, sizeUntil, states, Optional.of(span));
    }

    public ListFilter text(String typed) {
        return new ListFilter(typed, meeting, organiser, from, until, kinds, places, sizeFrom, sizeUntil, states, warning);
    }
}
