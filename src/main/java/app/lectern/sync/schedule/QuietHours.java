package app.lectern.sync.schedule;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// A span of the day in which nothing is synced by itself. It may reach over midnight; its end does not belong to it.
public record QuietHours(LocalTime from, LocalTime until) {
    /// Nothing for texts that name no span: one is empty, unreadable, or both are the same.
    public static Optional<QuietHours> of(String from, String until) {
        try {
            var hours = new QuietHours(LocalTime.parse(from.strip()), LocalTime.parse(until.strip()));
            return hours.from.equals(hours.until) ? Optional.empty() : Optional.of(hours);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    public boolean contains(ZonedDateTime moment) {
        var time = moment.toLocalTime();
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
