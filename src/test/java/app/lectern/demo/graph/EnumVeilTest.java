package app.lectern.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnumVeilTest {

    private final FrontFixture fixture = new FrontFixture();
    private final ObjectNode meeting = JsonNodeFactory.instance.objectNode();
    private String token;

    @BeforeEach
    void addRoute() {
        meeting.putObject("lobbyBypassSettings").put("scope", "invited");
        meeting.putObject("participants").putArray("attendees").addObject().put("role", "coorganizer").put("upn", "a@b.example");
        meeting.put("allowedPresenters", "everyone");
        fixture.routes.get("/meeting", GraphService.TEAMS, call -> GraphAnswer.ok(meeting)).application("User.Read.All").returns("microsoft.graph.onlineMeeting");
        fixture.routes.get("/meetings", GraphService.TEAMS, call -> GraphAnswer.ok(JsonNodeFactory.instance.objectNode()
                .set("value", JsonNodeFactory.instance.arrayNode().add(meeting)))).application("User.Read.All").returns("microsoft.graph.onlineMeeting");
        token = fixture.appToken();
    }

    @Test
    void youngMembersAreHiddenFromThoseWhoDoNotAsk() {
        var answer = FrontFixture.json(fixture.get(token, "/meeting"));
        assertVeiled(answer);
        assertThat(answer.get("allowedPresenters").textValue()).isEqualTo("everyone");
        assertVeiled(FrontFixture.json(fixture.get(token, "/meetings")).get("value").get(0));
    }

    @Test
    void thoseWhoAskSeeThemAndNothingWasChanged() {
        fixture.get(token, "/meeting");
        var answer = FrontFixture.json(fixture.get(token, "/meeting", "Prefer", "include-unknown-enum-members, odata.maxpagesize=5"));
        assertThat(answer.at("/lobbyBypassSettings/scope").textValue()).isEqualTo("invited");
        assertThat(answer.at("/participants/attendees/0/role").textValue()).isEqualTo("coorganizer");
    }

    private static void assertVeiled(JsonNode answer) {
        assertThat(answer.at("/lobbyBypassSettings/scope").textValue()).isEqualTo("unknownFutureValue");
        assertThat(answer.at("/participants/attendees/0/role").textValue()).isEqualTo("unknownFutureValue");
    }
}
