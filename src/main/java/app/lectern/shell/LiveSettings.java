package app.lectern.shell;

import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The settings as the window sees them: a change holds at once and reaches the file a second after the last one.
public final class LiveSettings {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SettingsFile file;
    private final TaskRunner tasks;
    private final Later later;
    private final Consumer<Problem> unsaved;
    private final ReadOnlyObjectWrapper<Settings> current = new ReadOnlyObjectWrapper<>();
    private volatile boolean ended;

    public LiveSettings(SettingsFile file, TaskRunner tasks, Later later, Consumer<Problem> unsaved) {
        this.file = file;
        this.tasks = tasks;
        this.later = later;
        this.unsaved = unsaved;
        current.set(file.get());
    }

    public ReadOnlyObjectProperty<Settings> current() {
        return current.getReadOnlyProperty();
    }

    public Settings get() {
        return current.get();
    }

    public void change(UnaryOperator<Settings> change) {
        var changed = change.apply(current.get());
        if (!changed.equals(current.get())) {
            current.set(changed);
            later.run(PAUSE, this::save);
        }
    }

    /// The whole record is written, for nobody else changes it while the window is open.
    private void save() {
        var latest = current.get();
        tasks.start(progress -> file.change(before -> ended ? before : latest), written -> {}, unsaved);
    }

    /// For the moment of closing: writes at once, on this thread; what is still on its way to the file comes too late.
    void saveNow() {
        ended = true;
        file.change(before -> current.get());
    }
}
