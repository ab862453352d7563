import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program's folder as jpackage lays it out: a native launcher, the jars, the runtime.
final class AppImage {
    static final String CACHE = "lectern.aot";
    /// The optimising compiler is left out: it takes half of the start on two cores, and what Lectern waits for afterwards is the
    /// network and people. The heap begins small: a computer with much memory would otherwise give it a sixty-fourth of that at once, and
    /// what was thrown away would lie there for hours. The same in training and in use, or the cache does not fit.
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC", "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "-Dh2.bindAddress=127.0.0.1", "-Djava.net.useSystemProxies=true");
    /// Room for a start with few collections. What is not needed later goes back to the system as soon as it is collected, and a young
    /// part that stays small lets the old part grow less.
    private static final List<String> HEAP = List.of("-XX:InitialHeapSize=96m", "-XX:MinHeapSize=16m", "-XX:NewSize=32m", "-XX:MaxNewSize=32m",
            "-XX:-ShrinkHeapInSteps", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10");
    /// A heap that comes in large pages costs a third fewer faults. A system without them is told nothing about it.
    private static final List<String> LARGE_PAGES = List.of("-XX:+UseTransparentHugePages", "-Xlog:pagesize=off");
    /// A cache that does not fit (its jars were touched) costs speed and nothing else, so nothing is said about it.
    private static final List<String> WITH_CACHE = List.of("-XX:AOTCache=$APPDIR/" + CACHE, "-Xlog:aot=off", "-Xlog:cds=off");

    private final Platform platform;
    private final Version version;
    private final Path runtime;
    private final List<Path> jars;
    private final Path icons;
    private final Path work;

    AppImage(Platform platform, Version version, Path runtime, List<Path> jars, Path icons, Path work) {
        this.platform = platform;
        this.version = version;
        this.runtime = runtime;
        this.jars = jars;
        this.icons = icons;
        this.work = work;
    }

    static List<String> options(Platform platform) {
        var all = new ArrayList<>(OPTIONS);
        all.addAll(HEAP);
        if (platform.is(Platform.System.LINUX)) {
            all.addAll(LARGE_PAGES);
        }
        return all;
    }

    /// Where the parts of an image lie.
    record Layout(Path image, Path app, Path runtime, Path launcher, List<String> classPath) {
        Path java(Platform platform) {
            return runtime.resolve("bin").resolve(platform.program("java"));
        }
    }

    Layout make() throws IOException, InterruptedException {
        var folder = Folders.empty(work.resolve("image"));
        var command = new ArrayList<>(List.of(Run.jdk(platform, "jpackage"), "--type", "app-image", "--name", name(),
                "--dest", folder.toString(), "--runtime-image", runtime.toString(), "--input", jars.getFirst().getParent().toString(),
                "--main-jar", jars.getFirst().getFileName().toString(), "--main-class", "app.lectern.Main",
                "--icon", icons.resolve("lectern." + iconSuffix()).toString(),
                "--app-version", platform.is(Platform.System.MACOS) ? version.forMacos() : version.numbers(),
                "--vendor", "Lectern", "--description", "Microsoft Teams meetings, recordings and attendance"));
        for (var option : options(platform)) {
            command.addAll(List.of("--java-options", option));
        }
        for (var option : WITH_CACHE) {
            command.addAll(List.of("--java-options", option));
        }
        if (platform.is(Platform.System.WINDOWS)) {
            var console = Files.writeString(work.resolve("console.properties"), "win-console=true\n");
            command.addAll(List.of("--add-launcher", "lectern-console=" + console));
        }
        Run.program(Map.of(), command);
        var layout = layout(folder);
        if (platform.is(Platform.System.WINDOWS)) {
            // the window's program has no console; this is what the PATH leads to
            Files.writeString(Files.createDirectories(layout.image().resolve("bin")).resolve("lectern.cmd"), "@\"%~dp0..\\lectern-console.exe\" %*\r\n");
        }
        Folders.date(layout.image());
        return layout;
    }

    private String name() {
        return platform.is(Platform.System.LINUX) ? "lectern" : "Lectern";
    }

    private String iconSuffix() {
        return switch (platform.system()) {
            case LINUX -> "png";
            case WINDOWS -> "ico";
            case MACOS -> "icns";
        };
    }

    private Layout layout(Path folder) throws IOException {
        var layout = switch (platform.system()) {
            case LINUX -> at(folder.resolve("lectern"), "lib/app", "lib/runtime", "bin/lectern");
            case WINDOWS -> at(folder.resolve("Lectern"), "app", "runtime", "Lectern.exe");
            case MACOS -> at(folder.resolve("Lectern.app"), "Contents/app", "Contents/runtime/Contents/Home", "Contents/MacOS/Lectern");
        };
        return layout;
    }

    /// The class path in the launcher's own order: a cache fits one order only.
    private static Layout at(Path image, String app, String runtime, String launcher) throws IOException {
        var folder = image.resolve(app);
        var classPath = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            var configuration = files.filter(file -> file.toString().endsWith("ectern.cfg")).findFirst().orElseThrow();
            for (var line : Files.readAllLines(configuration)) {
                if (line.startsWith("app.classpath=")) {
                    classPath.add(line.substring(line.indexOf('=') + 1).replace("$APPDIR", folder.toString()));
                }
            }
        }
        return new Layout(image, folder, image.resolve(runtime), image.resolve(launcher), classPath);
    }
}
