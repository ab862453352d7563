package app.lectern.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.jobs.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Paging through 200,000 calls: what is read is bounded, which is asserted on the plan and the rows and never on time.
class LogPagesTest {
    private static final int CALLS = 200_000;
    private static ActivityFixture fixture;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        fixture = new ActivityFixture(folder);
        fixture.manyCalls(CALLS);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    static List<LogFilter> filters() {
        return List.of(LogFilter.ALL, LogFilter.ALL.from(ActivityFixture.NOW.minus(Duration.ofHours(9))), LogFilter.ALL.level(LogLevel.ERROR),
                LogFilter.ALL.integration("1"), LogFilter.ALL.level(LogLevel.WARNING).integration("2"),
                LogFilter.ALL.level(LogLevel.INFO).from(ActivityFixture.NOW.minus(Duration.ofDays(1))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everyPageWalksAnIndexInItsOrder(LogFilter filter) {
        var somewhere = Optional.of(new LogCursor(ActivityFixture.NOW.minusSeconds(70_000), 70_001));

        for (var after : List.of(Optional.<LogCursor>empty(), somewhere)) {
            assertThat(fixture.callRows.plan(filter, after)).contains("index sorted").doesNotContain("tableScan");
            assertThat(fixture.audit.rows().plan(filter, after)).contains("index sorted").doesNotContain("tableScan");
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
        var seen = new ArrayList<RecordedCall>();
        Optional<LogCursor> after = Optional.empty();
        for (int page = 0; page < 4; page++) {
            var next = fixture.calls.page(LogFilter.ALL, after, Progress.NONE);
            assertThat(next.rows()).hasSize(LogPages.PAGE);
            seen.addAll(next.rows());
            after = next.next();
        }

        assertThat(seen).extracting(RecordedCall::requestId)
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 4 * LogPages.PAGE).mapToObj(ActivityFixture::id).toList());
    }

    @Test
    void levelAndIntegrationNarrowThePage() throws Exception {
        var page = fixture.calls.page(LogFilter.ALL.level(LogLevel.ERROR).integration("2"), Optional.empty(), Progress.NONE);

        assertThat(page.rows()).hasSize(LogPages.PAGE).allSatisfy(call -> {
            assertThat(call.level()).isEqualTo(LogLevel.ERROR);
            assertThat(call.integration()).isEqualTo("2");
        });
    }

    @Test
    void aTextThatNothingHoldsIsLookedForInBoundedWindowsAndTheSearchSaysHowFarItCame() throws Exception {
        var read = new int[1];
        var counting = new LogPages.Rows<RecordedCall>() {
            @Override
            public List<RecordedCall> window(LogFilter filter, Optional<LogCursor> after, int limit) {
                var rows = fixture.callRows.window(filter, after, limit);
                read[0] += rows.size();
                return rows;
            }

            @Override
            public List<RecordedCall> byRequest(RequestIds ids, int limit) {
                return fixture.callRows.byRequest(ids, limit);
            }
        };
        var pages = new LogPages<>(counting, RecordedCall::path);

        var page = pages.page(LogFilter.ALL.text("nowhere"), Optional.empty(), Progress.NONE);

        assertThat(page.rows()).isEmpty();
        assertThat(read[0]).isEqualTo(LogPages.WINDOW * LogPages.WINDOWS).isLessThan(CALLS);
        assertThat(page.searched()).contains(ActivityFixture.NOW.minusSeconds(read[0] - 1));
        assertThat(page.next()).isPresent();
    }

    @Test
    void everyWordOfTheTextMustBeThere() throws Exception {
        assertThat(fixture.calls.page(LogFilter.ALL.text("EVENTS 403 post"), Optional.empty(), Progress.NONE).rows())
                .hasSize(LogPages.PAGE).allSatisfy(call -> assertThat(call.method()).isEqualTo("POST"));
    }

    @Test
    void aRequestIdIsFoundAnywhereInTheLogByItselfByItsBeginningAndInAPastedError() throws Exception {
        var old = ActivityFixture.id(190_000);
        var pasted = "{\"error\":{\"code\":\"Forbidden\",\"innerError\":{\"request-id\":\"" + old.toUpperCase(java.util.Locale.ROOT) + "\",\"date\":\"2026\"}}}";

        for (var typed : List.of(old, old.substring(0, 8), pasted)) {
            var page = fixture.calls.page(LogFilter.ALL.requests(RequestIds.in(typed)), Optional.empty(), Progress.NONE);
            assertThat(page.rows()).as(typed).singleElement().extracting(RecordedCall::requestId).isEqualTo(old);
            assertThat(page.next()).isEmpty();
        }
        assertThat(RequestIds.in("Something went wrong").unreadable()).isTrue();
        assertThat(RequestIds.in("   ").isEmpty()).isTrue();
    }

    @Test
    void theClientsOwnIdIsFoundToo() throws Exception {
        var client = "c" + ActivityFixture.id(5).substring(1);

        assertThat(fixture.calls.page(LogFilter.ALL.requests(RequestIds.in(client)), Optional.empty(), Progress.NONE).rows())
                .singleElement().extracting(RecordedCall::clientRequestId).isEqualTo(client);
    }

    @Test
    void countingStopsAtItsLimit() {
        assertThat(fixture.calls.count(LogFilter.ALL, 10_000)).isEqualTo(10_000);
        assertThat(fixture.calls.count(LogFilter.ALL.level(LogLevel.ERROR), 10_000)).isEqualTo(CALLS / 100);
    }
}
