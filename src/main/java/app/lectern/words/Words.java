package app.lectern.words;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every text that a person reads comes through here: looked up in the bundle, filled in, and with dates,
/// sizes and counts written the way the person's language and zone want them.
public final class Words {
    private static final String BUNDLE = "app.lectern.messages";
    private static final Pattern NAMED = Pattern.compile("\\{([a-z][A-Za-z]*)\\}");
    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;
    private final Clock clock;

    public Words(Locale locale, ZoneId zone, Clock clock) {
        // Without the control a machine set to, say, French would fall back to its own default, not to our root bundle.
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = locale;
        this.zone = zone;
        this.clock = clock;
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// The text of `key` with `{0}`, `{1}`… filled in, in `MessageFormat`'s syntax.
    public String text(String key, Object... args) {
        var pattern = bundle.getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
    }

    /// The text of `key` with `{host}`, `{account}`… filled in by name. A fact nobody knew is written in
    /// general words (`default.host`), so that a half-known problem still reads as a sentence.
    public String named(String key, Map<String, String> facts) {
        return NAMED.matcher(bundle.getString(key)).replaceAll(found -> {
            var name = found.group(1);
            var fact = facts.get(name);
            return Matcher.quoteReplacement(fact != null ? fact(fact, facts) : bundle.getString("default." + name));
        });
    }

    /// A fact that is itself a sentence is handed on as its key, marked by `@`, so that it too is said in the person's
    /// language; it may hold other facts. A day is kept as ISO 8601 and said as people write it.
    private String fact(String fact, Map<String, String> facts) {
        if (fact.startsWith("@") && has(fact.substring(1))) {
            return named(fact.substring(1), facts);
        }
        return ISO_DATE.matcher(fact).matches() ? day(LocalDate.parse(fact, DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.LENIENT))) : fact;
    }

    /// The words for an enum member: key `Type.MEMBER` in lower case with dashes, as in `job-state.running`.
    public String of(Enum<?> member) {
        return text(dashed(member.getDeclaringClass().getSimpleName()) + "." + member.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String dashed(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String percent(double share) {
        return text("format.percent", Math.round(share * 100));
    }

    public String size(long bytes) {
        if (bytes < 1000) {
            return text("format.bytes", bytes);
        }
        var units = new String[] {"KB", "MB", "GB", "TB", "PB"};
        double value = bytes;
        int unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (value >= 999.5 && unit < units.length - 1);
        var number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(value < 10 && unit > 0 ? 1 : 0);
        return number.format(value) + " " + units[unit];
    }

    /// A span in the two largest units that matter: `850 ms`, `1.8 s`, `35 s`, `6 min`, `2 h 5 min`, `3 days`.
    public String span(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return text("format.millis", millis);
        }
        if (millis < 10_000) {
            var number = NumberFormat.getNumberInstance(locale);
            number.setMaximumFractionDigits(1);
            return text("format.seconds", number.format(millis / 1000.0));
        }
        if (duration.toSeconds() < 60) {
            return text("format.seconds", duration.toSeconds());
        }
        if (duration.toMinutes() < 60) {
            return text("format.minutes", duration.toMinutes());
        }
        if (duration.toHours() < 48) {
            return text("format.hours", duration.toHours(), duration.toMinutesPart());
        }
        return text("format.days", duration.toDays());
    }

    public String time(Instant instant) {
        return format("HH:mm", instant);
    }

    public String timeWithMillis(Instant instant) {
        return format("HH:mm:ss.SSS", instant);
    }

    /// `18 Nov 09:00`, with the year only when it is not the present one.
    public String when(Instant instant) {
        return format(isThisYear(instant) ? "d MMM HH:mm" : "d MMM yyyy HH:mm", instant);
    }

    /// `18 Nov`, with the year only when it is not the present one.
    public String day(Instant instant) {
        return format(isThisYear(instant) ? "d MMM" : "d MMM yyyy", instant);
    }

    /// `18 November 2026`: a day that may be far away.
    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date);
    }

    /// `Thursday 19 November 2026, 09:42`.
    public String fullDate(Instant instant) {
        return format("EEEE d MMMM yyyy, HH:mm", instant);
    }

    private boolean isThisYear(Instant instant) {
        return ZonedDateTime.ofInstant(instant, zone).getYear() == ZonedDateTime.now(clock.withZone(zone)).getYear();
    }

    private String format(String pattern, Instant instant) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(instant);
    }
}
