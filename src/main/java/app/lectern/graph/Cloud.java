package app.lectern.graph;

import app.lectern.problems.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// One of Microsoft's clouds, or endpoints that the user names: where to sign in, where Graph is, where the portal is.
/// Tokens never cross from one to another.
public record Cloud(Kind kind, URI login, URI graph, URI portal) {
    public enum Kind { GLOBAL, GCC_HIGH, DOD, CHINA, CUSTOM }

    /// What a cloud may lack altogether, whatever the permissions.
    public enum Capability { ONLINE_MEETINGS, ATTENDANCE, RECORDINGS, TRANSCRIPTS, CALL_RECORDS }

    public static final Cloud GLOBAL = new Cloud(
            Kind.GLOBAL,
            URI.create("https://login.microsoftonline.com"),
            URI.create("https://graph.microsoft.com"),
            URI.create("https://entra.microsoft.com"));
    public static final Cloud GCC_HIGH = new Cloud(
            Kind.GCC_HIGH,
            URI.create("https://login.microsoftonline.us"),
            URI.create("https://graph.microsoft.us"),
            URI.create("https://portal.azure.us"));
    public static final Cloud DOD = new Cloud(
            Kind.DOD,
            URI.create("https://login.microsoftonline.us"),
            URI.create("https://dod-graph.microsoft.us"),
            URI.create("https://portal.azure.us"));
    public static final Cloud CHINA = new Cloud(
            Kind.CHINA,
            URI.create("https://login.partner.microsoftonline.cn"),
            URI.create("https://microsoftgraph.chinacloudapi.cn"),
            URI.create("https://portal.azure.cn"));

    /// Endpoints by address, with or without `/v1.0` or a slash at the end. Only https, which MSAL insists on; Graph on this
    /// very computer may be plain.
    public static Cloud custom(String loginEndpoint, String graphEndpoint) {
        return new Cloud(
                Kind.CUSTOM,
                endpoint("@endpoint.login", loginEndpoint, false),
                endpoint("@endpoint.graph", graphEndpoint, true),
                GLOBAL.portal());
    }

    private static URI endpoint(String field, String text, boolean mayBePlainHere) {
        try {
            var given = new URI(text == null ? "" : text.strip());
            boolean plain = mayBePlainHere && "http".equalsIgnoreCase(given.getScheme()) && isLoopback(given.getHost());
            boolean safe = plain || "https".equalsIgnoreCase(given.getScheme());
            if (!safe || given.getHost() == null || given.getUserInfo() != null) {
                throw new URISyntaxException(String.valueOf(text), "@endpoint.not-https");
            }
            return new URI(plain ? "http" : "https", null, given.getHost().toLowerCase(Locale.ROOT), given.getPort(), null, null, null);
        } catch (URISyntaxException failure) {
            throw Problem.of(Problem.Code.INPUT_WRONG)
                    .with("field", field)
                    .with("reason", failure.getReason().startsWith("@") ? failure.getReason() : "@endpoint.malformed")
                    .raise(failure);
        }
    }

    private static boolean isLoopback(String host) {
        return host != null && (host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }

    /// What a token is asked for: everything that was granted.
    public String scope() {
        return graph + "/.default";
    }

    /// The address under which Graph's v1.0 paths start, without a slash at its end.
    public String apiRoot() {
        return graph + "/v1.0";
    }

    public boolean lacks(Capability capability) {
        return kind == Kind.CHINA && Set.of(Capability.values()).contains(capability);
    }

    /// MSAL may ask Microsoft's own list of clouds only for Microsoft's own clouds.
    boolean knownToMicrosoft() {
        return kind != Kind.CUSTOM;
    }

    String authority(String tenant) {
        return login + "/" + tenant + "/";
    }
}
