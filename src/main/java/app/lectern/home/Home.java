package app.lectern.home;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The one folder in which Lectern keeps what it knows, and the names of the things in it.
public record Home(Path folder) {
    /// `--home`, else `LECTERN_HOME`, else where the platform keeps a program's data.
    public static Home locate(Optional<Path> option, Map<String, String> environment, String osName, Path userHome) {
        if (option.isPresent()) {
            return new Home(option.get().toAbsolutePath().normalize());
        }
        var named = environment.get("LECTERN_HOME");
        if (named != null && !named.isBlank()) {
            return new Home(Path.of(named).toAbsolutePath().normalize());
        }
        return new Home(platformFolder(environment, osName, userHome));
    }

    private static Path platformFolder(Map<String, String> environment, String osName, Path userHome) {
        if (osName.startsWith("Windows")) {
            var local = environment.get("LOCALAPPDATA");
            return (local == null ? userHome.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Lectern");
        }
        if (osName.startsWith("Mac")) {
            return userHome.resolve("Library").resolve("Application Support").resolve("Lectern");
        }
        var data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? userHome.resolve(".local").resolve("share") : Path.of(data)).resolve("lectern");
    }

    /// Makes the folder, readable by its owner only.
    public Home prepare() {
        try {
            OwnerOnly.createFolder(folder);
            OwnerOnly.createFolder(logs());
            if (!Files.isWritable(folder)) {
                throw Problem.of(Problem.Code.STORE_READ_ONLY).with("path", folder.toString()).raise();
            }
        } catch (IOException failure) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", folder.toString()).raise(failure);
        }
        return this;
    }

    /// H2 adds `.mv.db` to this name.
    public Path store() {
        return folder.resolve("lectern");
    }

    public Path backups() {
        return folder.resolve("backups");
    }

    public Path keyFile() {
        return folder.resolve("master.key");
    }

    public Path settings() {
        return folder.resolve("settings.json");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path demo() {
        return folder.resolve("demo");
    }
}
