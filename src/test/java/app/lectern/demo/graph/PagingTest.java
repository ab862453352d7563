package app.lectern.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.http.HttpReply;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagingTest {

    private final FrontFixture fixture = new FrontFixture();
    private final Paging paging = new Paging(10, 50);
    private String token;

    @BeforeEach
    void addRoute() {
        var numbers = IntStream.range(0, 120).boxed().toList();
        fixture.routes.get("/numbers", GraphService.DIRECTORY, call -> paging.answer(call, "numbers", numbers,
                number -> JsonNodeFactory.instance.objectNode().put("@odata.etag", "e").put("id", "n" + number).put("value", number)))
                .application("User.Read.All");
        token = fixture.appToken();
    }

    @Test
    void nextLinksLeadThroughEverythingOnce() {
        var seen = new ArrayList<Integer>();
        var target = "/numbers?$filter=x%20eq%20'a%26b'";
        while (target != null) {
            var page = FrontFixture.json(fixture.get(token, target));
            page.get("value").forEach(item -> seen.add(item.get("value").intValue()));
            var next = page.path("@odata.nextLink").textValue();
            assertThat(next == null || next.startsWith(FrontFixture.BASE + "/v1.0/numbers?") && next.contains("x%20eq%20%27a%26b%27")).isTrue();
            target = next == null ? null : next.substring((FrontFixture.BASE + "/v1.0").length());
        }
        assertThat(seen).isEqualTo(IntStream.range(0, 120).boxed().toList());
    }

    @Test
    void topIsHonouredUpToTheMaximum() {
        assertThat(size(fixture.get(token, "/numbers?$top=3"))).isEqualTo(3);
        assertThat(size(fixture.get(token, "/numbers?$top=999"))).isEqualTo(50);
        assertThat(size(fixture.get(token, "/numbers", "Prefer", "odata.maxpagesize=7"))).isEqualTo(7);
        assertThat(size(fixture.get(token, "/numbers?$skip=115"))).isEqualTo(5);
    }

    @Test
    void countAndContextAreGivenWhereAsked() {
        var page = FrontFixture.json(fixture.get(token, "/numbers?$count=true"));
        assertThat(page.get("@odata.count").intValue()).isEqualTo(120);
        assertThat(page.get("@odata.context").textValue()).isEqualTo(FrontFixture.BASE + "/v1.0/$metadata#numbers");
    }

    @Test
    void selectKeepsWhatWasAskedForAndAnnotations() {
        var item = FrontFixture.json(fixture.get(token, "/numbers?$top=1&$select=value")).get("value").get(0);
        assertThat(item.fieldNames()).toIterable().containsExactly("@odata.etag", "value");
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(fixture.get(token, "/numbers?$top=-1").status()).isEqualTo(400);
        assertThat(fixture.get(token, "/numbers?$top=many").status()).isEqualTo(400);
        assertThat(fixture.get(token, "/numbers?$skiptoken=nonsense").status()).isEqualTo(400);
    }

    private static int size(HttpReply reply) {
        return FrontFixture.json(reply).get("value").size();
    }
}
