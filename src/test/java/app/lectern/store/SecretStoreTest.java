package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.problems.Problem;
import app.lectern.vault.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    @TempDir
    Path folder;

    private Store store;
    private SecretStore secrets;

    @BeforeEach
    void open() {
        var fixture = new StoreFixture(folder);
        store = fixture.open();
        secrets = new SecretStore(store, fixture.vault, StoreFixture.CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsReplacesAndForgets() {
        secrets.put("integration/1/client-secret", Secret.of("first"));
        secrets.put("integration/1/client-secret", Secret.of("second ü"));
        assertThat(secrets.get("integration/1/client-secret")).contains(Secret.of("second ü"));
        assertThat(secrets.remove("integration/1/client-secret")).isTrue();
        assertThat(secrets.remove("integration/1/client-secret")).isFalse();
        assertThat(secrets.get("integration/1/client-secret")).isEmpty();
    }

    @Test
    void listsTheSlotsUnderAPrefixWhateverSignsAreInIt() {
        for (var slot : new String[] {"integration/1/b", "integration/1/a", "integration/10/a", "integration_1/x", "100%"}) {
            secrets.put(slot, Secret.of("x"));
        }
        assertThat(secrets.slots("integration/1/")).containsExactly("integration/1/a", "integration/1/b");
        assertThat(secrets.slots("integration_")).containsExactly("integration_1/x");
        assertThat(secrets.slots("100%")).containsExactly("100%");
        assertThat(secrets.slots("")).hasSize(5);
    }

    @Test
    void keepsAWholeTokenCache() {
        var cache = "{\"token\":\"0123456789\"}".repeat(20_000).getBytes();
        secrets.putBytes("token-cache", cache);
        assertThat(secrets.getBytes("token-cache")).hasValueSatisfying(found -> assertThat(found).isEqualTo(cache));
    }

    @Test
    void aSecretMovedToAnotherSlotDoesNotOpen() {
        secrets.put("integration/1/client-secret", Secret.of("mine"));
        store.change(handle -> handle.execute("UPDATE secrets SET slot = 'integration/2/client-secret'"));
        assertThat(StoreFixture.code(() -> secrets.get("integration/2/client-secret"))).isEqualTo(Problem.Code.SECRET_UNREADABLE);
    }
}
