package app.lectern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.settings.SettingsGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PicturesTest {
    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @Test
    void theTourWritesEachScreenInLightAndDark(@TempDir Path folder) throws Exception {
        var sample = new SampleShell(folder, new FxExecutor()).withCounts().withPalette().withTasks();
        var before = sample.settings.get();

        List<Path> pictures;
        try (var complaints = new Complaints()) {
            pictures = new Tour(sample.parts()).run(Path.of("target/pictures"));
            assertThat(complaints.logged()).as("what JavaFX logged").isEmpty();
            assertThat(complaints.written()).as("what was written to the error stream").isEmpty();
        }

        assertThat(pictures).hasSize(2 * (Place.values().length - 1 + SettingsGroup.values().length + 6));
        for (var picture : pictures) {
            var bytes = Files.readAllBytes(picture);
            assertThat(bytes).as(picture.toString()).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(10_000);
        }
        assertThat(sample.settings.get()).isEqualTo(before);
        sample.jobs.close();
    }

    @ParameterizedTest
    @CsvSource({"1180, 720", "960, 540"})
    void nothingInTheFrameOverlapsInASmallWindowWithLongNames(int width, int height, @TempDir Path folder) throws Exception {
        var sample = new SampleShell(folder, new FxExecutor()).withCounts().withTasks();
        var name = "The Worshipful Company of Northfield Colleges and Sixth Forms";
        var choice = new Choice("long", name, "Certificate", "Connected, needs attention within the next seven days", Health.WARNING, true);
        sample.choices.all.setAll(choice);
        sample.choices.selected.set(choice);
        var window = Toolkit.onFx(() -> new MainWindow(sample.parts()));
        Toolkit.onFx(() -> {
            window.go(Place.SETTINGS);
            return window.scene().snapshot(new WritableImage(width, height));
        });
        Toolkit.run(() -> {
            var root = (javafx.scene.layout.Region) window.scene().getRoot();
            root.resize(width, height);
            root.layout();
        });
        var picture = Toolkit.onFx(() -> {
            var root = (javafx.scene.layout.Region) window.scene().getRoot();
            root.resize(width, height);
            root.applyCss();
            root.layout();
            return Png.encode(window.scene().snapshot(new WritableImage(width, height)));
        });
        Files.createDirectories(Path.of("target/pictures"));
        Files.write(Path.of("target/pictures/small-" + width + ".png"), picture);

        for (var bar : List.of(".lx-top-bar", ".lx-task-strip")) {
            var children = ((Parent) window.scene().lookup(bar)).getChildrenUnmodifiable().stream().filter(Node::isManaged).toList();
            for (int i = 0; i + 1 < children.size(); i++) {
                assertThat(children.get(i).getBoundsInParent().getMaxX()).as(bar + " " + children.get(i))
                        .isLessThanOrEqualTo(children.get(i + 1).getBoundsInParent().getMinX() + 8);
            }
            assertThat(children.getLast().getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width);
        }
        sample.jobs.close();
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void sharedControlsRenderWithoutComplaint(Settings.Theme theme, @TempDir Path folder) throws Exception {
        var sample = new SampleShell(folder, new FxExecutor());
        try (var complaints = new Complaints()) {
            var picture = Toolkit.onFx(() -> {
                var window = new MainWindow(sample.parts());
                window.settings().change(now -> now.with(new Settings.Appearance(theme, true)));
                window.frame().showPage(Place.RECORDINGS, new ControlGallery(window));
                window.scene().snapshot(null);
                return Png.encode(window.scene().snapshot(new WritableImage(1360, 860)));
            });
            Files.createDirectories(Path.of("target/pictures"));
            Files.write(Path.of("target/pictures/controls-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png"), picture);
            assertThat(picture).hasSizeGreaterThan(20_000);
            assertThat(complaints.logged()).isEmpty();
        }
    }

    /// So that the test above can be trusted: a look-up colour that nobody defines does cause a complaint.
    @Test
    void anUnknownColourIsComplainedAbout() {
        try (var complaints = new Complaints()) {
            Toolkit.run(() -> {
                var label = new javafx.scene.control.Label("x");
                label.setStyle("-fx-text-fill: -lx-nowhere;");
                new javafx.scene.Scene(new javafx.scene.layout.StackPane(label)).snapshot(null);
            });
            assertThat(complaints.logged()).isNotEmpty();
        }
    }
}
