package app.lectern.vault;

import app.lectern.words.Words;

/// Where the master key in use came from: the kind of place, and the keychain's name, the file or the variable.
public record KeyPlace(KeyStorage storage, String where) {
    /// One line: `File (/home/ada/.local/share/lectern/master.key)`.
    public String title(Words words) {
        return words.of(storage) + " (" + where + ")";
    }

    /// A sentence on what this means for the key's safety.
    public String meaning(Words words) {
        return words.text(switch (storage) {
            case KEYCHAIN -> "key-storage.meaning.keychain";
            case KEY_FILE -> "key-storage.meaning.key-file";
            case ENVIRONMENT -> "key-storage.meaning.environment";
        });
    }
}
