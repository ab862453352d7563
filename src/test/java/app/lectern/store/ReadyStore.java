package app.lectern.store;

import app.lectern.home.Home;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;

/// A data folder with a store that is new and whole: made once by all real steps, with a key of its own, and copied for every test
/// that only needs one. Tests of opening, migrating and of the first start make theirs themselves.
public final class ReadyStore {
    private static final class Made {
        static final Path FOLDER = make();
    }

    private ReadyStore() {}

    /// The folder as it is after a first start; one with a store stays as it is.
    public static Home in(Path folder) {
        var home = new Home(folder).prepare();
        if (StoreFile.of(home).exists()) {
            return home;
        }
        try (var files = Files.list(Made.FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return home;
    }

    private static Path make() {
        try {
            var folder = Files.createTempDirectory("lectern-ready");
            var home = new Home(folder).prepare();
            Store.open(home, Vault.unlock(home, Map.of(), Keychain.none()), Clock.systemUTC()).close();
            folder.toFile().deleteOnExit();
            try (var files = Files.walk(folder)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
