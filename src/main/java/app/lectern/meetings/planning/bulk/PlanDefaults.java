package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.Planned;
import java.time.Duration;
import java.util.Optional;

/// How new meetings of an integration begin, where nobody says otherwise.
///
/// @param subject a template; empty for none
/// @param minutes how long they last
/// @param preset  the name of a preset, Lectern's or one's own; empty for Teams' usual options
/// @param notice  what invitations say where a meeting records by itself; absent for Lectern's own sentence, empty for nothing
public record PlanDefaults(String subject, int minutes, String preset, Optional<String> notice) {
    public static final PlanDefaults USUAL = new PlanDefaults("", (int) Planned.USUAL_LENGTH.toMinutes(), "", Optional.empty());
    private static final int LONGEST = 24 * 60;

    public PlanDefaults {
        subject = subject == null ? "" : subject.strip();
        minutes = Math.clamp(minutes, 1, LONGEST);
        preset = preset == null ? "" : preset.strip();
        notice = notice == null ? Optional.empty() : notice.map(String::strip);
    }

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }

    public SubjectTemplate template() {
        return new SubjectTemplate(subject);
    }
}
