package app.lectern.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The operating system's own keychain, through java-keyring. Its libraries are loaded at the first question only:
/// with a key file in use they are never needed, and they cost a tenth of a second.
final class SystemKeychain implements Keychain {
    private static final Logger LOG = System.getLogger(SystemKeychain.class.getName());
    private static final String SERVICE = "Lectern";

    /// The message-bus libraries below java-keyring report, at length and as errors, what is for Lectern the ordinary
    /// case: that no bus runs. Held here because the log framework forgets the level of a logger that nobody holds.
    private final List<java.util.logging.Logger> noisy = List.of(
            java.util.logging.Logger.getLogger("org.freedesktop"),
            java.util.logging.Logger.getLogger("de.swiesend"),
            java.util.logging.Logger.getLogger("com.github.javakeyring"));
    private KeyringStorageType type;
    private boolean asked;

    @Override
    public synchronized boolean available() {
        if (!asked) {
            asked = true;
            noisy.forEach(logger -> logger.setLevel(java.util.logging.Level.OFF));
            type = firstThatWorks();
        }
        return type != null;
    }

    private static KeyringStorageType firstThatWorks() {
        for (var candidate : candidates(System.getProperty("os.name"))) {
            try {
                ask(candidate, keyring -> true);
                return candidate;
            } catch (KeychainRefused none) {
                LOG.log(Level.DEBUG, "no keychain here: {0}", none.getMessage());
            }
        }
        return null;
    }

    private static List<KeyringStorageType> candidates(String system) {
        if (system.startsWith("Windows")) {
            return List.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
        }
        if (system.startsWith("Mac")) {
            return List.of(KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN);
        }
        if (SessionBus.offers("org.freedesktop.secrets")) {
            return List.of(KeyringStorageType.GNOME_KEYRING);
        }
        return SessionBus.offers("org.kde.kwalletd5") ? List.of(KeyringStorageType.KWALLET) : List.of();
    }

    private interface Question<T> {
        T put(Keyring keyring) throws PasswordAccessException;
    }

    /// Connects for each question and lets go after it: an open connection would keep the program from ending. Besides
    /// its own exceptions, a missing native library or bus shows up as all kinds of errors.
    private static <T> T ask(KeyringStorageType type, Question<T> question) throws KeychainRefused {
        Keyring keyring = null;
        try {
            keyring = Keyring.create(type);
            return question.put(keyring);
        } catch (BackendNotSupportedException | PasswordAccessException | RuntimeException | LinkageError refused) {
            throw new KeychainRefused(nameOf(type) + ", " + refused.getClass().getSimpleName());
        } finally {
            letGo(keyring);
        }
    }

    private static void letGo(Keyring keyring) {
        try {
            if (keyring != null) {
                keyring.close();
            }
        } catch (Exception unimportant) {
            LOG.log(Level.DEBUG, "the keychain was not closed: {0}", unimportant.getClass().getSimpleName());
        }
    }

    @Override
    public String name() {
        return available() ? nameOf(type) : "";
    }

    private static String nameOf(KeyringStorageType type) {
        return switch (type) {
            case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> "macOS Keychain";
            case WINDOWS_CREDENTIAL_STORE -> "Windows Credential Manager";
            case GNOME_KEYRING -> "Secret Service";
            case KWALLET -> "KWallet";
        };
    }

    /// java-keyring reports "no such entry" and "locked" alike; whoever knows that the entry was saved tells them apart.
    @Override
    public synchronized Optional<Secret> find(String entry) {
        if (!available()) {
            return Optional.empty();
        }
        try {
            var found = ask(type, keyring -> keyring.getPassword(SERVICE, entry));
            return found == null || found.isEmpty() ? Optional.empty() : Optional.of(Secret.of(found));
        } catch (KeychainRefused absent) {
            LOG.log(Level.DEBUG, "keychain entry not found: {0}", absent.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public synchronized void save(String entry, Secret secret) throws KeychainRefused {
        if (!available()) {
            throw new KeychainRefused("There is no keychain.");
        }
        var chars = secret.copyChars();
        try {
            ask(type, keyring -> {
                keyring.setPassword(SERVICE, entry, new String(chars));
                return entry;
            });
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    @Override
    public synchronized void remove(String entry) throws KeychainRefused {
        if (available()) {
            ask(type, keyring -> {
                keyring.deletePassword(SERVICE, entry);
                return entry;
            });
        }
    }
}
