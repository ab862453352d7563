import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The .deb, the .rpm and the portable tar. jpackage makes the program's folder only: its own packages give every file a new
/// date, and an AOT cache refuses jars whose dates have changed; nor does it lay anything outside that folder.
final class LinuxPackages {
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private final Platform platform;
    private final Version version;
    private final AppImage.Layout image;
    private final Path icons;
    private final Path recipes;
    private final Path work;
    private final int compression;

    /// @param compression xz's level: 6 for what is handed out, 1 where only the content is tested
    LinuxPackages(Platform platform, Version version, AppImage.Layout image, Path icons, Path recipes, Path work, int compression) {
        this.platform = platform;
        this.version = version;
        this.image = image;
        this.icons = icons;
        this.recipes = recipes;
        this.work = work;
        this.compression = compression;
    }

    /// `only` names the kinds that are wanted: deb, rpm, tar.
    void make(Path packages, List<String> only) throws IOException, InterruptedException {
        var root = root();
        if (only.contains("deb")) {
            deb(root, packages);
        }
        if (only.contains("tar")) {
            tar(packages);
        }
        if (only.contains("rpm")) {
            rpm(root, packages);
        }
    }

    /// What is installed, laid out as it will lie under `/`.
    private Path root() throws IOException, InterruptedException {
        var root = Folders.empty(work.resolve("root"));
        Folders.copy(image.image(), root.resolve("opt/lectern"));
        link(root.resolve("usr/bin/lectern"), "../../opt/lectern/bin/lectern");
        Folders.copy(recipes.resolve("lectern.desktop"), root.resolve("usr/share/applications/lectern.desktop"));
        Folders.copy(recipes.resolve("copyright"), root.resolve("usr/share/doc/lectern/copyright"));
        for (int size : ICON_SIZES) {
            Folders.copy(icons.resolve("lectern-" + size + ".png"),
                    root.resolve("usr/share/icons/hicolor/%1$dx%1$d/apps/lectern.png".formatted(size)));
        }
        completion(root.resolve("usr/share/bash-completion/completions/lectern"));
        Folders.date(root);
        return root;
    }

    private static void link(Path link, String target) throws IOException {
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    private void completion(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        var home = Folders.empty(work.resolve("completion"));
        var builder = new ProcessBuilder(image.launcher().toString(), "--home", home.toString(), "completion").redirectOutput(file.toFile());
        if (builder.start().waitFor() != 0 || Files.size(file) == 0) {
            throw new IOException("the packed program could not print its completion script");
        }
        Folders.remove(home);
    }

    private void deb(Path root, Path packages) throws IOException, InterruptedException {
        var tree = Folders.empty(work.resolve("deb"));
        Folders.copy(root, tree);
        var control = Files.createDirectories(tree.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, Files.readString(recipes.resolve("control"))
                .replace("@VERSION@", version.beforeRelease())
                .replace("@ARCHITECTURE@", platform.debian())
                .replace("@SIZE@", Long.toString(Folders.size(root) / 1024)));
        Folders.date(tree);
        var file = packages.resolve("lectern_" + version.beforeRelease() + "_" + platform.debian() + ".deb");
        Run.program(dates(), List.of("dpkg-deb", "-Zxz", "-z" + compression, "--root-owner-group", "--build", tree.toString(), file.toString()));
        Folders.remove(tree);
    }

    private void tar(Path packages) throws IOException, InterruptedException {
        var file = packages.resolve("lectern-" + version.full() + "-" + platform.name() + ".tar.xz");
        Run.program(Map.of("XZ_OPT", "-" + compression + " -T0"), List.of("tar", "--create", "--xz", "--sort=name", "--owner=0", "--group=0", "--numeric-owner",
                "--file", file.toString(), "--directory", image.image().getParent().toString(), image.image().getFileName().toString()));
    }

    private void rpm(Path root, Path packages) throws IOException, InterruptedException {
        if (!Run.has("rpmbuild")) {
            System.out.println("No .rpm: rpmbuild is not installed here.");
            return;
        }
        var top = Folders.empty(work.resolve("rpm"));
        var command = new ArrayList<>(List.of("rpmbuild", "-bb", "--target", platform.processor(), "--noclean"));
        Map.of("_topdir", top.toString(), "_rpmdir", packages.toString(), "lectern_root", root.toString(),
                "lectern_version", version.beforeRelease(), "_binary_payload", "w" + compression + "T0.xzdio", "_build_name_fmt", "%%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm")
                .forEach((name, value) -> command.addAll(List.of("--define", name + " " + value)));
        command.add(recipes.resolve("lectern.spec").toString());
        Run.program(dates(), command);
        Folders.remove(top);
    }

    private static Map<String, String> dates() {
        return Map.of("SOURCE_DATE_EPOCH", Long.toString(Folders.DATE.getEpochSecond()));
    }
}
