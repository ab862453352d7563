package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.school.Calendars;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Changes one date of a series, which may not be moved to or past its neighbours.
record OccurrenceChange(SeenEvent seen) {

    void apply(ObjectNode sent, Calendars calendars) {
        var times = EventWriter.times(sent, seen.times());
        var dates = seen.event().recurrence().dates(seen.date().plusYears(1));
        int at = dates.indexOf(seen.date());
        var date = times.start().toLocalDate();
        var crosses = at > 0 && !date.isAfter(dates.get(at - 1)) || at < dates.size() - 1 && !date.isBefore(dates.get(at + 1));
        if (crosses) {
            throw GraphRefusal.of(400, "ErrorOccurrenceCrossingBoundary",
                    "Modified occurrence is crossing or overlapping adjacent occurrence.");
        }
        var subject = sent.hasNonNull("subject") ? sent.path("subject").asText() : seen.subject();
        calendars.changeOccurrence(seen.event(), seen.date(), times, subject);
    }
}
