package app.lectern.graph;

import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParseNodeFactoryRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Sends many requests as `$batch`es of twenty, at most four for one mailbox in each, and repeats what was throttled,
/// each item after its own Retry-After. The outer answer proves nothing: every item has its own outcome.
public final class Batch {
    static final int SIZE = 20;
    private static final int TRIES = 4;
    /// 424 among items that depend on nothing means that their batch was throttled as a whole.
    private static final Set<Integer> TRANSIENT = Set.of(424, 429, 503, 504);
    private static final MediaType JSON = MediaType.get("application/json");

    private final Connection connection;
    private final OkHttpClient http;
    private final OkHttpRequestAdapter adapter;
    private final GraphProblems problems;
    private final GraphParts parts;
    private final JsonMapper json = new JsonMapper();

    Batch(Connection connection, OkHttpClient http, OkHttpRequestAdapter adapter, GraphProblems problems, GraphParts parts) {
        this.connection = connection;
        this.http = http;
        this.adapter = adapter;
        this.problems = problems;
        this.parts = parts;
    }

    /// Outcomes in the order of the calls. Cancelling keeps what is done, leaves the rest [BatchOutcome.NotSent], and
    /// leaves the thread interrupted.
    public <T extends Parsable> List<BatchOutcome<T>> run(About about, List<BatchCall<T>> calls, Progress progress) {
        var round = new Round<T>(calls, progress);
        try {
            new Purpose(about.purpose(), about.watcher()).during(() -> {
                round.sendAll(about);
                return null;
            });
        } catch (Exception failure) {
            var raised = problems.raised(failure, about);
            if (raised instanceof java.util.concurrent.CancellationException) {
                Thread.currentThread().interrupt();
            } else {
                round.failRest(app.lectern.problems.Unexpected.from(raised));
            }
        }
        return round.outcomes();
    }

    /// The state of one run.
    private final class Round<T extends Parsable> {
        private final Progress progress;
        private final List<BatchItem<T>> pending = new ArrayList<>();
        private final List<BatchOutcome<T>> outcomes = new ArrayList<>();

        Round(List<BatchCall<T>> calls, Progress progress) {
            this.progress = progress;
            for (int index = 0; index < calls.size(); index++) {
                pending.add(new BatchItem<>(index, calls.get(index), adapter, connection.cloud().apiRoot(), json));
                outcomes.add(new BatchOutcome.NotSent<>());
            }
        }

        List<BatchOutcome<T>> outcomes() {
            return List.copyOf(outcomes);
        }

        void failRest(Problem problem) {
            for (var item : pending) {
                outcomes.set(item.index(), new BatchOutcome.Failed<>(problem));
            }
            pending.clear();
        }

        void sendAll(About about) throws IOException, InterruptedException {
            while (!pending.isEmpty()) {
                progress.checkpoint();
                var now = parts.clock().instant();
                var chosen = choose(now);
                if (chosen.isEmpty()) {
                    rest(now);
                    continue;
                }
                send(chosen, about);
                progress.count(outcomes.size() - pending.size(), outcomes.size());
            }
        }

        /// As many as fit, in order; the fifth of a mailbox waits for the next batch.
        private List<BatchItem<T>> choose(Instant now) {
            var chosen = new ArrayList<BatchItem<T>>();
            var perMailbox = new HashMap<String, Integer>();
            for (var item : pending) {
                if (chosen.size() == SIZE) {
                    break;
                }
                var mailbox = item.mailbox(connection.id());
                if (item.readyAt(now)
                        && (mailbox.isEmpty() || perMailbox.merge(mailbox.get(), 1, Integer::sum) <= MailboxGate.LIMIT)) {
                    chosen.add(item);
                }
            }
            return chosen;
        }

        private void rest(Instant now) throws InterruptedException {
            var first = pending.stream().map(BatchItem::notBefore).min(Instant::compareTo).orElse(now);
            var pause = Duration.between(now, first);
            var waiting = new Waiting(2, TRIES, pause, "429");
            Purpose.current().watcher().accept(waiting);
            parts.pauses().tell(connection.id(), waiting);
            parts.sleeper().sleep(pause);
            // a sleeper that does not really sleep would otherwise never let them go
            pending.forEach(item -> item.notBefore(item.notBefore().minus(pause)));
        }

        private void send(List<BatchItem<T>> chosen, About about) throws IOException, InterruptedException {
            var places = new LinkedHashMap<String, Integer>();
            for (var item : chosen) {
                item.mailbox(connection.id()).ifPresent(mailbox -> places.merge(mailbox, 1, Integer::sum));
            }
            var body = json.createObjectNode();
            var requests = body.putArray("requests");
            for (var item : chosen) {
                requests.add(item.toJson());
                item.sent();
            }
            Map<String, JsonNode> answers;
            try (var _ = parts.gate().enter(places)) {
                answers = post(json.writeValueAsBytes(body), chosen.stream().allMatch(BatchItem::repeatable), about);
            }
            for (var item : chosen) {
                settle(item, answers.get(Integer.toString(item.index())), about);
            }
        }

        private void settle(BatchItem<T> item, JsonNode answer, About about) throws IOException {
            if (answer == null) {
                finish(item, new BatchOutcome.Failed<>(Problem.of(Problem.Code.ANSWER_UNREADABLE)
                        .with("host", connection.cloud().graph().getHost())));
                return;
            }
            int status = answer.path("status").asInt();
            var headers = headers(answer);
            if (status >= 200 && status < 300) {
                finish(item, new BatchOutcome.Done<>(status, parsed(item, answer.path("body"))));
                return;
            }
            var pause = RetryAfter.parse(headers.get("retry-after"), parts.clock().instant())
                    .orElse(Duration.ofSeconds(1L << Math.max(0, item.tries() - 1)));
            boolean again = TRANSIENT.contains(status) && item.tries() < TRIES && item.repeatable();
            if (again && pause.compareTo(Retry.PATIENCE) <= 0) {
                item.notBefore(parts.clock().instant().plus(pause));
                item.call().about().watcher().accept(new Waiting(item.tries() + 1, TRIES, pause, Integer.toString(status)));
                return;
            }
            var subject = merged(about, item.call().about());
            finish(item, new BatchOutcome.Failed<>(
                    problems.of(Refusal.of(status, answer.path("body"), headers, item.path()), subject)));
        }

        private void finish(BatchItem<T> item, BatchOutcome<T> outcome) {
            outcomes.set(item.index(), outcome);
            pending.remove(item);
        }

        private Optional<T> parsed(BatchItem<T> item, JsonNode body) throws IOException {
            if (!body.isObject()) {
                return Optional.empty();
            }
            var node = ParseNodeFactoryRegistry.defaultInstance.getParseNode(
                    "application/json", new ByteArrayInputStream(json.writeValueAsBytes(body)));
            return Optional.ofNullable(node.getObjectValue(item.call().answer()));
        }
    }

    private Map<String, JsonNode> post(byte[] body, boolean repeatable, About about) throws IOException {
        var request = new Request.Builder()
                .url(connection.cloud().apiRoot() + "/$batch")
                .header("Accept", "application/json")
                .post(RequestBody.create(body, JSON));
        if (repeatable) {
            request.tag(IdempotentWrite.class, IdempotentWrite.MARK);
        }
        try (var response = http.newCall(request.build()).execute()) {
            var answer = json.readTree(response.body().bytes());
            if (!response.isSuccessful()) {
                var headers = new HashMap<String, String>();
                response.headers().forEach(header -> headers.put(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
                throw problems.of(Refusal.of(response.code(), answer, headers, "/$batch"), about).raise();
            }
            var byId = new HashMap<String, JsonNode>();
            answer.path("responses").forEach(item -> byId.put(item.path("id").asText(), item));
            return byId;
        }
    }

    private static Map<String, String> headers(JsonNode answer) {
        var found = new HashMap<String, String>();
        answer.path("headers").forEachEntry((name, value) -> found.put(name.toLowerCase(Locale.ROOT), value.asText()));
        return found;
    }

    private static About merged(About outer, About inner) {
        var both = outer;
        for (var fact : inner.facts().entrySet()) {
            both = both.with(fact.getKey(), fact.getValue());
        }
        return both;
    }
}
