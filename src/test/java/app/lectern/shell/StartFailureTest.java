package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.SettingsFile;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailureTest {
    @TempDir
    private Path folder;

    private final List<String> done = new ArrayList<>();

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private Scene scene(Problem problem, boolean backup, boolean key) throws Exception {
        return Toolkit.onFx(() -> {
            var words = new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC());
            var settings = new LiveSettings(new SettingsFile(folder.resolve("settings.json"), Clock.systemUTC()), new InlineTaskRunner(),
                    new ManualLater(), problems -> {});
            var scene = new StartFailure(words, settings).scene(problem, new StartFailure.Ways(
                    () -> done.add("again"),
                    backup ? Optional.of(() -> done.add("restore")) : Optional.empty(),
                    key ? Optional.of(typed -> done.add("import " + typed)) : Optional.empty(),
                    () -> done.add("quit")));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            var pictures = Files.createDirectories(Path.of("target/pictures"));
            Files.write(pictures.resolve("start-" + problem.code().id() + ".png"),
                    Png.encode(scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()))));
            return scene;
        });
    }

    @Test
    void aDamagedStoreOffersItsBackupFirst() throws Exception {
        var scene = scene(Problem.of(Problem.Code.STORE_DAMAGED).with("path", "/home/ada/.local/share/lectern/lectern.mv.db")
                .with("until", "18 Nov 09:00"), true, false);
        press(scene, "Restore newest backup");
        press(scene, "Try again");
        press(scene, "Quit");
        assertThat(done).containsExactly("restore", "again", "quit");
        assertThat(scene.lookup("#recovery-key")).isNull();
    }

    @Test
    void aMissingKeyAsksForTheRecoveryKey() throws Exception {
        var scene = scene(Problem.of(Problem.Code.STORE_KEY_MISSING).with("path", "/home/ada/.local/share/lectern/lectern.mv.db"), false, true);
        Toolkit.run(() -> ((PasswordField) scene.lookup("#recovery-key")).setText("LK1-ABC"));
        press(scene, "Import key");
        assertThat(done).containsExactly("import LK1-ABC");
    }

    @Test
    void aNewerStoreOffersNothingThatWouldChangeIt() throws Exception {
        var scene = scene(Problem.of(Problem.Code.STORE_NEWER).with("version", "version 99").with("path", "/data/lectern.mv.db"), false, false);
        assertThat(scene.getRoot().lookupAll(".button")).extracting(button -> ((Button) button).getText())
                .containsExactlyInAnyOrder("Try again", "Copy details", "Quit");
    }

    private static void press(Scene scene, String text) {
        Toolkit.run(() -> scene.getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst().orElseThrow()
                .fire());
    }
}
