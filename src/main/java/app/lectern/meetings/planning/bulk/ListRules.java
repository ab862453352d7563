package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.MeetingOptions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What holds for the rows of a list that do not say otherwise.
///
/// @param zone     in which times are meant
/// @param subject  how subjects are put together from the cells; empty to take the subject as it stands
/// @param length   of a meeting without an end
/// @param options  of a meeting without options and preset
/// @param organisers what takes their place for the meetings of single organisers, by address in small letters
/// @param presets  by their names in plain form
/// @param notice   about recording, for the invitations of meetings that record by themselves
/// @param locale   in which days of the week are named
record ListRules(ZoneId zone, SubjectTemplate subject, Duration length, MeetingOptions options, Map<String, MeetingOptions> organisers,
        Map<String, MeetingOptions> presets, String notice, Locale locale) {
    /// Of a row without options and preset.
    MeetingOptions options(String organiser) {
        return organisers.getOrDefault(organiser.strip().toLowerCase(Locale.ROOT), options);
    }

    Optional<MeetingOptions> preset(String name) {
        return Optional.ofNullable(presets.get(SubjectTemplate.plain(name)));
    }
}
