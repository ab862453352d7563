package app.lectern.attendance.teams;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads moments in the spellings of several languages. Whether 3/4 is in March or in April no single cell can tell: all cells
/// of the file are asked, and where none has a day above twelve, the nearest to the meeting is right.
final class Moments {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})[./\\-\\s]+(\\d{1,2})[./\\-\\s]+(\\d{2,4})[.,]?\\s*[^\\d]*(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?"
            + "(?:[.,]\\d+)?\\s*(\\p{L}[\\p{L}. ]*)?");

    private enum Order { DAY_FIRST, MONTH_FIRST }

    private final ZoneId zone;
    private final Order order;

    private Moments(ZoneId zone, Order order) {
        this.zone = zone;
        this.order = order;
    }

    /// @param near when the meeting was, to decide between two readings; empty where nobody knows
    static Moments of(Collection<String> cells, ZoneId zone, Optional<Instant> near) {
        var dates = new ArrayList<int[]>();
        boolean half = false;
        for (var cell : cells) {
            var matcher = NUMBERS.matcher(cell.strip());
            if (matcher.matches() && matcher.group(1).length() <= 2) {
                dates.add(new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))});
                half |= matcher.group(7) != null && isHalfDay(matcher.group(7)) && cell.contains("/");
            }
        }
        if (dates.stream().anyMatch(date -> date[0] > 12)) {
            return new Moments(zone, Order.DAY_FIRST);
        }
        if (dates.stream().anyMatch(date -> date[1] > 12)) {
            return new Moments(zone, Order.MONTH_FIRST);
        }
        var usual = half ? Order.MONTH_FIRST : Order.DAY_FIRST;
        return new Moments(zone, near.flatMap(meeting -> nearest(cells, zone, meeting)).orElse(usual));
    }

    private static Optional<Order> nearest(Collection<String> cells, ZoneId zone, Instant meeting) {
        var distances = new Duration[2];
        for (var order : Order.values()) {
            distances[order.ordinal()] = cells.stream().flatMap(cell -> new Moments(zone, order).read(cell).stream())
                    .map(moment -> Duration.between(meeting, moment).abs()).min(Duration::compareTo).orElse(Duration.ofDays(9999));
        }
        int which = distances[0].compareTo(distances[1]);
        return which == 0 ? Optional.empty() : Optional.of(which < 0 ? Order.DAY_FIRST : Order.MONTH_FIRST);
    }

    Optional<Instant> read(String cell) {
        var matcher = NUMBERS.matcher(cell.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(2));
        int third = Integer.parseInt(matcher.group(3));
        boolean yearFirst = matcher.group(1).length() == 4;
        int year = yearFirst ? first : third < 100 ? 2000 + third : third;
        int month = yearFirst || order == Order.DAY_FIRST ? second : first;
        int day = yearFirst ? third : order == Order.DAY_FIRST ? first : second;
        int seconds = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
        try {
            var local = LocalDateTime.of(year, month, day, hour(Integer.parseInt(matcher.group(4)), matcher.group(7)), Integer.parseInt(matcher.group(5)), seconds);
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int hour(int hour, String marker) {
        if (marker == null || !isHalfDay(marker)) {
            return hour;
        }
        return hour % 12 + (isAfternoon(marker) ? 12 : 0);
    }

    private static boolean isHalfDay(String marker) {
        return List.of("am", "pm", "em", "fm").contains(letters(marker));
    }

    /// `p. m.` in Spanish, `em` in Swedish: eftermiddag.
    private static boolean isAfternoon(String marker) {
        return letters(marker).equals("pm") || letters(marker).equals("em");
    }

    private static String letters(String marker) {
        return marker.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
