package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphUsersTest {
    private DemoGraph graph;

    @BeforeEach
    void start() throws IOException {
        graph = new DemoGraph();
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void userIsFoundByIdAndByPrincipalNameInAnyCase() throws IOException {
        var byName = graph.ok("/users/Marta.Kowalska@Northfield.example");
        assertThat(graph.ok("/users/" + byName.get("id").asText()).get("displayName").asText()).isEqualTo("Marta Kowalska");
        assertThat(byName.has("accountEnabled")).as("not among the eleven default properties").isFalse();
        assertThat(byName.properties()).hasSize(12);
    }

    @Test
    void unknownUserIsNamedInTheRefusal() throws IOException {
        var answer = graph.get("/users/hi@nexlearn.example");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error().get("code").asText()).isEqualTo("Request_ResourceNotFound");
        assertThat(answer.error().get("message").asText())
                .isEqualTo("Resource 'hi@nexlearn.example' does not exist or one of its queried reference-property objects "
                + "are not present.");
    }

    @Test
    void guestIsReachedByEscapedPrincipalName() throws IOException {
        var guest = graph.ok("/users?$filter=userType eq 'Guest'").get("value").get(0);
        assertThat(guest.get("userPrincipalName").asText()).contains("#EXT#");
        var found = graph.ok("/users/" + DemoGraph.encoded(guest.get("userPrincipalName").asText())
                + "?$select=userType,otherMails");
        assertThat(found.get("userType").asText()).isEqualTo("Guest");
        assertThat(found.get("otherMails").get(0).asText()).contains("@");
    }

    @Test
    void filtersFindByMailByAliasByOtherMailAndByBeginning() throws IOException {
        assertThat(names("$filter=mail eq 'daniel.osei@northfield.example'")).containsExactly("Daniel Osei");
        assertThat(names("$filter=otherMails/any(m:m eq 'd.osei@mathsclub.example')")).containsExactly("Daniel Osei");
        assertThat(names("$filter=proxyAddresses/any(a:a eq 'SMTP:claire.dubois@northfield.example')"))
                .containsExactly("Claire Dubois");
        assertThat(names("$filter=startswith(displayName,'Ruth')")).containsExactly("Ruth Okafor");
        assertThat(names("$filter=displayName eq 'Finn O''Brien' or userPrincipalName eq 'sanjay.patel@northfield.example'"))
                .containsExactly("Finn O'Brien", "Sanjay Patel");
        assertThat(graph.get("/users?$filter=shoeSize gt 40").status()).isEqualTo(400);
    }

    private List<String> names(String query) throws IOException {
        return graph.all("/users?" + query).stream().map(user -> user.get("displayName").asText()).toList();
    }

    @Test
    void searchNeedsTheConsistencyHeader() throws IOException {
        var refused = graph.get("/users?$search=\"displayName:okafor\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error().get("code").asText()).isEqualTo("Request_UnsupportedQuery");
        var found = graph.ok("/users?$search=\"displayName:okafor\"&$count=true", "ConsistencyLevel", "eventual");
        assertThat(found.get("@odata.count").asInt()).isEqualTo(1);
    }

    @Test
    void pagesLeadThroughTheWholeDirectory() throws IOException {
        var all = graph.all("/users?$top=7&$select=id,accountEnabled,assignedPlans");
        assertThat(all).hasSizeBetween(38, 44).allMatch(user -> user.size() == 3 && user.has("accountEnabled"));
        assertThat(all.stream().map(user -> user.get("id").asText()).distinct()).hasSameSizeAs(all);
        assertThat(all).anyMatch(user -> !user.get("accountEnabled").asBoolean());
    }

    @Test
    void licencesTellWhatIsSwitchedOffAndWhatIsPending() throws IOException {
        assertThat(plan("tomasz.nowak", "TEAMS1")).isEqualTo("Disabled");
        assertThat(plan("marta.kowalska", "TEAMS1")).isEqualTo("Success");
        assertThat(plan("priya.raman", "EXCHANGE_S_ENTERPRISE")).isEqualTo("PendingProvisioning");
        graph.clock.advance(Duration.ofMinutes(30));
        assertThat(plan("priya.raman", "EXCHANGE_S_ENTERPRISE")).isEqualTo("Success");
        assertThat(graph.ok("/users/m.oyelaran@northfield.example/licenseDetails").get("value")).isEmpty();
    }

    private String plan(String user, String plan) throws IOException {
        for (var licence : graph.ok("/users/" + user + "@northfield.example/licenseDetails").get("value")) {
            for (var found : licence.get("servicePlans")) {
                if (found.get("servicePlanName").asText().equals(plan)) {
                    return found.get("provisioningStatus").asText();
                }
            }
        }
        return "none";
    }

    @Test
    void mailboxesAreThereOrNotForTheReasonTold() throws IOException {
        assertThat(graph.ok("/users/marta.kowalska@northfield.example/mailboxSettings").get("timeZone").asText())
                .isEqualTo("GMT Standard Time");
        for (var without : new String[] {"k.lindqvist", "m.oyelaran", "priya.raman"}) {
            var answer = graph.get("/users/" + without + "@northfield.example/mailboxSettings");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.error().get("code").asText()).isEqualTo("MailboxNotEnabledForRESTAPI");
            assertThat(answer.error().get("message").asText()).isEqualTo("REST API is not yet supported for this mailbox.");
        }
        assertThat(graph.get("/users/helen.marsh@northfield.example/calendars").error().get("message").asText())
                .contains("hosted on-premise");
        assertThat(graph.ok("/users/office@northfield.example/mailboxSettings").get("userPurpose").asText()).isEqualTo("shared");
        graph.clock.advance(Duration.ofMinutes(30));
        assertThat(graph.get("/users/priya.raman@northfield.example/mailboxSettings").status()).isEqualTo(200);
    }

    @Test
    void assignedLicenceBecomesAMailboxAfterItsDelay() throws IOException {
        var control = graph.tenant.school().control();
        var id = control.addUser("Nils", "Falk", "nils.falk");
        assertThat(graph.get("/users/" + id + "/calendar").status()).isEqualTo(404);
        control.assignLicence(id, Duration.ofMinutes(10));
        assertThat(graph.get("/users/" + id + "/calendar").status()).isEqualTo(404);
        graph.clock.advance(Duration.ofMinutes(10));
        assertThat(graph.ok("/users/" + id + "/calendar").get("allowedOnlineMeetingProviders").get(0).asText())
                .isEqualTo("teamsForBusiness");
    }

    @Test
    void organisationSkusAndOwnGrantsAreTold() throws IOException {
        assertThat(graph.ok("/organization").get("value").get(0).get("displayName").asText()).isEqualTo("Northfield College");
        assertThat(graph.ok("/subscribedSkus").get("value").findValuesAsText("skuPartNumber")).contains("M365EDU_A3_FACULTY");
        var app = graph.tenant.apps().lectern();
        var principal = graph.ok("/servicePrincipals(appId='" + app.appId() + "')?$select=id,appId,accountEnabled");
        var assigned = graph.all("/servicePrincipals/" + principal.get("id").asText() + "/appRoleAssignments");
        assertThat(assigned).hasSize(9);
        var roles = graph.ok("/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')?$select=appRoles").get("appRoles");
        assertThat(roles.findValuesAsText("id"))
                .containsAll(assigned.stream().map(role -> role.get("appRoleId").asText()).toList());
        assertThat(graph.ok("/servicePrincipals/" + principal.get("id").asText() + "/oauth2PermissionGrants").get("value").get(0)
                .get("scope").asText())
                .startsWith(" ");
    }

    @Test
    void newSecretSignsInAndTheOldOneIsListedWithoutItsText() throws IOException {
        var app = graph.tenant.apps().complete();
        var added = graph.send("POST", "/applications(appId='" + app.appId() + "')/addPassword",
                "{\"passwordCredential\":{\"displayName\":\"Rotated\",\"endDateTime\":\"2027-05-01T00:00:00Z\"}}").json();
        assertThat(graph.client.secretSignIn(app.appId(), added.get("secretText").asText()).status()).isEqualTo(200);
        var listed = graph.ok("/applications(appId='" + app.appId() + "')?$select=passwordCredentials,keyCredentials")
                .get("passwordCredentials");
        assertThat(listed).hasSize(2).allMatch(secret -> secret.get("secretText").isNull());
        var removed = graph.send("POST", "/applications(appId='" + app.appId() + "')/removePassword", "{\"keyId\":\""
                + added.get("keyId").asText() + "\"}");
        assertThat(removed.status()).isEqualTo(204);
        assertThat(graph.client.secretSignIn(app.appId(), added.get("secretText").asText()).status()).isEqualTo(401);
    }

    @Test
    void signedInUserIsMe() throws IOException {
        graph.signedInAs("hannah.ivers@northfield.example");
        assertThat(graph.ok("/me").get("displayName").asText()).isEqualTo("Hannah Ivers");
        assertThat(graph.ok("/me/licenseDetails").get("value")).isNotEmpty();
    }
}
