package app.lectern.integrations.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.Room;
import app.lectern.integrations.SignInMethod;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepListTest {
    @TempDir
    private Path folder;

    @Test
    void eachThingIsDueAgainAfterItsTimeAndTheMostUrgentStandsFirst() {
        try (var room = new Room(folder.resolve("home"))) {
            var of = room.connected();
            assertThat(room.upkeep.of(of)).extracting(Upkeep::kind).containsExactly(UpkeepKind.USAGE, UpkeepKind.CREDENTIAL, UpkeepKind.PERMISSIONS);
            assertThat(room.upkeep.overdue(of)).isEmpty();

            room.clock.advance(Duration.ofDays(31));
            assertThat(room.upkeep.overdue(of)).extracting(Upkeep::kind).containsExactly(UpkeepKind.USAGE);
            room.upkeep.done(of, UpkeepKind.USAGE);
            assertThat(room.upkeep.overdue(of)).isEmpty();
            assertThat(room.upkeep.of(of).getLast().done()).isEmpty();

            room.clock.advance(Duration.ofDays(30));
            room.upkeep.done(of, UpkeepKind.USAGE);
            room.clock.advance(Duration.ofDays(31));
            assertThat(room.upkeep.overdue(of)).extracting(Upkeep::kind).containsExactly(UpkeepKind.CREDENTIAL, UpkeepKind.USAGE);
        }
    }

    @Test
    void whoSignsInAsAPersonHasNoSecretToRenewAndWhatWasDoneGoesWithItsIntegration() {
        try (var room = new Room(folder.resolve("home"))) {
            var of = room.connected();
            assertThat(room.upkeep.of(of.signingIn(SignInMethod.BROWSER))).extracting(Upkeep::kind)
                    .containsExactly(UpkeepKind.USAGE, UpkeepKind.PERMISSIONS);
            room.upkeep.done(of, UpkeepKind.PERMISSIONS);
            room.integrations.remove(of);
            var again = room.connected();
            assertThat(room.upkeep.of(again)).allSatisfy(each -> assertThat(each.done()).isEmpty());
        }
    }
}
