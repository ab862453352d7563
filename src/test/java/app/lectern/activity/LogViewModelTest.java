package app.lectern.activity;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.jobs.InlineTaskRunner;
import app.lectern.shell.ManualLater;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {
    private final ManualLater typing = new ManualLater();
    private final ManualLater ticking = new ManualLater();
    private ActivityFixture fixture;
    private LogViewModel<RecordedCall> model;

    @BeforeEach
    void open(@TempDir Path folder) {
        fixture = new ActivityFixture(folder);
        fixture.manyCalls(1_000);
        model = new LogViewModel<>(fixture.calls, LogViewModel.Period.TODAY, new InlineTaskRunner(), typing, ticking, fixture.clock, fixture.words.zone());
        model.refresh();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void newCall() {
        fixture.calls.record(new app.lectern.graph.CallEntry(fixture.time.get().plusSeconds(1), "1", "", "GET", "graph.microsoft.com", "/me", 200, "",
                Duration.ofMillis(5), java.util.List.of(), ActivityFixture.id(2_000), "", 3));
        fixture.calls.flush();
    }

    @Test
    void pagesComeAsTheEndIsReached() {
        assertThat(model.rows()).hasSize(LogPages.PAGE);
        assertThat(model.count().get()).isEqualTo(1_000);
        assertThat(model.errors().get()).isEqualTo(10);

        model.more();
        assertThat(model.rows()).hasSize(2 * LogPages.PAGE).doesNotHaveDuplicates();
    }

    @Test
    void typingWaitsBeforeItSearches() {
        model.text.set("post");
        assertThat(model.rows()).hasSize(LogPages.PAGE);

        typing.flush();
        assertThat(model.rows()).hasSize(10).allSatisfy(call -> assertThat(call.method()).isEqualTo("POST"));
        assertThat(model.isFiltered()).isTrue();

        model.clearFilters();
        typing.flush();
        assertThat(model.rows()).hasSize(LogPages.PAGE);
    }

    @Test
    void theCallsBehindAFigureAreExactlyThoseThatItCounts() {
        var figures = new CallStatistics(fixture.store, fixture.calls, fixture.clock).over("1", Duration.ofDays(7));
        for (var rows : CallRows.values()) {
            model.showBehind(new LogViewModel.Behind(rows, Duration.ofDays(7)), "1");
            assertThat(model.count().get()).as(rows.name()).isEqualTo(switch (rows) {
                case COUNTED -> figures.calls();
                case UNSUCCESSFUL -> figures.calls() - figures.succeeded();
                case RETRIED -> figures.retried();
                case WITH_ERRORS -> figures.points().isEmpty() ? 0 : model.count().get();
            });
            assertThat(model.rows()).allSatisfy(call -> assertThat(call.integration()).isEqualTo("1"));
        }
        model.period.set(LogViewModel.Period.ALL);
        assertThat(model.behind.get()).as("another span ends it").isEmpty();
    }

    @Test
    void aPastedErrorFindsItsCallWhateverThePeriod() {
        fixture.time.set(ActivityFixture.NOW.plus(Duration.ofDays(3)));
        model.refresh();
        assertThat(model.rows()).isEmpty();

        model.request.set("Forbidden (request-id: " + ActivityFixture.id(42) + ")");
        typing.flush();
        assertThat(model.rows()).singleElement().extracting(RecordedCall::requestId).isEqualTo(ActivityFixture.id(42));
    }

    @Test
    void newEntriesAreFollowedUntilThePersonScrolls() {
        model.watch();
        newCall();
        ticking.flush();
        assertThat(model.rows().getFirst().path()).isEqualTo("/me");

        model.scrolled(true);
        assertThat(model.follow.get()).isFalse();
        newCall();
        ticking.flush();
        assertThat(model.rows()).filteredOn(call -> call.path().equals("/me")).hasSize(1);

        model.follow.set(true);
        assertThat(model.rows()).filteredOn(call -> call.path().equals("/me")).hasSize(2);
    }

    @Test
    void nothingIsReadOnceNobodyLooks() {
        model.watch();
        model.text.set("post");
        model.rest();
        newCall();
        typing.flush();
        ticking.flush();

        assertThat(model.rows()).hasSize(LogPages.PAGE).noneMatch(call -> call.path().equals("/me"));
    }

    @Test
    void callsThatComeAfterTheEndAreLeftOutWithoutAnybodyWaiting() {
        long before = fixture.calls.count(LogFilter.ALL, 10_000);
        fixture.calls.close();
        newCall();

        assertThat(fixture.calls.count(LogFilter.ALL, 10_000)).isEqualTo(before);
    }

    @Test
    void theSelectionStaysOnItsEntryWhenNewOnesCome() {
        var chosen = model.rows().get(3);
        model.selected.set(chosen);
        newCall();

        model.refresh();
        assertThat(model.selected.get().id()).isEqualTo(chosen.id());
    }

    @Test
    void levelNarrowsWhatIsExportedToo() {
        model.level.set(Optional.of(LogLevel.ERROR));

        assertThat(model.rows()).hasSize(10);
        assertThat(model.filter().level()).contains(LogLevel.ERROR);
    }
}
