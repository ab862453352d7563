package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.problems.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {
    private final ManualLater later = new ManualLater();
    private final ArrayList<Problem> problems = new ArrayList<>();

    @Test
    void aChangeHoldsAtOnceAndReachesTheFileAfterThePause(@TempDir Path folder) {
        var file = folder.resolve("settings.json");
        var settings = settings(file);

        settings.change(now -> now.with(new Settings.Appearance(Settings.Theme.DARK, false)));
        assertThat(settings.get().appearance().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(file).doesNotExist();

        later.flush();
        assertThat(new SettingsFile(file, Clock.systemUTC()).get().appearance().theme()).isEqualTo(Settings.Theme.DARK);
    }

    @Test
    void aChangeThatChangesNothingIsNotSaved(@TempDir Path folder) {
        var settings = settings(folder.resolve("settings.json"));

        settings.change(now -> now);

        assertThat(later.asked()).isZero();
    }

    @Test
    void whatCannotBeWrittenIsTold(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        var settings = settings(folder.resolve("blocked").resolve("settings.json"));

        settings.change(now -> now.with(now.downloads().atOnce(3)));
        later.flush();

        assertThat(problems).singleElement().extracting(Problem::code).isEqualTo(Problem.Code.FOLDER_UNUSABLE);
        assertThat(settings.get().downloads().atOnce()).isEqualTo(3);
    }

    @Test
    void whatAWindowSaysAfterItsEndDoesNotOverwriteWhatTheNextOneSays(@TempDir Path folder) {
        var file = new SettingsFile(folder.resolve("settings.json"), Clock.systemUTC());
        var ended = new LiveSettings(file, new InlineTaskRunner(), later, problems::add);
        ended.change(now -> now.with(now.downloads().atOnce(3)));
        ended.saveNow();
        file.change(now -> now.with(new Settings.Appearance(Settings.Theme.DARK, true)));

        later.flush();

        assertThat(file.get().appearance().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(file.get().downloads().atOnce()).isEqualTo(3);
    }

    private LiveSettings settings(Path file) {
        return new LiveSettings(new SettingsFile(file, Clock.systemUTC()), new InlineTaskRunner(), later, problems::add);
    }
}
