package app.lectern.demo.graph;

import app.lectern.demo.faults.DemoFaults;
import app.lectern.demo.faults.RequestLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// `POST /$batch`: up to twenty operations in one request, each with an answer of its own. Items run side by side unless
/// `dependsOn` orders them, and answers come in the reverse of that, so that no client learns to rely on the order.
final class GraphBatch {

    private static final int LIMIT = 20;
    private static final int MAILBOX_ITEMS_AT_ONCE = 4;

    private final GraphDesk desk;
    private final GraphErrors errors;
    private final DemoFaults faults;
    private final RequestLog log;
    private final Clock clock;

    GraphBatch(GraphDesk desk, GraphErrors errors, DemoFaults faults, RequestLog log, Clock clock) {
        this.desk = desk;
        this.errors = errors;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    private record Item(int place, String id, List<String> dependsOn, GraphOperation operation) {
    }

    GraphAnswer answer(GraphOperation outer) {
        if (!outer.method().equals("POST")) {
            throw GraphRefusal.of(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
        }
        var items = parse(outer);
        var answers = run(items);
        var body = JsonNodeFactory.instance.objectNode();
        var responses = body.putArray("responses");
        items.reversed().forEach(item -> responses.add(answers.get(item.id())));
        return GraphAnswer.ok(body);
    }

    private List<Item> parse(GraphOperation outer) {
        if (outer.body() == null || !(outer.body().path("requests") instanceof ArrayNode requests)) {
            throw GraphRefusal.badRequest("Invalid batch payload format.");
        }
        if (requests.size() > LIMIT) {
            throw GraphRefusal.badRequest("Number of batch request steps exceeds the maximum value of " + LIMIT + ".");
        }
        var items = new ArrayList<Item>();
        var ids = new HashSet<String>();
        for (var request : requests) {
            var item = item(items.size(), request, outer);
            if (!ids.containsAll(item.dependsOn())) {
                throw GraphRefusal.badRequest("Invalid batch payload format: dependsOn names a request that does not stand before it.");
            }
            if (item.id().isEmpty() || !ids.add(item.id())) {
                throw GraphRefusal.badRequest("Invalid batch payload format: request ids must be present and unique.");
            }
            items.add(item);
        }
        return items;
    }

    private static Item item(int place, JsonNode request, GraphOperation outer) {
        var url = request.path("url").asText("");
        if (url.isEmpty() || url.matches("(?i)https?://.*")) {
            throw GraphRefusal.badRequest("Invalid batch payload format: '" + url + "' is not a relative URL.");
        }
        var target = url.startsWith("/") ? url : "/" + url;
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.path("headers").properties().forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
        var dependsOn = new ArrayList<String>();
        request.path("dependsOn").forEach(node -> dependsOn.add(node.asText()));
        return new Item(place, request.path("id").asText(""), dependsOn,
                new GraphOperation(request.path("method").asText("GET").toUpperCase(java.util.Locale.ROOT), target, headers, request.get("body"), outer.caller()));
    }

    private Map<String, ObjectNode> run(List<Item> items) {
        var running = new HashMap<String, Future<ObjectNode>>();
        var mailboxItems = new Semaphore(MAILBOX_ITEMS_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var item : items) {
                var awaited = item.dependsOn().stream().map(running::get).toList();
                running.put(item.id(), threads.submit(() -> answer(item, awaited, mailboxItems)));
            }
            var answers = new HashMap<String, ObjectNode>();
            for (var entry : running.entrySet()) {
                answers.put(entry.getKey(), entry.getValue().get());
            }
            return answers;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw GraphRefusals.serverError(503);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private ObjectNode answer(Item item, List<Future<ObjectNode>> awaited, Semaphore mailboxItems) throws InterruptedException, ExecutionException {
        for (var earlier : awaited) {
            if (earlier.get().get("status").intValue() >= 400) {
                return refused(item, GraphRefusal.of(424, "FailedDependency", "Failed Dependency"));
            }
        }
        var counted = isMailboxWork(item);
        if (counted) {
            mailboxItems.acquire();
        }
        try {
            return carryOut(item);
        } finally {
            if (counted) {
                mailboxItems.release();
            }
        }
    }

    private boolean isMailboxWork(Item item) {
        return desk.isMailboxWork(item.operation());
    }

    private ObjectNode carryOut(Item item) {
        var operation = item.operation();
        var fault = faults.strikeItem(operation.method(), "/v1.0" + operation.path(), item.place());
        ObjectNode node;
        try {
            if (fault.isPresent() && fault.get().refusal() instanceof GraphRefusal refusal) {
                throw refusal;
            }
            node = fault.isPresent() && fault.get().reply() != null
                    ? node(item, fault.get().reply().status()) : answered(item, desk.carryOut(operation));
        } catch (GraphRefusal refusal) {
            node = refused(item, refusal);
        }
        log.add(new RequestLog.Entry(clock.instant(), operation.method(), "/v1.0" + operation.path(), operation.query(),
                operation.headers().get("Prefer"), null, node.get("status").intValue(), true));
        return node;
    }

    private static ObjectNode answered(Item item, GraphAnswer answer) {
        var node = node(item, answer.status());
        var headers = node.putObject("headers");
        headers.put("Cache-Control", "no-cache");
        answer.headers().forEach(headers::put);
        if (answer.json() != null) {
            headers.put("Content-Type", "application/json");
            node.set("body", answer.json());
        } else if (answer.content() != null) {
            // bodies that are not JSON stand in a batch as base64
            var bytes = new byte[Math.toIntExact(answer.content().length())];
            answer.content().read(0, bytes, 0, bytes.length);
            headers.put("Content-Type", answer.contentType());
            node.put("body", bytes);
        }
        return node;
    }

    private ObjectNode refused(Item item, GraphRefusal refusal) {
        var node = node(item, refusal.status());
        var headers = node.putObject("headers").put("Content-Type", "application/json");
        refusal.headers().forEach(headers::put);
        node.set("body", errors.body(refusal, UUID.randomUUID().toString(), item.operation().headers().get("client-request-id")));
        return node;
    }

    private static ObjectNode node(Item item, int status) {
        return JsonNodeFactory.instance.objectNode().put("id", item.id()).put("status", status);
    }
}
