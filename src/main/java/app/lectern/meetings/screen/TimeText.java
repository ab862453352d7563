package app.lectern.meetings.screen;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// A time of day as people type it: `9`, `9:15`, `09.15`, `0915`.
final class TimeText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})(?:[:.h ]?(\\d{2}))?");

    private TimeText() {}

    static Optional<LocalTime> read(String text) {
        var found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(found.group(1));
        int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    static String write(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm").format(time);
    }
}
