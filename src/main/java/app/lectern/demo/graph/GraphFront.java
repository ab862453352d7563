package app.lectern.demo.graph;

import app.lectern.demo.entra.Accounts;
import app.lectern.demo.entra.Tokens;
import app.lectern.demo.faults.DemoFaults;
import app.lectern.demo.faults.RequestLog;
import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;

/// Graph's HTTP side: token, JSON in, JSON or bytes out, ids on every answer, refusals as error bodies, and the way to `$batch`.
public final class GraphFront {

    private static final String PREFIX = "/v1.0";
    private static final String JSON = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private final ObjectMapper mapper = new ObjectMapper();
    private final GraphDesk desk;
    private final GraphBatch batch;
    private final BearerCheck bearer;
    private final GraphErrors errors;

    /// @param base the address of the host without a slash at its end
    public GraphFront(GraphRoutes routes, Tokens tokens, Accounts accounts, DemoFaults faults, RequestLog log, Clock clock, String base) {
        this.desk = new GraphDesk(routes, accounts, clock, base + PREFIX);
        this.errors = new GraphErrors(clock);
        this.batch = new GraphBatch(desk, errors, faults, log, clock);
        this.bearer = new BearerCheck(tokens, clock, base);
    }

    public Mailboxes mailboxes() {
        return desk.mailboxes();
    }

    public HttpReply answer(HttpCall call) {
        try {
            return respond(call);
        } catch (GraphRefusal refusal) {
            return refuse(call, refusal);
        }
    }

    /// The answer that carries a refusal.
    public HttpReply refuse(HttpCall call, GraphRefusal refusal) {
        var requestId = UUID.randomUUID().toString();
        var body = errors.body(refusal, requestId, call.header("client-request-id"));
        var reply = HttpReply.text(refusal.status(), "application/json", write(body));
        for (var header : refusal.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return identified(call, reply, requestId);
    }

    private HttpReply respond(HttpCall call) {
        var caller = bearer.caller(call.header("Authorization"));
        if (!call.path().startsWith(PREFIX + "/")) {
            throw GraphRefusal.badRequest("Invalid version: " + call.path().split("/")[1] + ".");
        }
        var operation = new GraphOperation(call.method(), call.target().substring(PREFIX.length()), call.headers(), read(call), caller);
        var answer = operation.path().equals("/$batch") ? batch.answer(operation) : desk.carryOut(operation);
        return identified(call, reply(answer), UUID.randomUUID().toString());
    }

    private HttpReply reply(GraphAnswer answer) {
        HttpReply reply;
        if (answer.json() != null) {
            reply = HttpReply.text(answer.status(), JSON, write(answer.json())).withHeader("OData-Version", "4.0");
        } else if (answer.content() != null) {
            reply = HttpReply.bytes(answer.status(), answer.contentType(), answer.content());
        } else {
            reply = HttpReply.empty(answer.status());
        }
        for (var header : answer.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }

    private static HttpReply identified(HttpCall call, HttpReply reply, String requestId) {
        var clientId = call.header("client-request-id");
        return reply.withHeader("request-id", requestId).withHeader("client-request-id", clientId == null ? requestId : clientId)
                .withHeader("x-ms-ags-diagnostic", "{\"ServerInfo\":{\"DataCenter\":\"Demo\",\"Slice\":\"E\",\"Ring\":\"0\"}}")
                .withHeader("Cache-Control", "no-cache");
    }

    private JsonNode read(HttpCall call) {
        if (call.body().length == 0) {
            return null;
        }
        var type = call.header("Content-Type");
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw GraphRefusal.of(415, "BadRequest", "A supported MIME type could not be found that matches the content type of the request. "
                    + "None of the supported type(s) 'application/json' matches the content type '" + type + "'.");
        }
        try {
            var body = mapper.readTree(call.body());
            return body == null || body.isMissingNode() ? null : body;
        } catch (IOException notJson) {
            throw GraphRefusal.badRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
        }
    }

    private String write(JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
