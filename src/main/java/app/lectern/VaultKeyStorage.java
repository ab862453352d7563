package app.lectern;

import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditNote;
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
import java.util.function.Supplier;

/// The vault as the Settings screen shows it.
final class VaultKeyStorage implements KeyStorage {
    private final Supplier<Wiring> opened;

    VaultKeyStorage(Supplier<Wiring> opened) {
        this.opened = opened;
    }

    @Override
    public Place place() {
        var place = opened.get().vault.place();
        return new Place(Kind.valueOf(place.storage().name()), place.where());
    }

    @Override
    public void exportRecoveryKey(Path file) {
        var wiring = opened.get();
        try (var key = wiring.vault.recoveryKey(); var text = key.text()) {
            var bytes = text.utf8();
            try {
                OwnerOnly.write(file, bytes);
                wiring.audit.note(AuditNote.of(AuditDeed.RECOVERY_KEY_EXPORTED, file.toString()));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
    }

    @Override
    public void importRecoveryKey(String typed) {
        var wiring = opened.get();
        try (var secret = Secret.of(typed); var key = RecoveryKey.parse(secret)) {
            Vault.importKey(wiring.start.home(), key, wiring.keychain, vault -> Store.prove(wiring.start.home(), vault));
            wiring.audit.note(AuditNote.of(AuditDeed.RECOVERY_KEY_IMPORTED, wiring.start.home().folder().toString()));
        }
    }
}
