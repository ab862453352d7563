package app.lectern.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class BodyCheckTest {

    private final BodyCheck check = new BodyCheck(Metadata.load());

    @Test
    void whatTheMetadataKnowsPasses() throws JsonProcessingException {
        event("{'subject':'Physics','isOnlineMeeting':true,'onlineMeetingProvider':'teamsForBusiness',"
                + "'start':{'dateTime':'2026-11-21T09:00:00','timeZone':'UTC'},'body':{'contentType':'html','content':'x'},"
                + "'attendees':[{'type':'required','emailAddress':{'address':'a@b.example','name':'A'}}],'transactionId':null,"
                + "'@odata.type':'#microsoft.graph.event'}");
        meeting("{'subject':'Physics','startDateTime':'2026-11-21T09:00:00+01:00','lobbyBypassSettings':{'scope':'organization'},"
                + "'participants':{'attendees':[{'upn':'a@b.example','role':'coorganizer'}]},'autoAdmittedUsers':'everyone'}");
    }

    @Test
    void unknownPropertiesAreRefusedEverywhere() {
        assertRefused(() -> event("{'title':'Physics'}"), "RequestBodyRead", "The property 'title' does not exist on type 'microsoft.graph.event'");
        assertRefused(() -> event("{'start':{'datetime':'2026-11-21T09:00:00'}}"), "RequestBodyRead",
                "The property 'datetime' does not exist on type 'microsoft.graph.dateTimeTimeZone'");
        assertRefused(() -> meeting("{'participants':{'attendees':[{'mail':'x'}]}}"), "BadRequest", "The property 'mail' does not exist");
    }

    @Test
    void valuesOfAnotherTypeAreRefused() {
        assertRefused(() -> event("{'isAllDay':'true'}"), "RequestBodyRead", "Cannot convert the literal 'true' to the expected type 'Edm.Boolean'.");
        assertRefused(() -> event("{'subject':5}"), "RequestBodyRead", "'Edm.String'");
        assertRefused(() -> event("{'subject':{}}"), "RequestBodyRead", "An unexpected 'StartObject' node was found");
        assertRefused(() -> event("{'start':'2026-11-21'}"), "RequestBodyRead", "A 'StartObject' node was expected.");
        assertRefused(() -> event("{'attendees':{}}"), "RequestBodyRead", "A 'StartArray' node was expected.");
        assertRefused(() -> meeting("{'startDateTime':'2026-11-21T09:00:00'}"), "BadRequest", "'Edm.DateTimeOffset'");
    }

    @Test
    void namesThatNoEnumHasAreRefused() {
        assertRefused(() -> event("{'onlineMeetingProvider':'teams'}"), "RequestBodyRead", "Requested value 'teams' was not found.");
        assertRefused(() -> meeting("{'allowedPresenters':'nobody'}"), "BadRequest", "Invalid value specified for property 'allowedPresenters'");
        assertRefused(() -> meeting("{'lobbyBypassSettings':{'scope':'unknownFutureValue'}}"), "BadRequest", "Invalid value specified");
    }

    @Test
    void parametersOfActionsIgnoreCase() throws JsonProcessingException {
        action("{'comment':'cancelled'}");
        action("{'Comment':'cancelled'}");
        assertRefused(() -> action("{'Remark':'cancelled'}"), "RequestBodyRead", "The property 'Remark' does not exist");
    }

    @Test
    void emptyBodyIsRefusedWhereOneIsNeeded() {
        var route = new GraphRoute("POST", "/x", GraphService.TEAMS, call -> GraphAnswer.noContent()).accepts("microsoft.graph.onlineMeeting");
        assertRefused(() -> check.require(route, null), "BadRequest", "Empty Payload");
    }

    private void event(String body) throws JsonProcessingException {
        check.require(new GraphRoute("POST", "/x", GraphService.EXCHANGE, call -> GraphAnswer.noContent()).accepts("microsoft.graph.event"), json(body));
    }

    private void meeting(String body) throws JsonProcessingException {
        check.require(new GraphRoute("POST", "/x", GraphService.TEAMS, call -> GraphAnswer.noContent()).accepts("microsoft.graph.onlineMeeting"), json(body));
    }

    private void action(String body) throws JsonProcessingException {
        check.require(new GraphRoute("POST", "/x", GraphService.EXCHANGE, call -> GraphAnswer.noContent())
                .acceptsAction("microsoft.graph.event", "cancel"), json(body));
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String code, String message) {
        assertThatThrownBy(work).isInstanceOfSatisfying(GraphRefusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal).hasMessageContaining(message);
        });
    }
}
