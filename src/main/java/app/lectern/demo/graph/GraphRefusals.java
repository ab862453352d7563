package app.lectern.demo.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The refusals that do not belong to one operation, in Graph's words.
public final class GraphRefusals {

    private static final String CHALLENGE = "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
            + "client_id=\"00000003-0000-0000-c000-000000000000\"";

    private GraphRefusals() {
    }

    public static GraphRefusal tokenMissing() {
        return token("Access token is empty.");
    }

    public static GraphRefusal tokenMalformed() {
        return token("CompactToken parsing failed with error code: 80049217");
    }

    public static GraphRefusal tokenForged() {
        return token("Access token validation failure. Invalid signature.");
    }

    public static GraphRefusal tokenExpired() {
        return token("Access token has expired or is not yet valid.");
    }

    public static GraphRefusal wrongAudience() {
        return token("Access token validation failure. Invalid audience.");
    }

    /// An app-only token to which no administrator has consented anything.
    public static GraphRefusal noRoles() {
        return GraphRefusal.of(403, "accessDenied", "Either scp or roles claim need to be present in the token.");
    }

    public static GraphRefusal missingPermission(GraphService service) {
        return service.permissionMissing();
    }

    public static GraphRefusal noAccessPolicy(String appId, String userId) {
        return GraphRefusal.of(403, "Forbidden", "No application access policy found for this app " + appId + " on the user " + userId + ".");
    }

    /// Exchange keeps the application out of the mailbox.
    public static GraphRefusal mailboxClosed() {
        return GraphRefusal.of(403, "ErrorAccessDenied",
                "Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.");
    }

    /// Conditional Access wants more of the signed-in person; the claims in the header go to the sign-in library.
    public static GraphRefusal insufficientClaims() {
        var claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
        return GraphRefusal.of(403, "Forbidden", "The presented access token does not satisfy the required authentication context.")
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_claims\", claims=\""
                        + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\"");
    }

    public static GraphRefusal notFound(GraphService service) {
        return switch (service) {
            case DIRECTORY -> GraphRefusal.directoryNotFound("00000000-0000-0000-0000-000000000000");
            case EXCHANGE -> GraphRefusal.of(404, "ErrorItemNotFound", "The specified object was not found in the store.");
            case TEAMS -> GraphRefusal.of(404, "UnknownError", "");
            case FILES -> GraphRefusal.of(404, "itemNotFound", "The resource could not be found.");
        };
    }

    public static GraphRefusal conflict() {
        return GraphRefusal.of(409, "nameAlreadyExists", "The specified item name already exists.");
    }

    /// The delta token is too old; the client must start over.
    public static GraphRefusal resync(GraphService service) {
        return service == GraphService.EXCHANGE
                ? GraphRefusal.of(410, "SyncStateNotFound", "The sync state generation is not found; continuing with the sync state is not possible.")
                : GraphRefusal.of(410, "resyncRequired", "Resync required. Replace any local items with the server's version.");
    }

    public static GraphRefusal locked() {
        return GraphRefusal.of(423, "resourceLocked", "The resource you are attempting to access is locked.");
    }

    /// @param retryAfter seconds as text, or null for none
    public static GraphRefusal throttled(String retryAfter) {
        var refusal = GraphRefusal.of(429, "TooManyRequests", "Too Many Requests").withInnerCode("429");
        return retryAfter == null ? refusal : refusal.withHeader("Retry-After", retryAfter);
    }

    static GraphRefusal mailboxConcurrency() {
        return GraphRefusal.of(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.")
                .withHeader("Retry-After", "1");
    }

    public static GraphRefusal serverError(int status) {
        return switch (status) {
            case 502 -> GraphRefusal.of(502, "BadGateway", "The server failed to communicate with the target resource.");
            case 503 -> GraphRefusal.of(503, "serviceNotAvailable", "The service is not available. Try the request again after a delay.");
            case 504 -> GraphRefusal.of(504, "UnknownError", "Gateway Timeout");
            default -> GraphRefusal.of(status, "InternalServerError", "An internal server error occurred. The operation failed.");
        };
    }

    private static GraphRefusal token(String message) {
        return GraphRefusal.of(401, "InvalidAuthenticationToken", message).withHeader("WWW-Authenticate", CHALLENGE);
    }
}
