package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.FileNames;
import app.lectern.recordings.downloads.Limits;
import app.lectern.store.Store;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/// What was chosen for an integration's recordings, and what that comes to: the folder, and a file's place below it.
public final class RecordingChoices {
    private final RecordingSettingsStore store;
    private final Supplier<Path> general;
    private final Supplier<Limits> limits;

    /// @param general the folder for all integrations' downloads
    /// @param limits  how much of this computer's line downloads may take
    public RecordingChoices(Store store, Supplier<Path> general, Supplier<Limits> limits) {
        this.store = new RecordingSettingsStore(store);
        this.general = general;
        this.limits = limits;
    }

    public RecordingSettings of(Integration integration) {
        return store.of(integration.id());
    }

    /// Throws INPUT_WRONG, naming the field, for what cannot be meant.
    public void keep(Integration integration, RecordingSettings settings) {
        require(settings.warnPercent() >= 1 && settings.warnPercent() <= 100, "recordings.settings.warn-percent", "recordings.settings.percent");
        require(settings.cleanUpDays() >= 1 && settings.cleanUpDays() <= 3650, "recordings.settings.clean-up-days", "recordings.settings.days");
        require(settings.tenantDays() >= 0 && settings.tenantDays() <= 9999, "recordings.settings.tenant-days", "recordings.settings.days");
        require(settings.warnDays() >= 0 && settings.warnDays() <= 365, "recordings.settings.warn-days", "recordings.settings.days");
        require(!settings.pattern().isBlank() && settings.pattern().length() <= 300, "recordings.settings.pattern", "recordings.settings.pattern.empty");
        try {
            require(settings.folder().isEmpty() || Path.of(settings.folder()).isAbsolute(), "recordings.settings.folder", "recordings.settings.folder.whole");
        } catch (InvalidPathException unreadable) {
            require(false, "recordings.settings.folder", "recordings.settings.folder.whole");
        }
        store.keep(integration.id(), settings);
    }

    private static void require(boolean holds, String field, String reason) {
        if (!holds) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "@" + field).with("reason", "@" + reason).raise();
        }
    }

    public Limits limits() {
        return limits.get();
    }

    public Path folder(Integration of) {
        var chosen = of(of).folder();
        return chosen.isEmpty() ? general.get().resolve(FileNames.safe(of.name())) : Path.of(chosen);
    }

    /// Where a recording would lie below the folder, by the pattern.
    Path place(Integration of, Recording recording, Map<String, String> fields, String extension) {
        return FileNames.place(of(of).pattern(), fields, extension);
    }
}
