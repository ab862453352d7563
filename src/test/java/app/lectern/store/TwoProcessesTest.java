package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
    private static final int KILLS = 8;

    @TempDir
    Path folder;

    private StoreFixture fixture;

    @BeforeEach
    void newHome() {
        fixture = new StoreFixture(folder);
    }

    @Test
    void theSecondProcessJoinsReadsWritesAndCarriesOnAlone() {
        try (var host = StoreChild.start(fixture.home, "hold")) {
            host.expect("ready");
            try (var store = fixture.open()) {
                assertThat(host.ask("guest")).isEqualTo("false");
                assertThat(store.isGuest()).isTrue();
                StoreDriver.makeTable(store);
                StoreDriver.add(store, 1);
                assertThat(host.ask("count")).isEqualTo("1");
                assertThat(host.ask("add 2")).isEqualTo("added");
                assertThat(StoreDriver.count(store)).isEqualTo(2);

                host.end();

                assertThat(StoreDriver.count(store)).isEqualTo(2);
                StoreDriver.add(store, 3);
                assertThat(store.isGuest()).isFalse();
            }
        }
        try (var again = fixture.open()) {
            assertThat(StoreDriver.numbers(again)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void aGuestSurvivesThatItsHostIsKilled() {
        fixture.open().close();
        var host = StoreChild.start(fixture.home, "hold");
        host.expect("ready");
        try (var store = fixture.open()) {
            assertThat(store.isGuest()).isTrue();
            StoreDriver.makeTable(store);
            StoreDriver.add(store, 1);
            host.kill();
            StoreDriver.add(store, 2);
            assertThat(StoreDriver.numbers(store)).containsExactly(1L, 2L);
            assertThat(store.isGuest()).isFalse();
        }
    }

    @Test
    void processesThatStartTogetherOnANewFolderShareOneStore() {
        try (var first = StoreChild.start(fixture.home, "hold"); var second = StoreChild.start(fixture.home, "hold"); var third = fixture.open()) {
            first.expect("ready");
            second.expect("ready");
            StoreDriver.makeTable(third);
            assertThat(first.ask("add 1")).isEqualTo("added");
            assertThat(second.ask("add 2")).isEqualTo("added");
            assertThat(LongStream.of(Long.parseLong(first.ask("count")), Long.parseLong(second.ask("count")), StoreDriver.count(third)))
                    .containsOnly(2L);
        }
    }

    @Test
    void noAnsweredCommitIsLostWhenTheProcessIsKilled() throws Exception {
        var outcome = StoreDriver.kill(fixture.home, KILLS, new Random(42));
        assertThat(outcome.lost()).isZero();
        assertThat(outcome.answered()).isPositive();
        assertThat(outcome.kills()).isEqualTo(KILLS);
    }
}
