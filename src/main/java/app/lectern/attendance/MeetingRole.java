package app.lectern.attendance;

import java.util.Locale;

/// What somebody was in a meeting, the highest first.
public enum MeetingRole {
    ORGANISER, CO_ORGANISER, PRESENTER, ATTENDEE;

    /// From a free text, in Graph's spelling or another; what is not known is an attendee.
    public static MeetingRole of(String text) {
        var word = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        if (word.startsWith("coorgani")) {
            return CO_ORGANISER;
        }
        if (word.startsWith("organi")) {
            return ORGANISER;
        }
        return word.startsWith("pr") ? PRESENTER : ATTENDEE;
    }
}
