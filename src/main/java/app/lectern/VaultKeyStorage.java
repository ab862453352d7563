package app.lectern;

import app.lectern.home.OwnerOnly;
import app.lectern.problems.Problem;
import app.lectern.shell.settings.KeyStorage;
import app.lectern.store.Store;
import app.lectern.vault.RecoveryKey;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// The vault as the Settings screen shows it.
final class VaultKeyStorage implements KeyStorage {
    private final Wiring wiring;

    VaultKeyStorage(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Place place() {
        var place = wiring.vault.place();
        return new Place(Kind.valueOf(place.storage().name()), place.where());
    }

    @Override
    public void exportRecoveryKey(Path file) {
        try (var key = wiring.vault.recoveryKey(); var text = key.text()) {
            var bytes = text.utf8();
            try {
                OwnerOnly.write(file, bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
    }

    @Override
    public void importRecoveryKey(String typed) {
        try (var secret = Secret.of(typed); var key = RecoveryKey.parse(secret)) {
            Vault.importKey(wiring.start.home(), key, wiring.keychain, vault -> Store.prove(wiring.start.home(), vault));
        }
    }
}
