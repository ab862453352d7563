package app.lectern.vault;

import app.lectern.home.Home;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/// The unlocked master key of one data folder: seals small secrets, opens them again, and yields the passwords of the
/// store. The key itself never leaves except as the [RecoveryKey] that a person asked for.
public final class Vault {
    private final MasterKey key;
    private final KeyPlace place;
    private final SecretKey sealing;

    private Vault(MasterKey key, KeyPlace place) {
        this.key = key;
        this.place = place;
        this.sealing = key.derive("AES", "sealing");
    }

    /// Takes the key from `LECTERN_KEY`, else from where it was put the last time; for a folder without a store it
    /// makes a new one, in the keychain if there is one, else in the key file.
    public static Vault unlock(Home home, Map<String, String> environment, Keychain keychain) {
        var held = new KeyHolder(home, keychain).find(environment);
        return new Vault(held.key(), held.place());
    }

    /// Saves the recovery key as the folder's key, once `proof` has shown that it opens what is there: it gets the
    /// vault of the new key and throws if it does not fit, as `Store.prove` does.
    public static Vault importKey(Home home, RecoveryKey recovery, Keychain keychain, Consumer<Vault> proof) {
        var key = recovery.masterKey();
        proof.accept(new Vault(key, new KeyPlace(KeyStorage.ENVIRONMENT, "")));
        return new Vault(key, new KeyHolder(home, keychain).replace(key));
    }

    public KeyPlace place() {
        return place;
    }

    /// What a person writes down, to open the store when the keychain or the key file is lost.
    public RecoveryKey recoveryKey() {
        return key.recoveryKey();
    }

    /// Encrypts and signs `plain` for this slot: sealed bytes that were moved to another slot no longer open.
    public byte[] seal(String slot, byte[] plain) {
        return Seal.close(sealing, slot, plain);
    }

    /// The opposite of [#seal]; SECRET_UNREADABLE if it was sealed with another key or changed since.
    public byte[] open(String slot, byte[] sealed) {
        return Seal.open(sealing, slot, sealed);
    }

    /// For the caller to wipe: what encrypts the store's file.
    public char[] storePassword() {
        return key.derivePassword("store file");
    }

    /// For the caller to wipe: what the store's only database user signs in with.
    public char[] storeUserPassword() {
        return key.derivePassword("store user");
    }

    /// Says which key it is without saying anything about it, so that a wrong key and a damaged file can be told apart.
    public String fingerprint() {
        return new String(key.derivePassword("fingerprint"), 0, 16);
    }

    @Override
    public String toString() {
        return "Vault[" + place.storage() + "]";
    }
}
