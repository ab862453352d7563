package app.lectern.attendance;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Meeting;
import com.microsoft.graph.models.IdentitySet;
import com.microsoft.graph.models.callrecords.CallRecord;
import com.microsoft.graph.models.callrecords.CallRecordCollectionResponse;
import com.microsoft.graph.models.callrecords.Endpoint;
import com.microsoft.graph.models.callrecords.ParticipantEndpoint;
import com.microsoft.graph.models.callrecords.Session;
import com.microsoft.graph.models.callrecords.SessionCollectionResponse;
import com.microsoft.kiota.serialization.UntypedObject;
import com.microsoft.kiota.serialization.UntypedString;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Asks Microsoft Graph for the call records of a meeting, and for the connections of each participant in them.
final class CallRecordsGraph {
    private static final Duration AROUND = Duration.ofHours(3);

    private final GraphSession session;

    CallRecordsGraph(GraphSession session) {
        this.session = session;
    }

    List<Told> of(Meeting meeting, Instant now, Progress progress) {
        var about = About.of("Attendance: read call records").item(meeting.subject()).permission("CallRecords.Read.All");
        return session.ask(about, client -> {
            var filter = "startDateTime ge " + meeting.start().minus(AROUND).truncatedTo(ChronoUnit.SECONDS)
                    + " and startDateTime lt " + meeting.end().plus(AROUND).truncatedTo(ChronoUnit.SECONDS);
            var records = client.communications().callRecords();
            var found = Paging.all(records.get(query -> query.queryParameters.filter = filter), link -> records.withUrl(link).get(),
                    CallRecordCollectionResponse::getValue, progress);
            var told = new ArrayList<Told>();
            for (var record : found) {
                if (meeting.joinUrl().equals(record.getJoinWebUrl())) {
                    var sessions = records.byCallRecordId(record.getId()).sessions();
                    told.add(told(record, Paging.all(sessions.get(query -> query.queryParameters.expand = new String[] {"segments"}),
                            link -> sessions.withUrl(link).get(), SessionCollectionResponse::getValue, progress), now));
                }
            }
            return told;
        });
    }

    private static Told told(CallRecord record, List<Session> sessions, Instant now) {
        var stays = new LinkedHashMap<Who, List<Stay>>();
        for (var each : sessions) {
            who(each.getCaller()).or(() -> who(each.getCallee())).ifPresent(who -> stays.computeIfAbsent(who, key -> new ArrayList<>()).addAll(stays(each)));
        }
        var presences = stays.entrySet().stream().map(person -> new Presence(person.getKey(), "", Duration.ZERO, person.getValue(), true)).toList();
        return new Told(new Report(0, AttendanceSource.CALL_RECORD, record.getId(), record.getStartDateTime().toInstant(), record.getEndDateTime().toInstant(),
                presences.size(), now, Report.Origin.NONE), presences);
    }

    private static List<Stay> stays(Session session) {
        if (session.getSegments() != null && !session.getSegments().isEmpty()) {
            return session.getSegments().stream().filter(segment -> segment.getStartDateTime() != null && segment.getEndDateTime() != null)
                    .map(segment -> new Stay(segment.getStartDateTime().toInstant(), segment.getEndDateTime().toInstant())).toList();
        }
        return session.getStartDateTime() == null || session.getEndDateTime() == null ? List.of()
                : List.of(new Stay(session.getStartDateTime().toInstant(), session.getEndDateTime().toInstant()));
    }

    /// The other end is a service, which is nobody.
    private static Optional<Who> who(Endpoint endpoint) {
        return endpoint instanceof ParticipantEndpoint participant ? identity(participant.getIdentity()) : Optional.empty();
    }

    private static Optional<Who> identity(IdentitySet set) {
        if (set == null) {
            return Optional.empty();
        }
        if (set.getUser() != null) {
            return Optional.of(new Who(set.getUser().getId(), "", set.getUser().getDisplayName()));
        }
        // guests and telephones are no part of the declared type
        return set.getAdditionalData().values().stream().filter(UntypedObject.class::isInstance)
                .map(other -> ((UntypedObject) other).getValue().get("displayName")).filter(UntypedString.class::isInstance)
                .map(name -> new Who("", "", ((UntypedString) name).getValue())).findFirst();
    }
}
