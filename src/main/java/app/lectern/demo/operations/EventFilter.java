package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The part of `$filter` on events that is understood here: comparisons of subject, start, end and a few flags, joined by `and`.
final class EventFilter {
    private static final Pattern TEXT = Pattern.compile("(subject|iCalUId|seriesMasterId|type) (eq|ne) '((?:[^']|'')*)'");
    private static final Pattern STARTS = Pattern.compile("(startswith|contains)\\(subject,\\s*'((?:[^']|'')*)'\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("(start|end)/dateTime (ge|gt|le|lt) '?([^' ]+)'?");
    private static final Pattern FLAG = Pattern.compile("(isOnlineMeeting|isAllDay|isCancelled|isOrganizer) eq (true|false)");

    private EventFilter() {
    }

    static Predicate<SeenEvent> of(GraphCall call) {
        var byExtra = EventExtras.filter(call.query().filter().orElse("").strip());
        if (byExtra != null) {
            return byExtra;
        }
        Predicate<SeenEvent> all = seen -> true;
        for (var part : call.query().filter().map(text -> text.split(" and (?=(?:[^']*'[^']*')*[^']*$)")).orElse(new String[0])) {
            all = all.and(single(part.strip()));
        }
        return all;
    }

    private static Predicate<SeenEvent> single(String text) {
        var starts = STARTS.matcher(text);
        if (starts.matches()) {
            var value = starts.group(2).replace("''", "'").toLowerCase(Locale.ROOT);
            return starts.group(1).equalsIgnoreCase("contains") ? seen -> lower(seen.subject()).contains(value)
                    : seen -> lower(seen.subject()).startsWith(value);
        }
        var time = TIME.matcher(text);
        if (time.matches()) {
            var limit = EventJson.instant(time.group(3), "$filter");
            return seen -> {
                var order = (time.group(1).equals("start") ? seen.times().startInstant() : seen.times().endInstant())
                        .compareTo(limit);
                return switch (time.group(2)) {
                    case "ge" -> order >= 0;
                    case "gt" -> order > 0;
                    case "le" -> order <= 0;
                    default -> order < 0;
                };
            };
        }
        var flag = FLAG.matcher(text);
        if (flag.matches()) {
            var wanted = Boolean.parseBoolean(flag.group(2));
            return seen -> wanted == switch (flag.group(1)) {
                case "isOnlineMeeting" -> seen.event().meeting() != null;
                case "isAllDay" -> seen.times().allDay();
                case "isCancelled" -> seen.event().isCancelled();
                default -> seen.isOrganiser();
            };
        }
        return comparison(text);
    }

    private static Predicate<SeenEvent> comparison(String text) {
        var comparison = TEXT.matcher(text);
        if (!comparison.matches() || comparison.group(1).startsWith("iCal") || comparison.group(1).startsWith("series")) {
            throw GraphRefusal.of(400, "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes.");
        }
        var value = comparison.group(3).replace("''", "'");
        Predicate<SeenEvent> equal = seen -> lower(comparison.group(1).equals("type") ? seen.type() : seen.subject())
                .equals(value.toLowerCase(Locale.ROOT));
        return comparison.group(2).equals("eq") ? equal : equal.negate();
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
