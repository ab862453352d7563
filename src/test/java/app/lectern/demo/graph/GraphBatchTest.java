package app.lectern.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.http.HttpReply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphBatchTest {

    private final FrontFixture fixture = new FrontFixture();
    private final AtomicInteger created = new AtomicInteger();
    private String token;

    @BeforeEach
    void addRoutes() {
        fixture.routes.get("/users/{user}", GraphService.DIRECTORY, call -> {
            if (call.variable("user").equals("nobody")) {
                throw GraphRefusal.directoryNotFound("nobody");
            }
            return GraphAnswer.ok(JsonNodeFactory.instance.objectNode().put("id", call.variable("user")));
        }).application("User.Read.All");
        fixture.routes.post("/users/{user}/events", GraphService.EXCHANGE, call -> {
            created.incrementAndGet();
            return GraphAnswer.created(call.object());
        }).application("Calendars.ReadWrite").accepts("microsoft.graph.event");
        fixture.routes.get("/users/{user}/photo/$value", GraphService.DIRECTORY, call -> GraphAnswer.text("text/plain", "hello"))
                .application("User.Read.All");
        token = fixture.appToken();
    }

    @Test
    void eachItemHasItsOwnAnswer() {
        var answers = batch("{'id':'a','method':'GET','url':'/users/1'},{'id':'b','method':'GET','url':'users/nobody'},"
                + "{'id':'c','method':'GET','url':'/nowhere'},{'id':'d','method':'GET','url':'/users/1/photo/$value'}");
        assertThat(answers.get("a").get("status").intValue()).isEqualTo(200);
        assertThat(answers.get("a").get("body").get("id").textValue()).isEqualTo("1");
        assertThat(answers.get("b").get("status").intValue()).isEqualTo(404);
        assertThat(answers.get("b").get("body").get("error").get("code").textValue()).isEqualTo("Request_ResourceNotFound");
        assertThat(answers.get("c").get("status").intValue()).isEqualTo(400);
        assertThat(answers.get("d").get("body").textValue()).isEqualTo("aGVsbG8=");
    }

    @Test
    void twentyItemsAreTheMost() {
        assertThat(batch(items(20))).hasSize(20);
        var refused = send(items(21));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(FrontFixture.error(refused).get("message").textValue()).contains("exceeds the maximum value of 20");
    }

    @Test
    void failedDependencySparesTheRest() {
        var answers = batch("{'id':'1','method':'GET','url':'/users/nobody'},"
                + "{'id':'2','method':'POST','url':'/users/1/events','body':{'subject':'x'},'dependsOn':['1']},"
                + "{'id':'3','method':'POST','url':'/users/1/events','body':{'subject':'y'}}");
        assertThat(answers.get("2").get("status").intValue()).isEqualTo(424);
        assertThat(answers.get("3").get("status").intValue()).isEqualTo(201);
        assertThat(created).hasValue(1);
    }

    @Test
    void malformedBatchesAreRefusedAsAWhole() {
        assertThat(send("{'id':'1','method':'GET','url':'https://graph.microsoft.com/v1.0/users/1'}").status()).isEqualTo(400);
        assertThat(send("{'id':'1','method':'GET','url':'/users/1'},{'id':'1','method':'GET','url':'/users/2'}").status()).isEqualTo(400);
        assertThat(send("{'method':'GET','url':'/users/1'}").status()).isEqualTo(400);
        assertThat(send("{'id':'1','method':'GET','url':'/users/1','dependsOn':['9']}").status()).isEqualTo(400);
        assertThat(fixture.send(token, "POST", "/$batch", "{}").status()).isEqualTo(400);
    }

    @Test
    void aFaultCanStrikeOneItem() {
        fixture.faults.batchItem(1).with(Fault.throttled("7"));
        var answers = batch(items(3));
        assertThat(answers.get("1").get("status").intValue()).isEqualTo(429);
        assertThat(answers.get("1").get("headers").get("Retry-After").textValue()).isEqualTo("7");
        assertThat(answers.get("0").get("status").intValue()).isEqualTo(200);
        assertThat(answers.get("2").get("status").intValue()).isEqualTo(200);
        assertThat(batch(items(3)).get("1").get("status").intValue()).isEqualTo(200);
    }

    @Test
    void aFaultByPathStrikesInsideABatchToo() {
        fixture.faults.graph("POST", "/users/*/events").with(Fault.serverError(503));
        var answers = batch("{'id':'1','method':'POST','url':'/users/1/events','body':{'subject':'x'}},{'id':'2','method':'GET','url':'/users/1'}");
        assertThat(answers.get("1").get("status").intValue()).isEqualTo(503);
        assertThat(answers.get("2").get("status").intValue()).isEqualTo(200);
        assertThat(created).hasValue(0);
    }

    @Test
    void itemsAreWrittenDown() {
        batch(items(2));
        assertThat(fixture.log.matching("GET", "/v1.0/users/")).hasSize(2).allMatch(entry -> entry.batchItem() && entry.status() == 200);
    }

    @Test
    void batchItselfNeverExceedsTheMailboxLimit() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        fixture.routes.get("/users/{user}/calendar", GraphService.EXCHANGE, call -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return GraphAnswer.noContent();
        }).application("Calendars.ReadWrite");
        var items = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            items.append(i == 0 ? "" : ",").append("{'id':'").append(i).append("','method':'GET','url':'/users/1/calendar'}");
        }
        assertThat(batch(items.toString()).values()).allMatch(answer -> answer.get("status").intValue() == 204);
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void theFifthRequestAtOnceInAMailboxIsThrottled() throws Exception {
        var inside = new CountDownLatch(4);
        var leave = new CountDownLatch(1);
        fixture.routes.get("/users/{user}/calendar", GraphService.EXCHANGE, call -> {
            inside.countDown();
            try {
                leave.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return GraphAnswer.noContent();
        }).application("Calendars.ReadWrite");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                var name = i % 2 == 0 ? FrontFixture.ADA.id() : FrontFixture.ADA.name();
                threads.submit(() -> fixture.get(token, "/users/" + name + "/calendar"));
            }
            inside.await();
            var fifth = fixture.get(token, "/users/ada@northfield.example/calendar");
            assertThat(fifth.status()).isEqualTo(429);
            assertThat(FrontFixture.error(fifth).get("code").textValue()).isEqualTo("ApplicationThrottled");
            assertThat(fifth.headers()).containsKey("Retry-After");
            leave.countDown();
        }
        assertThat(fixture.front.mailboxes().highestConcurrency(FrontFixture.ADA.name())).isEqualTo(5);
        assertThat(fixture.get(token, "/users/ada@northfield.example/calendar").status()).isEqualTo(204);
    }

    private static String items(int count) {
        var items = new StringBuilder();
        for (var i = 0; i < count; i++) {
            items.append(i == 0 ? "" : ",").append("{'id':'").append(i).append("','method':'GET','url':'/users/").append(i).append("'}");
        }
        return items.toString();
    }

    private HttpReply send(String items) {
        return fixture.send(token, "POST", "/$batch", ("{'requests':[" + items + "]}").replace('\'', '"'));
    }

    private Map<String, JsonNode> batch(String items) {
        var reply = send(items);
        assertThat(reply.status()).isEqualTo(200);
        var answers = new TreeMap<String, JsonNode>();
        FrontFixture.json(reply).get("responses").forEach(answer -> answers.put(answer.get("id").textValue(), answer));
        return answers;
    }
}
