package app.lectern.graph;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.Remedy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// Finds a tenant by id or domain before anything else is known: does it exist, what is its id, and is it in this cloud?
public final class TenantLookup {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{4,8})");

    private final OkHttpClient http;
    private final JsonMapper json = new JsonMapper();

    TenantLookup(OkHttpClient http) {
        this.http = http;
    }

    /// Raises TENANT_UNKNOWN, TENANT_NEEDED, CLOUD_WRONG, or what was wrong with the network.
    public TenantFacts find(Cloud cloud, String tenant) {
        var address = HttpUrl.get(cloud.login().toString()).newBuilder()
                .addPathSegment(tenant.strip())
                .addPathSegments("v2.0/.well-known/openid-configuration")
                .build();
        if (tenant.isBlank()) {
            throw Problem.of(Code.TENANT_NEEDED).raise();
        }
        try (var response = http.newCall(new Request.Builder().url(address).build()).execute()) {
            var answer = json.readTree(response.body().bytes());
            if (!response.isSuccessful()) {
                throw refused(response.code(), answer, tenant).raise();
            }
            return facts(cloud, tenant, answer);
        } catch (CancelledCall cancelled) {
            throw new CancellationException();
        } catch (IOException failure) {
            throw TransportProblems.of(failure).raise(failure);
        }
    }

    private static TenantFacts facts(Cloud cloud, String tenant, JsonNode answer) {
        var id = guid(answer.path("token_endpoint").asText("")).or(() -> guid(answer.path("issuer").asText("")));
        if (id.isEmpty()) {
            throw Problem.of(Code.TENANT_NEEDED).with("tenant", tenant).raise();
        }
        var graph = answer.path("msgraph_host").asText("");
        if (cloud.knownToMicrosoft() && !graph.isEmpty() && !graph.equalsIgnoreCase(cloud.graph().getHost())) {
            throw Problem.of(Code.CLOUD_WRONG).with("tenant", tenant).raise();
        }
        return new TenantFacts(id.get(), answer.path("tenant_region_scope").asText(""));
    }

    private static Optional<String> guid(String address) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var found = GUID.matcher(URI.create(address.replace("{", "").replace("}", "")).getPath());
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private static Problem refused(int status, JsonNode answer, String tenant) {
        var said = answer.path("error_description").asText("");
        var number = NUMBER.matcher(said);
        var code = number.find() ? "AADSTS" + number.group(1) : answer.path("error").asText("");
        var meaning = code.startsWith("AADSTS") ? AadstsCodes.meaning(Integer.parseInt(number.group(1))) : Optional.<Code>empty();
        return Problem.of(status >= 500 ? Code.SERVICE_DOWN : meaning.orElse(Code.TENANT_UNKNOWN))
                .with("tenant", tenant)
                .with("code", Integer.toString(status))
                .seen(new Evidence("Entra", status, code, "", answer.path("trace_id").asText("")))
                .offering(Remedy.of(Remedy.Kind.RETRY));
    }
}
