package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.Person;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Online meetings: there is no list of them, only meetings found by id, by join link or by number, under their own organiser.
final class MeetingOperations {
    private static final Paging PAGES = new Paging(20, 50);
    private static final String TYPE = "microsoft.graph.onlineMeeting";

    private final Reception reception;
    private final MeetingJson json;
    private final MeetingWriter writer;

    MeetingOperations(Reception reception) {
        this.reception = reception;
        this.json = new MeetingJson(reception.school());
        this.writer = new MeetingWriter(reception.school());
    }

    void register(LockedRoutes routes) {
        var meetings = "/users/{user}/onlineMeetings";
        routes.get(meetings, Right.READ_MEETINGS, this::find).returns(TYPE);
        routes.post(meetings, Right.WRITE_MEETINGS, this::create).accepts(TYPE).returns(TYPE);
        routes.post(meetings + "/createOrGet", Right.WRITE_MEETINGS, this::createOrGet).acceptsAction(TYPE, "createOrGet")
                .returns(TYPE);
        routes.get(meetings + "/{meeting}", Right.READ_MEETINGS, this::get).returns(TYPE);
        routes.patch(meetings + "/{meeting}", Right.WRITE_MEETINGS, this::change).accepts(TYPE).returns(TYPE);
        routes.delete(meetings + "/{meeting}", Right.WRITE_MEETINGS, this::delete);
        routes.get("/communications/onlineMeetings", Right.READ_MEETINGS, this::findByRoomNumber).returns(TYPE);
    }

    private GraphAnswer find(GraphCall call) {
        var organiser = reception.organiser(call);
        var meeting = new MeetingLookup(reception.school().meetings()).find(call, organiser);
        return PAGES.answer(call, "users('" + organiser.id() + "')/onlineMeetings", List.of(meeting), json::meeting);
    }

    /// The one look-up that no access policy guards.
    private GraphAnswer findByRoomNumber(GraphCall call) {
        var found = reception.school().meetings().all().stream().filter(MeetingLookup.byRoomNumber(call)).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "Meeting not found"));
        return PAGES.answer(call, "communications/onlineMeetings", List.of(found), json::meeting);
    }

    /// The meeting in the path, for its organiser or, where that is enough, for somebody invited.
    static OnlineMeeting meeting(GraphCall call, Reception reception, Person person, boolean invitedIsEnough) {
        var id = call.variable("meeting");
        var found = reception.school().meetings().find(id);
        var allowed = found.filter(meeting -> meeting.organiser() == person || invitedIsEnough
                && meeting.invited().stream().anyMatch(attendee -> attendee.address().equalsIgnoreCase(person.mail())));
        return allowed.orElseThrow(() -> found.isPresent()
                ? GraphRefusal.of(403, "Forbidden", "3003: User does not have access to lookup meeting")
                : GraphRefusal.of(404, "NotFound", "3004: Meeting not found"));
    }

    private GraphAnswer get(GraphCall call) {
        var meeting = meeting(call, reception, reception.organiser(call), true);
        return GraphAnswer.ok(Projection.apply(call, json.single(call, meeting)));
    }

    private GraphAnswer create(GraphCall call) {
        var organiser = organiserWithTeams(call);
        var times = writer.newTimes(call.object(), call.now());
        var meeting = reception.school().meetings()
                .make(organiser, MeetingKind.LINK_ONLY, text(call.object(), "subject"), times.from(), times.to(), call.now());
        writer.setOptions(meeting, call.object());
        return GraphAnswer.created(json.single(call, meeting));
    }

    private Person organiserWithTeams(GraphCall call) {
        var organiser = reception.organiser(call);
        if (!organiser.hasTeams(call.now())) {
            throw GraphRefusal.of(404, "UnknownError", "");
        }
        return organiser;
    }

    private GraphAnswer createOrGet(GraphCall call) {
        var organiser = organiserWithTeams(call);
        var externalId = text(call.object(), "externalId");
        if (externalId == null || externalId.isBlank()) {
            throw GraphRefusal.badRequest("ExternalId is required.");
        }
        var known = reception.school().meetings().of(organiser).stream()
                .filter(meeting -> externalId.equals(meeting.externalId())).findFirst();
        if (known.isPresent()) {
            return GraphAnswer.ok(json.single(call, known.get()));
        }
        var times = writer.newTimes(call.object(), call.now());
        var meeting = reception.school().meetings()
                .makeExternal(organiser, externalId, text(call.object(), "subject"), times.from(), times.to(), call.now());
        writer.setOptions(meeting, call.object());
        return GraphAnswer.created(json.single(call, meeting));
    }

    private GraphAnswer change(GraphCall call) {
        var meeting = meeting(call, reception, reception.organiser(call), false);
        writer.change(meeting, call.object(), call.now());
        return GraphAnswer.ok(json.single(call, meeting));
    }

    private GraphAnswer delete(GraphCall call) {
        var meeting = meeting(call, reception, reception.organiser(call), false);
        reception.school().meetings().remove(meeting);
        return GraphAnswer.noContent();
    }

    private static String text(ObjectNode body, String name) {
        return body.hasNonNull(name) ? body.path(name).asText() : null;
    }
}
