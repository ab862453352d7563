package app.lectern.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("settings.json");
    }

    private SettingsFile open() {
        return new SettingsFile(file, Clock.fixed(Instant.parse("2026-11-19T09:42:00Z"), ZoneOffset.UTC));
    }

    @Test
    void withoutAFileTheDefaultsHoldAndNothingIsWritten() {
        assertThat(open().get()).isEqualTo(Settings.DEFAULT);
        assertThat(file).doesNotExist();
    }

    @Test
    void aChangeIsThereAfterARestart() {
        var window = new Settings.Window(10, 20, 1400, 900, true, true, "recordings", "7", Map.of("recordings", 0.7));
        open().change(all -> all.with(new Settings.Appearance(Settings.Theme.DARK, true)).with(window));
        assertThat(open().get().appearance()).isEqualTo(new Settings.Appearance(Settings.Theme.DARK, true));
        assertThat(open().get().window()).isEqualTo(window);
    }

    @Test
    void fieldsThatAnOlderFileLacksTakeTheirDefaultAndForeignOnesAreIgnored() throws Exception {
        Files.writeString(file, "{\"version\":1,\"downloads\":{\"folder\":\"/films\"},\"unheard\":{\"of\":1}}");
        assertThat(open().get().downloads()).isEqualTo(Settings.DEFAULT.downloads().folder("/films"));
        assertThat(open().get().network()).isEqualTo(Settings.DEFAULT.network());
    }

    @Test
    void aDamagedFileIsSetAsideAndKept() throws Exception {
        Files.writeString(file, "{\"version\":1,\"appear");
        assertThat(open().get()).isEqualTo(Settings.DEFAULT);
        assertThat(folder.resolve("settings-damaged-20261119-094200.json")).hasContent("{\"version\":1,\"appear");
    }

    @Test
    void aValueOfAnotherKindCountsAsDamage() throws Exception {
        Files.writeString(file, "{\"version\":1,\"appearance\":{\"theme\":\"PURPLE\"}}");
        assertThat(open().get()).isEqualTo(Settings.DEFAULT);
        assertThat(folder.resolve("settings-damaged-20261119-094200.json")).exists();
    }

    @Test
    void aNewerLecternsFileIsSetAsideAndKept() throws Exception {
        Files.writeString(file, "{\"version\":99}");
        assertThat(open().get()).isEqualTo(Settings.DEFAULT);
        assertThat(folder.resolve("settings-newer-20261119-094200.json")).hasContent("{\"version\":99}");
    }
}
