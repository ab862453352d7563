package app.lectern.demo.operations;

import app.lectern.demo.graph.GraphAnswer;
import app.lectern.demo.graph.GraphCall;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.Paging;
import app.lectern.demo.graph.Projection;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.School;
import app.lectern.demo.school.TeamChannel;
import app.lectern.demo.storage.DownloadLinks;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;

/// Teams, their channels with the folders of the channels' files, and the groups' calendars, which no application may write to.
final class TeamOperations {
    private static final Paging PAGES = new Paging(20, 100);

    private final School school;
    private final DriveJson drives;

    TeamOperations(School school, DownloadLinks links) {
        this.school = school;
        this.drives = new DriveJson(school, links);
    }

    void register(LockedRoutes teams, LockedRoutes exchange, LockedRoutes files) {
        teams.get("/teams", Right.READ_TEAMS, call -> PAGES.answer(call, "teams", teams(), this::team));
        teams.get("/users/{user}/joinedTeams", Right.READ_TEAMS, call -> PAGES.answer(call, "teams", teams(), this::team));
        teams.get("/teams/{team}", Right.READ_TEAMS, call -> GraphAnswer.ok(Projection.apply(call, team(team(call)))));
        teams.get("/teams/{team}/channels", Right.READ_CHANNELS,
                call -> PAGES.answer(call, "teams('" + call.variable("team") + "')/channels", channels(team(call)),
                this::channel));
        teams.get("/teams/{team}/channels/{channel}", Right.READ_CHANNELS,
                call -> GraphAnswer.ok(Projection.apply(call, channel(channel(call)))));
        files.get("/teams/{team}/channels/{channel}/filesFolder", Right.READ_FILES, this::filesFolder);
        files.get("/groups/{team}/drive", Right.READ_FILES,
                call -> GraphAnswer.ok(Projection.apply(call, drives.drive(team(call).drive(), call.now()))));
        files.get("/groups/{team}/sites/root", Right.READ_SITES,
                call -> GraphAnswer.ok(Projection.apply(call, drives.site(team(call)))));
        for (var path : List.of("/groups/{team}/events", "/groups/{team}/calendar/events")) {
            exchange.get(path, Right.READ_GROUP_EVENTS, this::events);
            exchange.post(path, Right.WRITE_GROUP_EVENTS, call -> {
                throw GraphRefusal.of(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
            });
        }
    }

    private List<TeamChannel.Team> teams() {
        return school.channels().stream().map(TeamChannel::team).distinct().toList();
    }

    private TeamChannel.Team team(GraphCall call) {
        var id = call.variable("team");
        return teams().stream().filter(team -> team.id().equalsIgnoreCase(id)).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "No team found with Group Id " + id));
    }

    private List<TeamChannel> channels(TeamChannel.Team team) {
        return school.channels().stream().filter(channel -> channel.team().equals(team)).toList();
    }

    private TeamChannel channel(GraphCall call) {
        return channels(team(call)).stream().filter(channel -> channel.threadId().equals(call.variable("channel"))).findFirst()
                .orElseThrow(() -> GraphRefusal.of(404, "NotFound", "FindChannelByThreadId_NotFound"));
    }

    private ObjectNode team(TeamChannel.Team team) {
        return Json.object().put("id", team.id()).put("createdDateTime", Json.time(team.drive().root().created()))
                .put("displayName", team.name())
                .put("description", team.name()).putNull("internalId").putNull("classification").put("specialization", "none")
                .put("visibility", "private")
                .put("webUrl", "https://teams.microsoft.com/l/team/" + channels(team).getFirst().threadId()
                + "/conversations?groupId=" + team.id())
                .put("isArchived", false).put("tenantId", school.identity().tenantId());
    }

    private ObjectNode channel(TeamChannel channel) {
        return Json.object().put("id", channel.threadId()).put("createdDateTime", Json.time(channel.folder().created()))
                .put("displayName", channel.name())
                .putNull("description").putNull("isFavoriteByDefault").put("email", "")
                .put("tenantId", school.identity().tenantId())
                .put("webUrl", "https://teams.microsoft.com/l/channel/" + channel.threadId() + "/" + channel.name() + "?groupId="
                + channel.team().id())
                .put("membershipType", "standard").put("isArchived", false);
    }

    private GraphAnswer filesFolder(GraphCall call) {
        var channel = channel(call);
        var context = "teams('" + channel.team().id() + "')/channels('" + channel.threadId() + "')/filesFolder/$entity";
        var node = Json.object().put("@odata.context", Paging.context(call, context));
        node.setAll(drives.item(channel.folder(), call.now()));
        return GraphAnswer.ok(Projection.apply(call, node));
    }

    private GraphAnswer events(GraphCall call) {
        var team = team(call);
        var meetings = school.meetings().all().stream()
                .filter(meeting -> meeting.channel() != null && meeting.channel().team().equals(team)).toList();
        return PAGES.answer(call, "groups('" + team.id() + "')/events", meetings, meeting -> event(team, meeting));
    }

    private ObjectNode event(TeamChannel.Team team, OnlineMeeting meeting) {
        var node = Json.object().put("id", "AAMkAG" + school.ids().letters("groupEvent", meeting.number(), 120) + "=")
                .put("iCalUId", school.ids().iCalUid(1_000_000_000L + meeting.number(), null)).put("subject", meeting.subject())
                .put("type", "singleInstance")
                .put("isOnlineMeeting", true).put("onlineMeetingProvider", "teamsForBusiness");
        node.set("start", Json.dateTime(meeting.start().atZone(ZoneOffset.UTC).toLocalDateTime(), "UTC"));
        node.set("end", Json.dateTime(meeting.end().atZone(ZoneOffset.UTC).toLocalDateTime(), "UTC"));
        node.putObject("organizer").putObject("emailAddress").put("name", team.name())
                .put("address", team.drive().siteName() + "@" + school.identity().defaultDomain());
        node.putObject("onlineMeeting").put("joinUrl", meeting.joinUrl());
        return node;
    }
}
