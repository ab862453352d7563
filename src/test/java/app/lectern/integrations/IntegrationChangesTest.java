package app.lectern.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.integrations.IntegrationChanges.Needs;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationChangesTest {
    @TempDir
    Path folder;
    private Room room;
    private Integration known;

    @BeforeEach
    void open() {
        room = new Room(folder);
        known = room.connected();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anotherAppIsNotShownTheSecretOfTheOldOne() {
        var changed = room.changes.change(known, known.of(known.tenant(), room.tenant.apps().complete().appId()));

        assertThat(changed.needs()).isEqualTo(Needs.SECRET);
        assertThat(room.integrations.hasSecret(changed.integration(), SecretKind.CLIENT_SECRET)).isFalse();
    }

    @Test
    void anotherNameForTheSameTenantKeepsTheSecretAndSignsInAgain() {
        var changed = room.changes.change(known, known.of("northfield.example", known.clientId()));

        assertThat(changed.needs()).isEqualTo(Needs.NOTHING);
        assertThat(room.access.signIn(changed.integration()).appOnly()).isTrue();
    }

    @Test
    void whatCannotBeRightIsRefusedAndNothingIsSaved() {
        assertThatThrownBy(() -> room.changes.change(known, known.of("outlook.com", known.clientId()))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> room.changes.change(known, known.of(known.tenant(), "4c8e101a"))).isInstanceOf(ProblemException.class);

        assertThat(room.integrations.find(known.id())).contains(known);
    }
}
