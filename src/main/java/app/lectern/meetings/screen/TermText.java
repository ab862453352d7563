package app.lectern.meetings.screen;

import app.lectern.meetings.planning.bulk.TermPattern.Free;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Days without meetings as people write them: `2026-12-21..2027-01-03, 2027-02-15`.
final class TermText {
    private TermText() {}

    /// Empty when something in it is no day.
    static Optional<List<Free>> free(String text) {
        var free = new ArrayList<Free>();
        for (var part : text.split("[,;\\s]+")) {
            if (part.isBlank()) {
                continue;
            }
            var ends = part.split("\\.\\.|–|/", 2);
            try {
                var from = LocalDate.parse(ends[0]);
                free.add(ends.length == 1 ? Free.day(from) : new Free(from, LocalDate.parse(ends[1])));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
        return Optional.of(free);
    }
}
