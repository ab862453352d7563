package app.lectern.shell.settings;

import java.nio.file.Path;

/// Where Lectern's one key is kept, as Settings shows it. Answers may take their time: they are asked off the FX thread.
public interface KeyStorage {
    enum Kind { KEYCHAIN, KEY_FILE, ENVIRONMENT }

    /// `where` is the keychain's own name, the key file's path, or the variable's name.
    record Place(Kind kind, String where) {}

    Place place() throws Exception;

    /// Writes the recovery key to a file that only its owner may read.
    void exportRecoveryKey(Path file) throws Exception;

    void importRecoveryKey(String key) throws Exception;
}
