package app.lectern.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @Test
    void frame(@TempDir Path folder) throws Exception {
        var sample = new SampleShell(folder, new FxExecutor()).withCounts().withPalette().withTasks();
        Files.createDirectories(Path.of("target/pictures"));
        var png = Toolkit.onFx(() -> {
            var window = new MainWindow(sample.parts());
            return window;
        });
        Toolkit.onFx(() -> null);
        Files.write(Path.of("target/pictures/frame.png"), Toolkit.onFx(() -> Png.encode(png.scene().snapshot(null))));
        Toolkit.onFx(() -> { png.frame().toggleTasks(); return null; });
        Toolkit.onFx(() -> null);
        Files.write(Path.of("target/pictures/tasks.png"), Toolkit.onFx(() -> Png.encode(png.scene().snapshot(null))));
        Toolkit.onFx(() -> { png.layers().closeTop(); png.openPalette(); return null; });
        Toolkit.onFx(() -> { png.scene().snapshot(null); ((javafx.scene.control.TextField) png.scene().lookup("#palette-text")).setText("chem"); return null; });
        Toolkit.onFx(() -> null);
        Files.write(Path.of("target/pictures/palette.png"), Toolkit.onFx(() -> Png.encode(png.scene().snapshot(null))));
    }
}
