package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.School;
import app.lectern.demo.school.Session;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Call records of the last thirty days; only applications may read them.
final class CallRecordOperations {
    private static final Paging PAGES = new Paging(60, 60);
    private static final Paging SESSIONS = new Paging(60, 60);
    private static final Pattern TIME = Pattern.compile("(startDateTime|endDateTime) (ge|gt|le|lt) ([^ ]+)");
    private static final Pattern PARTICIPANT =
            Pattern.compile("participants_v2/any\\(\\s*(\\w+)\\s*:\\s*\\1/id eq '([^']*)'\\s*\\)");

    private final School school;
    private final CallRecordJson json;

    CallRecordOperations(School school) {
        this.school = school;
        this.json = new CallRecordJson(school);
    }

    void register(LockedRoutes routes) {
        var records = "/communications/callRecords";
        routes.get(records, Right.READ_CALL_RECORDS, this::list);
        routes.get(records + "/{record}", Right.READ_CALL_RECORDS, this::get);
        routes.get(records + "/{record}/sessions", Right.READ_CALL_RECORDS, this::sessions);
        routes.get(records + "/{record}/participants_v2", Right.READ_CALL_RECORDS, this::participants);
    }

    private GraphAnswer list(GraphCall call) {
        var wanted = filter(call);
        var found = school.calls(call.now()).stream().filter(wanted).toList();
        return PAGES.answer(call, "communications/callRecords", found, session -> json.summary(session, call.now()));
    }

    private Predicate<Session> filter(GraphCall call) {
        Predicate<Session> all = session -> true;
        for (var part : call.query().filter().map(text -> text.split(" and ")).orElse(new String[0])) {
            var time = TIME.matcher(part.strip());
            var participant = PARTICIPANT.matcher(part.strip());
            if (time.matches()) {
                all = all.and(time(time.group(1), time.group(2), EventJson.instant(time.group(3), "$filter")));
            } else if (participant.matches()) {
                all = all.and(session -> json.participants(session)
                        .anyMatch(entry -> participant.group(2).equals(entry.identityId())));
            } else {
                throw GraphRefusal.badRequest("Invalid filter clause");
            }
        }
        return all;
    }

    private static Predicate<Session> time(String property, String operator, Instant limit) {
        return session -> {
            int order = (property.equals("startDateTime") ? session.start() : session.end()).compareTo(limit);
            return switch (operator) {
                case "ge" -> order >= 0;
                case "gt" -> order > 0;
                case "le" -> order <= 0;
                default -> order < 0;
            };
        };
    }

    /// Younger than a quarter of an hour, older than thirty days, or never there: the same 404.
    private Session session(GraphCall call) {
        return school.calls(call.now()).stream().filter(session -> session.callId().equalsIgnoreCase(call.variable("record")))
                .findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "Call record not found."));
    }

    private GraphAnswer get(GraphCall call) {
        var session = session(call);
        var node = Json.object().put("@odata.context", Paging.context(call, "communications/callRecords/$entity"));
        node.setAll(json.whole(session, call.now()));
        node = Projection.apply(call, node);
        var expand = call.query().expand().orElse("");
        if (expand.contains("sessions")) {
            var sessions = node.putArray("sessions");
            json.participants(session).forEach(entry -> sessions.add(json.session(session, entry, expand.contains("segments"))));
        }
        if (expand.contains("participants_v2")) {
            var list = node.putArray("participants_v2");
            json.participants(session).forEach(entry -> list.add(json.participant(entry)));
        }
        return GraphAnswer.ok(node);
    }

    private GraphAnswer sessions(GraphCall call) {
        var session = session(call);
        var segments = call.query().expand().orElse("").contains("segments");
        return SESSIONS.answer(call, "communications/callRecords('" + session.callId() + "')/sessions", json.participants(session)
                .toList(),
                entry -> json.session(session, entry, segments));
    }

    private GraphAnswer participants(GraphCall call) {
        var session = session(call);
        return new Paging(130, 130).answer(call, "communications/callRecords('" + session.callId() + "')/participants_v2",
                json.participants(session).toList(), json::participant);
    }
}
