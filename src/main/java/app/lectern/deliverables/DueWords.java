package app.lectern.deliverables;

import app.lectern.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and people as this screen writes them.
final class DueWords {
    private final Words words;

    DueWords(Words words) {
        this.words = words;
    }

    /// `Thu 19 Nov`, with the year when it is not that of `today`.
    String day(LocalDate day, LocalDate today) {
        return DateTimeFormatter.ofPattern(day.getYear() == today.getYear() ? "EEE d MMM" : "EEE d MMM yyyy", words.locale()).format(day);
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", words.locale()).format(month);
    }

    /// What a field says, dates as dates.
    String value(Field field, String value, LocalDate today) {
        if (field == Field.WHEN && value.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return day(LocalDate.parse(value), today);
        }
        var first = value.lines().findFirst().orElse("");
        return first.isEmpty() ? words.text("deliverables.nothing") : value.lines().count() > 1 ? first + " …" : first;
    }

    /// `AH` for amina.hassan@….
    static String initials(String address) {
        var initials = new StringBuilder();
        for (var part : address.replaceAll("@.*", "").split("[._-]+")) {
            if (!part.isEmpty() && initials.length() < 2) {
                initials.appendCodePoint(part.codePointAt(0));
            }
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}
