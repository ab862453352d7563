package app.lectern.attendance.teams;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads lengths of time as Teams spells them: `1h 4m 9s`, `64 min 9 s`, `1 Std. 4 Min. 9 Sek.`, `00:16:49`.
final class Lengths {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d{1,3}):(\\d{2})(?:[.,]\\d+)?");
    private static final Pattern PART = Pattern.compile("(\\d+)(?:[.,]\\d+)?\\s*(\\p{L}+)\\.?");
    private static final List<String> HOURS = List.of("std", "stund", "h", "godz", "tim", "u", "or");
    private static final List<String> DAYS = List.of("tag", "jour", "j", "día", "dia", "dag", "dni", "dzie", "gio", "d");

    private Lengths() {}

    static Optional<Duration> read(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        var clock = CLOCK.matcher(plain);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            return Optional.of(Duration.ofHours(hours).plusMinutes(Long.parseLong(clock.group(2))).plusSeconds(Long.parseLong(clock.group(3))));
        }
        var parts = PART.matcher(plain);
        var sum = Duration.ZERO;
        boolean any = false;
        while (parts.find()) {
            var unit = unit(parts.group(2));
            if (unit.isEmpty() || parts.group(1).length() > 9) {
                return Optional.empty();
            }
            sum = sum.plus(unit.get().multipliedBy(Long.parseLong(parts.group(1))));
            any = true;
        }
        return any ? Optional.of(sum) : Optional.empty();
    }

    private static Optional<Duration> unit(String word) {
        if (HOURS.stream().anyMatch(word::startsWith)) {
            return Optional.of(Duration.ofHours(1));
        }
        if (DAYS.stream().anyMatch(word::startsWith)) {
            return Optional.of(Duration.ofDays(1));
        }
        return word.startsWith("m") ? Optional.of(Duration.ofMinutes(1)) : word.startsWith("s") ? Optional.of(Duration.ofSeconds(1)) : Optional.empty();
    }
}
