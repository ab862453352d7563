package app.lectern.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.CredentialExpiry.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryWarningsTest {
    @TempDir
    private Path folder;

    private Room room;
    private Integration of;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        of = room.connected();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({"61,0", "60,60", "31,60", "30,30", "23,30", "14,14", "8,14", "7,7", "2,7", "1,1", "0,1"})
    void theTightestThresholdCounts(int days, int warning) {
        var expiry = new CredentialExpiry(room.clock.instant().plus(Duration.ofDays(days)), Source.TYPED, SecretKind.CLIENT_SECRET);
        assertThat(expiry.warning(room.clock.instant()).orElse(0)).isEqualTo(warning);
    }

    @Test
    void eachThresholdIsAnnouncedOnceEvenAfterARestart() {
        var warnings = new ExpiryWarnings(room.store, room.integrations, room.clock);
        var told = new ArrayList<Integer>();
        warnings.onWarning(warning -> told.add(warning.days()));
        room.expiries.type(of, room.clock.instant().plus(Duration.ofDays(23)));

        warnings.announce();
        warnings.announce();
        new ExpiryWarnings(room.store, room.integrations, room.clock).announce();
        room.clock.advance(Duration.ofDays(10));
        warnings.announce();
        room.clock.advance(Duration.ofDays(12));
        warnings.announce();

        assertThat(told).containsExactly(30, 14, 1);
        assertThat(warnings.present()).hasSize(1);
    }

    @Test
    void readingTheSameEndAgainDoesNotWarnAgainButANewSecretDoes() {
        var warnings = new ExpiryWarnings(room.store, room.integrations, room.clock);
        room.expiries.refresh(of);
        assertThat(warnings.announce()).hasSize(1);
        room.expiries.refresh(of);
        assertThat(warnings.announce()).isEmpty();
        room.expiries.type(of, room.clock.instant().plus(Duration.ofDays(25)));
        assertThat(warnings.announce()).hasSize(1);
    }

    @Test
    void theEndIsReadFromTheAppRegistrationByTheSecretsFirstLetters() {
        var app = room.tenant.apps().lectern();
        app.add(new app.lectern.demo.entra.AppRegistration.Secret("5f4dcc3b-5aa7-65d6-1d83-27deb882cf99", "zz9~8Q~another-one-of-the-app", "Other",
                room.clock.instant(), room.clock.instant().plus(Duration.ofDays(400))));
        var expiry = room.expiries.refresh(of).orElseThrow();
        assertThat(expiry.daysLeft(room.clock.instant())).isEqualTo(23);
        assertThat(expiry.source()).isEqualTo(Source.APP_REGISTRATION);
    }
}
