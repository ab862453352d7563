package app.lectern.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// One documented sample of a Graph request and its response.
record GraphExample(String name, JsonNode sample) {
    private static final String FOLDER = "/app/lectern/graph-examples/";

    static GraphExample named(String name) {
        try (var in = GraphExample.class.getResourceAsStream(FOLDER + name + ".json")) {
            return new GraphExample(name, DemoClient.JSON.readTree(Objects.requireNonNull(in, name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<GraphExample> all() {
        try (var in = GraphExample.class.getResourceAsStream(FOLDER + "index.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> named(line.substring(0, line.indexOf(".json")))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonNode response() {
        return sample.path("response");
    }

    boolean isJson() {
        return response().isObject();
    }

    /// A single sample item, out of a collection or by itself.
    JsonNode item() {
        return response().path("value").isArray() ? response().path("value").path(0) : response();
    }

    @Override
    public String toString() {
        return name;
    }
}
