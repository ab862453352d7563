package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Home;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsThereAfterOpeningAgain() {
        var home = new Home(folder.resolve("home"));
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        try (var store = Store.open(home, vault, Clock.systemUTC())) {
            new SecretStore(store, vault, Clock.systemUTC()).put("a/b", Secret.of("hello"));
        }
        var again = Vault.unlock(home, Map.of(), Keychain.none());
        try (var store = Store.open(home, again, Clock.systemUTC())) {
            var secrets = new SecretStore(store, again, Clock.systemUTC());
            assertThat(secrets.get("a/b")).contains(Secret.of("hello"));
            assertThat(secrets.slots("a/")).containsExactly("a/b");
            assertThat(secrets.get("a/c")).isEmpty();
        }
    }
}
