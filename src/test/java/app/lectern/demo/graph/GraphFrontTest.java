package app.lectern.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.entra.AppRegistration;
import app.lectern.demo.http.HttpReply;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphFrontTest {

    private final FrontFixture fixture = new FrontFixture();

    @BeforeEach
    void addRoutes() {
        for (var service : GraphService.values()) {
            fixture.routes.get("/" + service.name().toLowerCase(java.util.Locale.ROOT) + "/{id}", service, GraphFrontTest::echo)
                    .application("CallRecords.Read.All").delegated("User.Read");
        }
        fixture.routes.get("/users/{user}", GraphService.DIRECTORY, GraphFrontTest::echo).application("User.Read.All").delegated("User.Read");
        fixture.routes.get("/users/{user}/events", GraphService.EXCHANGE, GraphFrontTest::echo).application("Calendars.ReadWrite");
    }

    private static GraphAnswer echo(GraphCall call) {
        var node = JsonNodeFactory.instance.objectNode();
        call.variables().forEach(node::put);
        return GraphAnswer.ok(node);
    }

    @Test
    void tokenIsAskedForAndLookedAt() {
        assertUnauthorized(fixture.get(null, "/users/1"), "Access token is empty.");
        assertUnauthorized(fixture.get("nonsense", "/users/1"), "CompactToken parsing failed with error code: 80049217");
        var token = fixture.appToken();
        assertUnauthorized(fixture.get(token.substring(0, token.length() - 8) + "AAAAAAAA", "/users/1"),
                "Access token validation failure. Invalid signature.");
        assertThat(fixture.get(token, "/users/1").status()).isEqualTo(200);
    }

    @Test
    void expiredAndCalledBackTokensAreRefused() {
        var token = fixture.appToken();
        fixture.faults.skewClock(Duration.ofHours(2));
        assertUnauthorized(fixture.get(token, "/users/1"), "Access token has expired or is not yet valid.");
        fixture.faults.skewClock(Duration.ofHours(-2));
        assertUnauthorized(fixture.get(token, "/users/1"), "Access token has expired or is not yet valid.");
        fixture.faults.clear();
        fixture.signIn.expireAccessTokens();
        assertUnauthorized(fixture.get(token, "/users/1"), "Access token has expired or is not yet valid.");
        assertThat(fixture.get(fixture.appToken(), "/users/1").status()).isEqualTo(200);
    }

    @Test
    void ownAddressIsAnAudienceToo() {
        assertThat(fixture.get(fixture.appToken(fixture.apps.complete(), FrontFixture.BASE), "/users/1").status()).isEqualTo(200);
    }

    @Test
    void eachServiceHasItsOwnWordsForAMissingPermission() {
        assertRefused(getAs(fixture.apps.lectern(), "/directory/1"), 403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        assertRefused(getAs(fixture.apps.lectern(), "/exchange/1"), 403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        assertRefused(getAs(fixture.apps.lectern(), "/teams/1"), 403, "Forbidden", "Missing role permissions on the request.");
        assertRefused(getAs(fixture.apps.lectern(), "/files/1"), 403, "accessDenied", "Access denied");
        assertThat(getAs(fixture.apps.complete(), "/teams/1").status()).isEqualTo(200);
    }

    @Test
    void tokenWithoutAnyRoleIsToldSo() {
        assertRefused(getAs(fixture.apps.bare(), "/files/1"), 403, "accessDenied", "Either scp or roles claim need to be present in the token.");
        assertRefused(getAs(fixture.apps.bare(), "/directory/1"), 403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    @Test
    void delegatedTokensNeedTheirScope() {
        assertThat(fixture.get(fixture.userToken("User.Read"), "/teams/1").status()).isEqualTo(200);
        assertThat(fixture.get(fixture.userToken("Calendars.ReadWrite"), "/teams/1").status()).isEqualTo(403);
    }

    @Test
    void meIsTheSignedInPerson() {
        var reply = fixture.get(fixture.userToken("User.Read"), "/me");
        assertThat(FrontFixture.json(reply).get("user").textValue()).isEqualTo(FrontFixture.ADA.id());
        assertRefused(fixture.get(fixture.appToken(), "/me"), 400, "BadRequest", "/me request is only valid with delegated authentication flow.");
    }

    @Test
    void refusalsCarryIdsAndTheTenantsTime() {
        var reply = fixture.get(fixture.appToken(), "/nowhere", "client-request-id", "mine");
        var inner = FrontFixture.error(reply).get("innerError");
        assertThat(inner.get("date").textValue()).isEqualTo("2026-11-21T09:00:00");
        assertThat(inner.get("client-request-id").textValue()).isEqualTo("mine");
        assertThat(inner.get("request-id").textValue()).isEqualTo(reply.headers().get("request-id")).hasSize(36);
        assertThat(reply.headers()).containsEntry("client-request-id", "mine");
    }

    @Test
    void theFirstUnknownSegmentIsNamed() {
        assertRefused(fixture.get(fixture.appToken(), "/nowhere/1"), 400, "BadRequest", "Resource not found for the segment 'nowhere'.");
        assertRefused(fixture.get(fixture.appToken(), "/users/1/garden/2"), 400, "BadRequest", "Resource not found for the segment 'garden'.");
    }

    @Test
    void knownPathWithAnotherMethodIsNotAllowed() {
        assertThat(fixture.send(fixture.appToken(), "PUT", "/users/1", "{}").status()).isEqualTo(405);
    }

    @Test
    void bodyMustBeJson() {
        fixture.routes.post("/users", GraphService.DIRECTORY, call -> GraphAnswer.created(call.object())).application("User.Read.All");
        var token = fixture.appToken();
        assertThat(fixture.send(token, "POST", "/users", "{\"a\":").status()).isEqualTo(400);
        assertThat(fixture.send(token, "POST", "/users", "a=b", "Content-Type", "application/x-www-form-urlencoded").status()).isEqualTo(415);
        assertThat(fixture.send(token, "POST", "/users", "").status()).isEqualTo(400);
        assertThat(fixture.send(token, "POST", "/users", "{\"a\":1}").status()).isEqualTo(201);
    }

    @Test
    void refusalsKeepTheirInnerCodeAnnotationsAndHeaders() {
        fixture.routes.get("/odd", GraphService.TEAMS, call -> {
            throw GraphRefusal.of(400, "ErrorDuplicateTransactionId", "twice").withInnerCode("inner")
                    .withAnnotation("@event.existingEventId", "AAMk").withHeader("Retry-After", "2.128");
        }).application("User.Read.All");
        var reply = fixture.get(fixture.appToken(), "/odd");
        var error = FrontFixture.error(reply);
        assertThat(error.get("@event.existingEventId").textValue()).isEqualTo("AAMk");
        assertThat(error.get("innerError").get("code").textValue()).isEqualTo("inner");
        assertThat(reply.headers()).containsEntry("Retry-After", "2.128");
    }

    private HttpReply getAs(AppRegistration app, String target) {
        return fixture.get(fixture.appToken(app, "https://graph.microsoft.com"), target);
    }

    private static void assertUnauthorized(HttpReply reply, String message) {
        assertRefused(reply, 401, "InvalidAuthenticationToken", message);
        assertThat(reply.headers().get("WWW-Authenticate")).startsWith("Bearer ");
    }

    private static void assertRefused(HttpReply reply, int status, String code, String message) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(FrontFixture.error(reply).get("code").textValue()).isEqualTo(code);
        assertThat(FrontFixture.error(reply).get("message").textValue()).isEqualTo(message);
    }
}
