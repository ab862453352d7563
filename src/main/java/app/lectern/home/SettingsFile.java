package app.lectern.home;

import app.lectern.problems.Problem;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// Reads and writes [Settings]. A file that cannot be read, or that a newer Lectern wrote, is set aside under
/// another name, never overwritten; fields it lacks take their default.
public final class SettingsFile {
    private static final Logger LOG = System.getLogger(SettingsFile.class.getName());

    private final Path file;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private final List<BiConsumer<Settings, Settings>> watchers = new CopyOnWriteArrayList<>();
    private Settings current;

    public SettingsFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    public synchronized Settings get() {
        if (current == null) {
            current = read();
        }
        return current;
    }

    /// Tells each change after it is written: how it was, how it is.
    public void watch(BiConsumer<Settings, Settings> watcher) {
        watchers.add(watcher);
    }

    /// Applies the change and writes the file at once; what cannot be written still holds until the program ends.
    public synchronized Settings change(UnaryOperator<Settings> change) {
        var changed = change.apply(get());
        if (changed.equals(current)) {
            return current;
        }
        var before = current;
        current = changed;
        try {
            OwnerOnly.write(file, json.writeValueAsBytes(changed));
        } catch (IOException failure) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(failure);
        }
        watchers.forEach(watcher -> watcher.accept(before, changed));
        return changed;
    }

    private Settings read() {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try {
            var found = json.readTree(Files.readAllBytes(file));
            if (found.path("version").asInt(0) > Settings.VERSION) {
                setAside("newer");
                return Settings.DEFAULT;
            }
            return json.treeToValue(overDefaults(found), Settings.class);
        } catch (IOException damaged) {
            LOG.log(Level.WARNING, "settings could not be read and are set aside: {0}", damaged.getClass().getSimpleName());
            setAside("damaged");
            return Settings.DEFAULT;
        }
    }

    private JsonNode overDefaults(JsonNode found) throws IOException {
        JsonNode defaults = json.valueToTree(Settings.DEFAULT);
        return json.readerForUpdating(defaults).readValue(found);
    }

    private void setAside(String reason) {
        var stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(clock.getZone()).format(clock.instant());
        try {
            Files.move(file, file.resolveSibling("settings-" + reason + "-" + stamp + ".json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "settings could not be set aside", failure);
        }
    }
}
