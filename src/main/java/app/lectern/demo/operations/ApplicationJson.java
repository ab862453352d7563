package app.lectern.demo.operations;

import app.lectern.demo.entra.AppRegistration;
import app.lectern.demo.entra.Permissions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/// App registrations, enterprise applications and grants as Graph writes them.
final class ApplicationJson {
    private final Permissions permissions;
    private final String graphPrincipal;

    ApplicationJson(Permissions permissions, String graphPrincipal) {
        this.permissions = permissions;
        this.graphPrincipal = graphPrincipal;
    }

    ObjectNode application(AppRegistration app) {
        var json = Json.object().put("id", app.objectId()).putNull("deletedDateTime")
                .put("isFallbackPublicClient", app.publicClient())
                .put("appId", app.appId()).put("createdDateTime", Json.seconds(started(app)))
                .put("displayName", app.displayName())
                .put("signInAudience", "AzureADMyOrg");
        json.putArray("identifierUris");
        json.putArray("tags");
        credentials(json, app);
        json.putObject("publicClient").set("redirectUris", Json.array(app.redirectUris()));
        var access = json.putArray("requiredResourceAccess").addObject().put("resourceAppId", Permissions.GRAPH_APP_ID)
                .putArray("resourceAccess");
        app.roles().stream().sorted().filter(permissions.application()::containsKey)
                .forEach(role -> access.addObject().put("id", permissions.application().get(role)).put("type", "Role"));
        return json;
    }

    ObjectNode principal(AppRegistration app) {
        var json = Json.object().put("id", app.servicePrincipalId()).put("accountEnabled", true)
                .put("appDisplayName", app.displayName())
                .put("appId", app.appId()).put("appRoleAssignmentRequired", false).put("displayName", app.displayName())
                .put("servicePrincipalType", "Application").put("signInAudience", "AzureADMyOrg");
        json.putArray("appRoles");
        json.putArray("oauth2PermissionScopes");
        json.putArray("servicePrincipalNames").add(app.appId());
        credentials(json, app);
        return json;
    }

    private void credentials(ObjectNode json, AppRegistration app) {
        var passwords = json.putArray("passwordCredentials");
        app.secrets().forEach(secret -> passwords.add(password(secret).putNull("secretText")));
        var keys = json.putArray("keyCredentials");
        app.certificates().forEach(certificate -> keys.add(key(certificate)));
    }

    ObjectNode password(AppRegistration.Secret secret) {
        return Json.object().putNull("customKeyIdentifier").put("displayName", secret.description())
                .put("endDateTime", Json.seconds(secret.end()))
                .put("hint", secret.hint()).put("keyId", secret.id()).put("startDateTime", Json.seconds(secret.start()));
    }

    private static ObjectNode key(X509Certificate certificate) {
        try {
            var id = UUID.nameUUIDFromBytes(certificate.getEncoded());
            return Json.object().put("customKeyIdentifier", Base64.getEncoder()
                    .encodeToString(id.toString().getBytes(StandardCharsets.US_ASCII)))
                    .put("displayName", certificate.getSubjectX500Principal().getName())
                    .put("endDateTime", Json.seconds(certificate.getNotAfter().toInstant()))
                    .putNull("key").put("keyId", id.toString())
                    .put("startDateTime", Json.seconds(certificate.getNotBefore().toInstant()))
                    .put("type", "AsymmetricX509Cert").put("usage", "Verify");
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Microsoft Graph's own enterprise application, from which ids of permissions become names.
    ObjectNode graph() {
        var json = Json.object().put("id", graphPrincipal).put("accountEnabled", true).put("appDisplayName", "Microsoft Graph")
                .put("appId", Permissions.GRAPH_APP_ID).put("displayName", "Microsoft Graph")
                .put("servicePrincipalType", "Application");
        var roles = json.putArray("appRoles");
        permissions.application().forEach((name, id) -> {
            var role = roles.addObject();
            role.putArray("allowedMemberTypes").add("Application");
            role.put("description", name).put("displayName", name).put("id", id).put("isEnabled", true)
                    .put("origin", "Application").put("value", name);
        });
        var scopes = json.putArray("oauth2PermissionScopes");
        permissions.delegated()
                .forEach((name, id) -> scopes.addObject().put("adminConsentDescription", name)
                .put("adminConsentDisplayName", name)
                .put("id", id).put("isEnabled", true).put("type", name.endsWith(".All") ? "Admin" : "User").put("value", name));
        return json;
    }

    ObjectNode roleAssignment(AppRegistration app, String role) {
        return Json.object().put("id", shortId(app.servicePrincipalId() + role)).putNull("deletedDateTime")
                .put("appRoleId", permissions.application().get(role)).put("createdDateTime", Json.time(started(app)))
                .put("principalDisplayName", app.displayName()).put("principalId", app.servicePrincipalId())
                .put("principalType", "ServicePrincipal")
                .put("resourceDisplayName", "Microsoft Graph").put("resourceId", graphPrincipal);
    }

    /// The scope begins with a blank, as it so often does in real tenants.
    ObjectNode grant(AppRegistration app) {
        return Json.object().put("clientId", app.servicePrincipalId()).put("consentType", "AllPrincipals")
                .put("id", shortId(app.servicePrincipalId())).putNull("principalId").put("resourceId", graphPrincipal)
                .put("scope", " " + String.join(" ", app.scopes().stream().sorted().toList()));
    }

    private static Instant started(AppRegistration app) {
        return app.secrets().isEmpty() ? Instant.EPOCH : app.secrets().getFirst().start();
    }

    private static String shortId(String text) {
        var id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.US_ASCII));
    }
}
