package app.lectern.meetings.screen;

import app.lectern.meetings.MeetingState;
import app.lectern.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is on the days that are shown.
///
/// @param anything false while no meeting at all is known
record Shown(List<CalendarEntry> entries, boolean anything) {
    private static final List<MeetingState> COUNTED = List.of(MeetingState.CREATED, MeetingState.PARTLY, MeetingState.CREATING, MeetingState.RETRYING,
            MeetingState.WAITING, MeetingState.FAILED, MeetingState.DRAFT, MeetingState.CANCELLED);

    long in(MeetingState state) {
        return entries.stream().filter(entry -> entry.state() == state).count();
    }

    String summary(Words words) {
        var parts = COUNTED.stream().filter(state -> in(state) > 0)
                .map(state -> words.text("meetings.count." + state.name().toLowerCase(Locale.ROOT), in(state))).collect(Collectors.joining(", "));
        return words.text("meetings.summary", entries.size()) + (parts.isEmpty() ? "" : " · " + parts);
    }
}
