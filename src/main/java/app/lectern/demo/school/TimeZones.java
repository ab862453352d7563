package app.lectern.demo.school;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The time zones that Exchange knows, by Windows' and by IANA's names.
public final class TimeZones {
    private static final Map<String, String> WINDOWS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        var pairs = List.of("UTC", "UTC", "GMT Standard Time", "Europe/London", "Greenwich Standard Time", "Atlantic/Reykjavik",
                "W. Europe Standard Time", "Europe/Berlin", "Romance Standard Time", "Europe/Paris",
                "Central European Standard Time", "Europe/Warsaw", "Central Europe Standard Time", "Europe/Budapest",
                "FLE Standard Time", "Europe/Kyiv", "GTB Standard Time", "Europe/Bucharest", "E. Europe Standard Time",
                "Europe/Chisinau",
                "Turkey Standard Time", "Europe/Istanbul", "Israel Standard Time", "Asia/Jerusalem", "Russian Standard Time",
                "Europe/Moscow",
                "South Africa Standard Time", "Africa/Johannesburg", "Egypt Standard Time", "Africa/Cairo",
                "Arabian Standard Time", "Asia/Dubai", "Pakistan Standard Time", "Asia/Karachi", "India Standard Time",
                "Asia/Kolkata",
                "SE Asia Standard Time", "Asia/Bangkok", "China Standard Time", "Asia/Shanghai", "Singapore Standard Time",
                "Asia/Singapore",
                "Tokyo Standard Time", "Asia/Tokyo", "AUS Eastern Standard Time", "Australia/Sydney",
                "New Zealand Standard Time", "Pacific/Auckland", "Azores Standard Time", "Atlantic/Azores",
                "E. South America Standard Time", "America/Sao_Paulo", "Newfoundland Standard Time", "America/St_Johns",
                "Atlantic Standard Time", "America/Halifax", "Eastern Standard Time", "America/New_York",
                "Central Standard Time", "America/Chicago", "Mountain Standard Time", "America/Denver",
                "US Mountain Standard Time", "America/Phoenix", "Pacific Standard Time", "America/Los_Angeles",
                "Alaskan Standard Time", "America/Anchorage", "Hawaiian Standard Time", "Pacific/Honolulu");
        for (int i = 0; i < pairs.size(); i += 2) {
            WINDOWS.put(pairs.get(i), pairs.get(i + 1));
        }
    }

    private TimeZones() {
    }

    /// The zone of a Windows or IANA name; what Exchange does not know is empty.
    public static Optional<ZoneId> find(String name) {
        if (WINDOWS.containsKey(name)) {
            return Optional.of(ZoneId.of(WINDOWS.get(name)));
        }
        try {
            var legacy = name.startsWith("tzone://") ? "UTC" : name;
            return legacy.contains("/") || legacy.toUpperCase(Locale.ROOT).equals("UTC") ? Optional.of(ZoneId.of(legacy))
                    : Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    public static List<String> windowsNames() {
        return List.copyOf(WINDOWS.keySet());
    }

    public static List<String> ianaNames() {
        return WINDOWS.values().stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }
}
