import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the AOT cache: the packed program opens its window on a new data folder with the demo tenant in it, signs in, syncs, walks through
/// the screens meanwhile, and ends; the JDK writes down which classes that took. With a display the classes of the real window system are
/// among them.
final class AotTraining {
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private final Platform platform;
    private final AppImage.Layout image;
    private final Path work;

    AotTraining(Platform platform, AppImage.Layout image, Path work) {
        this.platform = platform;
        this.image = image;
        this.work = work;
    }

    void train() throws IOException, InterruptedException {
        var cache = image.app().resolve(AppImage.CACHE);
        var home = Folders.empty(work.resolve("training"));
        var jars = String.join(java.io.File.pathSeparator, image.classPath());
        Run.program(Map.of("LECTERN_HOME", home.toString()), List.of(image.java(platform).toString(), "-cp", jars, "app.lectern.Main",
                "demo", "get", "/users?$top=1"));
        var command = new ArrayList<String>();
        boolean display = !platform.is(Platform.System.LINUX) || System.getenv("DISPLAY") != null;
        if (!display && Run.has("xvfb-run")) {
            command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"));
            display = true;
        }
        command.add(image.java(platform).toString());
        command.addAll(AppImage.options(platform));
        // what the optimising compiler would learn from makes the cache larger and the start slower
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:AOTCacheOutput=" + cache);
        if (!display) {
            command.addAll(HEADLESS);
        }
        command.addAll(List.of("-Dlectern.measure=visit", "-cp", jars, "app.lectern.Main"));
        Run.program(Map.of("LECTERN_HOME", home.toString()), command);
        Folders.remove(home);
        if (!Files.exists(cache)) {
            throw new IOException("the training run left no cache: " + command);
        }
        Folders.date(image.app());
        System.out.printf("AOT cache of %.1f MB, trained %s%n", SpaceReport.megabytes(Files.size(cache)), display ? "in a window" : "without a display");
    }
}
