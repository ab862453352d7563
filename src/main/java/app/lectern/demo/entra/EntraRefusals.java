package app.lectern.demo.entra;

import java.time.Instant;

/// Entra's refusals in Entra's words, one method each, so that the same sentence stands in one place only.
public final class EntraRefusals {

    private EntraRefusals() {
    }

    static EntraRefusal unknownTenant(String tenant) {
        if (!tenant.contains(".") && !tenant.matches("[0-9a-fA-F-]{36}")) {
            return EntraRefusal.of(400, "invalid_request", 900023, "Specified tenant identifier '" + tenant
                    + "' is neither a valid DNS name, nor a valid external domain.");
        }
        return EntraRefusal.of(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found. Check to make sure you have "
                + "the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, "
                + "this may happen if there are no active subscriptions for the tenant.");
    }

    static EntraRefusal tenantNeeded() {
        return EntraRefusal.of(400, "invalid_request", 50059,
                "No tenant-identifying information found in either the request or implied by any provided credentials.");
    }

    static EntraRefusal parameterMissing(String name) {
        return EntraRefusal.of(400, "invalid_request", 900144, "The request body must contain the following parameter: '" + name + "'.");
    }

    static EntraRefusal unsupportedGrant(String grant) {
        return EntraRefusal.of(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type '" + grant + "'.");
    }

    static EntraRefusal unknownApp(String appId, String tenantName) {
        return EntraRefusal.of(400, "unauthorized_client", 700016, "Application with identifier '" + appId
                + "' was not found in the directory '" + tenantName + "'. This can happen if the application has not been installed "
                + "by the administrator of the tenant or consented to by any user in the tenant. You may have sent your "
                + "authentication request to the wrong tenant.");
    }

    static EntraRefusal wrongSecret() {
        return EntraRefusal.of(401, "invalid_client", 7000215, "Invalid client secret provided.");
    }

    static EntraRefusal secretIdPasted(String appId) {
        return EntraRefusal.of(401, "invalid_client", 7000215, "Invalid client secret provided. Ensure the secret being sent in the "
                + "request is the client secret value, not the client secret ID, for a secret added to app '" + appId + "'.");
    }

    static EntraRefusal expiredSecret(String appId) {
        return EntraRefusal.of(401, "invalid_client", 7000222, "The provided client secret keys for app '" + appId
                + "' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or "
                + "consider using certificate credentials for added security: https://aka.ms/certCreds.");
    }

    static EntraRefusal proofMissing() {
        return EntraRefusal.of(401, "invalid_client", 7000218,
                "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
    }

    static EntraRefusal badAssertion(String reason, String thumbprint, String appId) {
        return EntraRefusal.of(401, "invalid_client", 700027, "The certificate with identifier used to sign the client assertion is "
                + "not registered on application. [Reason - " + reason + ", Thumbprint of key used by client: '" + thumbprint
                + "', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '"
                + appId + "'.");
    }

    static EntraRefusal assertionTime(Instant now, Instant from, Instant until) {
        return EntraRefusal.of(401, "invalid_client", 700024, "Client assertion is not within its valid time range. Current time: "
                + now + ", assertion valid from " + from + ", expiry time of assertion " + until + ".");
    }

    static EntraRefusal assertionAudience() {
        return EntraRefusal.of(401, "invalid_client", 700021, "Client assertion application identifier doesn't match 'client_id' "
                + "parameter, or its audience does not match the token endpoint.");
    }

    static EntraRefusal badScope(String scope) {
        return EntraRefusal.of(400, "invalid_scope", 70011, "The provided request must include a 'scope' input parameter. The "
                + "provided value for the input parameter 'scope' is not valid. The scope " + scope + " is not valid.");
    }

    static EntraRefusal unknownResource(String resource, String tenantName) {
        return EntraRefusal.of(400, "invalid_resource", 500011, "The resource principal named " + resource
                + " was not found in the tenant named " + tenantName + ". This can happen if the application has not been installed "
                + "by the administrator of the tenant or consented to by any user in the tenant. You might have sent your "
                + "authentication request to the wrong tenant.");
    }

    static EntraRefusal consentMissing(AppRegistration app) {
        return EntraRefusal.of(400, "invalid_grant", 65001, "The user or administrator has not consented to use the application with "
                + "ID '" + app.appId() + "' named '" + app.displayName()
                + "'. Send an interactive authorization request for this user and resource.").withSuberror("consent_required");
    }

    /// Conditional Access does not let this way of signing in pass.
    public static EntraRefusal blockedByConditionalAccess() {
        return EntraRefusal.of(400, "invalid_grant", 53003, "Access has been blocked by Conditional Access policies. The access "
                + "policy does not allow token issuance.").withSuberror("message_only");
    }

    /// The person must prove themselves with a second factor, in a browser.
    public static EntraRefusal mfaRequired() {
        return EntraRefusal.of(400, "invalid_grant", 50076, "Due to a configuration change made by your administrator, or "
                + "because you moved to a new location, you must use multi-factor authentication to access '"
                + Permissions.GRAPH_APP_ID + "'.").withSuberror("basic_action")
                .withClaims("{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"e1f0c0a4-5b6d-4d0f-8a57-0f3b7a4f2f10\"]}}}");
    }

    static EntraRefusal pending() {
        return EntraRefusal.of(400, "authorization_pending", 70016,
                "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
    }

    static EntraRefusal unknownDeviceCode() {
        return EntraRefusal.of(400, "bad_verification_code", 70018,
                "Invalid verification code due to User typing in wrong user code for device code flow.");
    }

    static EntraRefusal expiredDeviceCode() {
        return EntraRefusal.of(400, "expired_token", 70020, "The provided value for the input parameter 'device_code' is not valid. "
                + "This device code has expired.");
    }

    static EntraRefusal declined() {
        return EntraRefusal.of(400, "authorization_declined", 65004, "User declined to consent to access the app.");
    }

    static EntraRefusal declinedInBrowser() {
        return EntraRefusal.of(400, "access_denied", 65004, declined().getMessage());
    }

    static EntraRefusal unknownUser(String name, String tenantName) {
        return EntraRefusal.of(400, "invalid_grant", 50034, "The user account " + name
                + " does not exist in the " + tenantName + " directory. To sign into this application, the account must be added "
                + "to the directory.");
    }

    static EntraRefusal disabledUser() {
        return EntraRefusal.of(400, "invalid_grant", 50057, "The user account is disabled.");
    }

    static EntraRefusal malformedGrant(String what) {
        return EntraRefusal.of(400, "invalid_grant", 9002313, "Invalid request. Request is malformed or invalid: " + what + ".");
    }

    static EntraRefusal redeemedCode() {
        return EntraRefusal.of(400, "invalid_grant", 54005, "OAuth2 Authorization code was already redeemed, please retry with a new "
                + "valid code or use an existing refresh token.");
    }

    static EntraRefusal wrongVerifier() {
        return EntraRefusal.of(400, "invalid_grant", 501481,
                "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
    }

    static EntraRefusal wrongRedirect(String redirect, String appId) {
        return EntraRefusal.of(400, "invalid_request", 50011, "The redirect URI '" + redirect + "' specified in the request does not "
                + "match the redirect URIs configured for the application '" + appId + "'. Make sure the redirect URI sent in the "
                + "request matches one added to your application in the Azure portal.");
    }

    static EntraRefusal expiredRefreshToken(Instant issued) {
        return EntraRefusal.of(400, "invalid_grant", 700082, "The refresh token has expired due to inactivity. The token was issued on "
                + issued + " and was inactive for 90.00:00:00.").withSuberror("token_expired");
    }

    /// An administrator has ended all sessions of the person, or a password was changed.
    static EntraRefusal revokedRefreshToken(Instant issued) {
        return EntraRefusal.of(400, "invalid_grant", 50173, "The provided grant has expired due to it being revoked, a fresh auth token "
                + "is needed. The user might have changed or reset their password. The grant was issued on '" + issued
                + "'.").withSuberror("bad_token");
    }

    /// Entra itself has trouble; worth trying again.
    public static EntraRefusal unavailable() {
        return EntraRefusal.of(503, "temporarily_unavailable", 90033,
                "A transient error has occurred. Please try again.");
    }
}
