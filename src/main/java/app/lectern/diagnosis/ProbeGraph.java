package app.lectern.diagnosis;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/// Asks Graph for a path as it is written, and hands back the answer as it came: for looking, not for building on.
public final class ProbeGraph {
    private ProbeGraph() {}

    public static String get(GraphSession session, String path) {
        var address = URI.create(session.connection().cloud().apiRoot() + (path.startsWith("/") ? path : "/" + path));
        return session.ask(About.of("Demo: get").item(path), client -> {
            var request = new RequestInformation();
            request.httpMethod = HttpMethod.GET;
            request.setUri(address);
            request.headers.add("Accept", "application/json");
            var errors = new HashMap<String, ParsableFactory<? extends com.microsoft.kiota.serialization.Parsable>>();
            errors.put("XXX", ODataError::createFromDiscriminatorValue);
            try (var body = client.getRequestAdapter().sendPrimitive(request, errors, InputStream.class)) {
                return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
