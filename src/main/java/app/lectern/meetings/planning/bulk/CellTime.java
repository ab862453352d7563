package app.lectern.meetings.planning.bulk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A time as people and spreadsheets write it. Day before month where both are numbers.
///
/// @param exact the moment itself, where the cell tells its distance from UTC
record CellTime(LocalDateTime local, Optional<Instant> exact) {
    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "uuuu/M/d", "d.M.uuuu", "d/M/uuuu", "d-M-uuuu", "d MMM uuuu", "d MMMM uuuu")
            .flatMap(pattern -> Stream.of(Locale.UK, Locale.US).map(locale -> new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                    .toFormatter(locale).withResolverStyle(ResolverStyle.STRICT))).toList();
    private static final Pattern WITH_OFFSET = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?) ?(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern DATE_AND_TIME = Pattern.compile("(.*\\d)(?:,? |T)(\\d{1,2}[:.]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AaPp]\\.?[Mm]\\.?)?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(?: ?([AaPp])\\.?[Mm]\\.?)?");

    static Optional<CellTime> read(String cell, ZoneId zone) {
        var text = plain(cell);
        var offset = WITH_OFFSET.matcher(text);
        try {
            if (offset.matches()) {
                var moment = OffsetDateTime.parse(offset.group(1) + "T" + offset.group(2) + offset.group(3).replaceFirst("(\\d{2})(\\d{2})$", "$1:$2")).toInstant();
                return Optional.of(new CellTime(LocalDateTime.ofInstant(moment, zone), Optional.of(moment)));
            }
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
        var parts = DATE_AND_TIME.matcher(text);
        return parts.matches() ? date(parts.group(1)).flatMap(day -> time(parts.group(2)).map(time -> new CellTime(day.atTime(time), Optional.empty())))
                : Optional.empty();
    }

    /// Only a time of day: an end on the day of the start.
    static Optional<LocalTime> time(String cell) {
        var parts = TIME.matcher(plain(cell));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        if (parts.group(4) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (parts.group(4).equalsIgnoreCase("p") ? 12 : 0);
        }
        int minute = Integer.parseInt(parts.group(2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static Optional<LocalDate> date(String text) {
        for (var format : DATES) {
            try {
                var day = LocalDate.parse(text.strip(), format);
                return day.getYear() < 2000 || day.getYear() > 2099 ? Optional.empty() : Optional.of(day);
            } catch (DateTimeException other) {
                // perhaps it is written in the next way
            }
        }
        return Optional.empty();
    }

    private static String plain(String cell) {
        return cell.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    /// Whether the zone's clock says which moment is meant; the second of an hour that comes twice is not said by it.
    boolean isSaidIn(ZoneId zone) {
        return exact.isEmpty() || local.atZone(zone).toInstant().equals(exact.get());
    }

    LocalDateTime in(ZoneId meant, ZoneId wanted) {
        return LocalDateTime.ofInstant(exact.orElseGet(() -> local.atZone(meant).toInstant()), wanted);
    }
}
