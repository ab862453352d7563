package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the list and the settings say now.
public record Snapshot(Integration integration, List<Deliverable> list, CalendarSettings settings, Completion completion, LocalDate today, boolean hasSamples) {
    private Stream<Deliverable> dated() {
        return list.stream().filter(each -> each.date().isPresent());
    }

    /// Who would get how many events in this mode; an empty name stands for the shared calendar.
    Map<String, Long> whoGetsWhat(CalendarMode mode) {
        var result = new TreeMap<String, Long>();
        dated().forEach(each -> (mode == CalendarMode.SHARED ? List.of("") : each.assignees()).forEach(who -> result.merge(who, 1L, Long::sum)));
        return result;
    }

    /// Dated, but nobody's: in individual calendars they appear nowhere.
    long nobodys() {
        return dated().filter(each -> each.assignees().isEmpty()).count();
    }
}
