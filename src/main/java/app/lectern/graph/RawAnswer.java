package app.lectern.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.kiota.RequestOption;

/// Keeps the JSON of an answer beside the SDK's object, because the SDK turns an enum member that it does not know into
/// null and forgets what it was: `var raw = RawAnswer.wanted(); config.options.add(raw)`, then `raw.text("/role")`.
public final class RawAnswer implements RequestOption {
    private volatile JsonNode json = MissingNode.getInstance();

    private RawAnswer() {}

    /// For one call.
    public static RawAnswer wanted() {
        return new RawAnswer();
    }

    /// The whole answer; missing when there was none or it was no JSON.
    public JsonNode json() {
        return json;
    }

    /// The text at a JSON pointer, empty when there is none.
    public String text(String pointer) {
        return json.at(pointer).asText("");
    }

    void keep(JsonNode answer) {
        json = answer;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends RequestOption> Class<T> getType() {
        return (Class<T>) RawAnswer.class;
    }
}
