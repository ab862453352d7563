package app.lectern.vault;

import app.lectern.home.FolderLock;
import app.lectern.home.Home;
import app.lectern.home.OwnerOnly;
import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.vault.Keychain.KeychainRefused;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Finds the master key of a data folder, makes one for a new folder, and puts another in its place.
///
/// A small file beside the store remembers the name of the keychain entry, so that a folder may be moved, several
/// folders never share an entry, and the keychain is left alone where a key file is in use.
final class KeyHolder {
    static final String VARIABLE = "LECTERN_KEY";
    private static final Logger LOG = System.getLogger(KeyHolder.class.getName());
    private static final int ENTRY_BYTES = 8;

    record Held(MasterKey key, KeyPlace place) {}

    private final Home home;
    private final Keychain keychain;
    private final Path pointer;

    KeyHolder(Home home, Keychain keychain) {
        this.home = home;
        this.keychain = keychain;
        this.pointer = home.folder().resolve("master.keychain");
    }

    Held find(Map<String, String> environment) {
        var given = environment.get(VARIABLE);
        if (given != null && !given.isBlank()) {
            try (var typed = Secret.of(given.strip()); var parsed = RecoveryKey.parse(typed)) {
                return new Held(parsed.masterKey(), new KeyPlace(KeyStorage.ENVIRONMENT, VARIABLE));
            }
        }
        return saved().orElseGet(this::makeAlone);
    }

    /// The key where it was put the last time; a new one is made only where there is nothing that an old one opens.
    private Optional<Held> saved() {
        if (Files.exists(home.keyFile())) {
            return Optional.of(new Held(readKeyFile(), new KeyPlace(KeyStorage.KEY_FILE, home.keyFile().toString())));
        }
        var entry = entry();
        if (entry.isPresent()) {
            var key = inKeychain(entry.get());
            if (key.isPresent()) {
                return Optional.of(new Held(key.get(), new KeyPlace(KeyStorage.KEYCHAIN, keychain.name())));
            }
            if (storeExists()) {
                throw keychain.available() ? refused("@keychain.locked", keychain.name())
                        : refused("@keychain.silent", "");
            }
        }
        if (storeExists()) {
            throw Problem.of(Problem.Code.STORE_KEY_MISSING).with("path", storeFile().toString()).raise();
        }
        return Optional.empty();
    }

    private Held makeAlone() {
        try (var _ = FolderLock.take(home)) {
            // Another process may have been first.
            return saved().orElseGet(() -> {
                var key = MasterKey.random();
                return new Held(key, save(key));
            });
        }
    }

    /// Puts the key where this computer keeps it best, and takes away what was saved before.
    KeyPlace replace(MasterKey key) {
        var before = entry();
        var place = save(key);
        if (place.storage() == KeyStorage.KEYCHAIN) {
            delete(home.keyFile());
        } else {
            delete(pointer);
        }
        before.ifPresent(this::forget);
        return place;
    }

    private KeyPlace save(MasterKey key) {
        return saveToKeychain(key).orElseGet(() -> saveToFile(key));
    }

    /// Only a keychain that gives back what it was given is trusted with the one key.
    private Optional<KeyPlace> saveToKeychain(MasterKey key) {
        if (!keychain.available()) {
            return Optional.empty();
        }
        var random = new byte[ENTRY_BYTES];
        new java.security.SecureRandom().nextBytes(random);
        var entry = "master-key-" + HexFormat.of().formatHex(random);
        try (var text = key.text()) {
            keychain.save(entry, text);
            if (inKeychain(entry).filter(key::sameAs).isEmpty()) {
                return Optional.empty();
            }
            OwnerOnly.write(pointer, entry.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(new KeyPlace(KeyStorage.KEYCHAIN, keychain.name()));
        } catch (KeychainRefused refused) {
            LOG.log(Level.DEBUG, "the keychain does not take the key; a key file is used: {0}", refused.getMessage());
            return Optional.empty();
        } catch (IOException failure) {
            throw unusable(pointer, failure);
        }
    }

    private KeyPlace saveToFile(MasterKey key) {
        byte[] content = {};
        try (var text = key.text()) {
            content = text.utf8();
            OwnerOnly.write(home.keyFile(), content);
            return new KeyPlace(KeyStorage.KEY_FILE, home.keyFile().toString());
        } catch (IOException failure) {
            throw unusable(home.keyFile(), failure);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private MasterKey readKeyFile() {
        byte[] content = {};
        try {
            content = Files.readAllBytes(home.keyFile());
            try (var text = Secret.ofUtf8(content); var parsed = RecoveryKey.parse(text)) {
                return parsed.masterKey();
            }
        } catch (IOException | app.lectern.problems.ProblemException damaged) {
            throw Problem.of(Problem.Code.KEY_FILE_UNREADABLE).with("path", home.keyFile().toString()).raise(damaged);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private Optional<MasterKey> inKeychain(String entry) {
        try (var found = keychain.find(entry).orElse(null)) {
            if (found == null) {
                return Optional.empty();
            }
            try (var parsed = RecoveryKey.parse(found)) {
                return Optional.of(parsed.masterKey());
            }
        } catch (KeychainRefused refused) {
            throw refused("@keychain.failed", refused.getMessage());
        }
    }

    private Optional<String> entry() {
        try {
            return Files.exists(pointer)
                    ? Optional.of(Files.readString(pointer, StandardCharsets.US_ASCII).strip())
                    : Optional.empty();
        } catch (IOException failure) {
            throw unusable(pointer, failure);
        }
    }

    private void forget(String entry) {
        try {
            keychain.remove(entry);
        } catch (KeychainRefused refused) {
            LOG.log(Level.DEBUG, "an old key stays in the keychain: {0}", refused.getMessage());
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw unusable(file, failure);
        }
    }

    private boolean storeExists() {
        return Files.exists(storeFile());
    }

    private Path storeFile() {
        return home.folder().resolve(home.store().getFileName() + ".mv.db");
    }

    private static RuntimeException refused(String reason, String name) {
        return Problem.of(Problem.Code.KEYCHAIN_REFUSED).with("reason", reason).with("keychain", name)
                .seen(Evidence.of("keychain", "", name)).raise();
    }

    private static RuntimeException unusable(Path file, IOException failure) {
        return Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(failure);
    }
}
