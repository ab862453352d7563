package app.lectern.meetings.planning.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A column of a list of meetings.
public enum SlotColumn {
    SUBJECT, START, END, ORGANIZER, ATTENDEES, TIMEZONE, BODY, OPTIONAL, RECORD, LOBBY, PRESENTERS, CHAT, PRESET, LINK_ONLY;

    public static final List<SlotColumn> ALL = List.of(values());

    /// As Lectern itself heads it: `link_only`.
    public String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a heading means this column. Blanks, hyphens and upper case make no difference, nor does the spelling of organiser.
    boolean isHeaded(String heading) {
        var plain = SubjectTemplate.plain(heading);
        return plain.equals(SubjectTemplate.plain(heading())) || others().contains(plain);
    }

    private Set<String> others() {
        return switch (this) {
            case ORGANIZER -> Set.of("organiser");
            case TIMEZONE -> Set.of("time zone", "zone");
            case OPTIONAL -> Set.of("optional attendees");
            default -> Set.of();
        };
    }
}
