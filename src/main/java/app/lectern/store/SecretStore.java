package app.lectern.store;

import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Keeps client secrets, certificate passwords and the token cache under a slot each, sealed by the vault before they
/// reach the store. The caller closes what it gets.
public final class SecretStore {
    private final Store store;
    private final Vault vault;
    private final Clock clock;

    public SecretStore(Store store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    public void put(String slot, Secret secret) {
        var plain = secret.utf8();
        try {
            putBytes(slot, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    public Optional<Secret> get(String slot) {
        return getBytes(slot).map(plain -> {
            try {
                return Secret.ofUtf8(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        });
    }

    public void putBytes(String slot, byte[] plain) {
        var sealed = vault.seal(slot, plain);
        store.change(handle -> {
            int changed = handle.createUpdate("UPDATE secrets SET sealed = :sealed, changed_at = :now WHERE slot = :slot")
                    .bind("slot", slot).bind("sealed", sealed).bind("now", clock.instant()).execute();
            if (changed == 0) {
                handle.createUpdate("INSERT INTO secrets (slot, sealed, changed_at) VALUES (:slot, :sealed, :now)")
                        .bind("slot", slot).bind("sealed", sealed).bind("now", clock.instant()).execute();
            }
        });
    }

    /// For the caller to wipe.
    public Optional<byte[]> getBytes(String slot) {
        return store.read(handle -> handle.createQuery("SELECT sealed FROM secrets WHERE slot = :slot")
                        .bind("slot", slot).mapTo(byte[].class).findOne())
                .map(sealed -> vault.open(slot, sealed));
    }

    public boolean remove(String slot) {
        return store.write(handle ->
                handle.createUpdate("DELETE FROM secrets WHERE slot = :slot").bind("slot", slot).execute()) > 0;
    }

    /// The slots that begin with `prefix`, in order.
    public List<String> slots(String prefix) {
        return store.read(handle -> handle.createQuery("SELECT slot FROM secrets WHERE LEFT(slot, :length) = :prefix ORDER BY slot")
                .bind("length", prefix.length()).bind("prefix", prefix).mapTo(String.class).list());
    }
}
