package app.lectern.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
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
    private Keyring keyring;
    private boolean asked;

    @Override
    public synchronized boolean available() {
        if (!asked) {
            asked = true;
            noisy.forEach(logger -> logger.setLevel(java.util.logging.Level.OFF));
            keyring = connect();
        }
        return keyring != null;
    }

    /// Besides its own exception, a missing native library or message bus shows up as all kinds of errors.
    private static Keyring connect() {
        if (isLinux() && System.getenv("DBUS_SESSION_BUS_ADDRESS") == null && System.getenv("XDG_RUNTIME_DIR") == null) {
            return null;
        }
        try {
            return Keyring.create();
        } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
            LOG.log(Level.DEBUG, "no keychain here: {0}", none.getClass().getSimpleName());
            return null;
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    @Override
    public String name() {
        if (!available()) {
            return "";
        }
        return switch (keyring.getKeyringStorageType()) {
            case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> "macOS Keychain";
            case WINDOWS_CREDENTIAL_STORE -> "Windows Credential Manager";
            case GNOME_KEYRING -> "Secret Service";
            case KWALLET -> "KWallet";
        };
    }

    /// java-keyring reports "no such entry" and "locked" by the same exception; a locked one is told apart by
    /// whoever knows that the entry was saved.
    @Override
    public synchronized Optional<Secret> find(String entry) {
        if (!available()) {
            return Optional.empty();
        }
        try {
            var found = keyring.getPassword(SERVICE, entry);
            return found == null || found.isEmpty() ? Optional.empty() : Optional.of(Secret.of(found));
        } catch (PasswordAccessException | RuntimeException | LinkageError absent) {
            LOG.log(Level.DEBUG, "keychain entry not found: {0}", absent.getClass().getSimpleName());
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
            keyring.setPassword(SERVICE, entry, new String(chars));
        } catch (PasswordAccessException | RuntimeException | LinkageError refused) {
            throw new KeychainRefused(name() + " did not save the key (" + refused.getClass().getSimpleName() + ").");
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    @Override
    public synchronized void remove(String entry) throws KeychainRefused {
        if (!available()) {
            return;
        }
        try {
            keyring.deletePassword(SERVICE, entry);
        } catch (PasswordAccessException | RuntimeException | LinkageError refused) {
            throw new KeychainRefused(name() + " did not remove the key (" + refused.getClass().getSimpleName() + ").");
        }
    }
}
