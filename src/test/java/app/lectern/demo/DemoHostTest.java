package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoHostTest {
    @TempDir
    private Path folder;

    private DemoHost host() {
        return new DemoHost(new Home(folder), DemoOptions.standard(Clock.systemUTC()));
    }

    @Test
    void aSecondProcessJoinsTheTenantThatTheFirstServes() {
        try (var first = host(); var second = host()) {
            var served = first.endpoint();
            assertThat(second.endpoint()).isEqualTo(served);
            assertThat(first.own()).isPresent();
            assertThat(second.own()).isEmpty();
        }
    }

    @Test
    void anAnnouncementOfATenantThatIsGoneIsNotBelieved() throws Exception {
        byte[] stale;
        try (var first = host()) {
            first.endpoint();
            stale = Files.readAllBytes(folder.resolve("demo/endpoint.json"));
        }
        assertThat(folder.resolve("demo/endpoint.json")).doesNotExist();
        Files.write(folder.resolve("demo/endpoint.json"), stale);
        try (var next = host()) {
            next.endpoint();
            assertThat(next.own()).isPresent();
        }
    }

    @Test
    void aJoinedTenantThatStopsIsReplacedByAnOwnOne() {
        try (var second = host()) {
            try (var first = host()) {
                first.endpoint();
                second.endpoint();
            }
            second.endpoint();
            assertThat(second.own()).isPresent();
        }
    }

    @Test
    void theSecretIsNotPrinted() {
        try (var host = host()) {
            assertThat(host.endpoint().toString()).doesNotContain(host.endpoint().secret());
        }
    }
}
