import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The .msi for one person's own account on Windows, and the .dmg on macOS, by jpackage from the finished folder. They are signed
/// afterwards or while they are made, when the build has a certificate.
final class VendorPackages {
    /// Never changes, or Windows would keep the old version beside the new one.
    private static final String UPGRADE_CODE = "6d1b3c1e-6f0b-4d0c-9a7e-2f6f3f0d5a41";

    private final Platform platform;
    private final Version version;
    private final AppImage.Layout image;
    private final Path icons;
    private final Path recipes;
    private final Path work;

    VendorPackages(Platform platform, Version version, AppImage.Layout image, Path icons, Path recipes, Path work) {
        this.platform = platform;
        this.version = version;
        this.image = image;
        this.icons = icons;
        this.recipes = recipes;
        this.work = work;
    }

    void make(Path packages) throws IOException, InterruptedException {
        boolean windows = platform.is(Platform.System.WINDOWS);
        var command = new ArrayList<>(List.of(Run.jdk(platform, "jpackage"), "--type", windows ? "msi" : "dmg",
                "--app-image", image.image().toString(), "--name", "Lectern", "--dest", packages.toString(),
                "--app-version", windows ? version.numbers() : version.forMacos(), "--vendor", "Lectern",
                "--temp", Folders.empty(work.resolve("jpackage")).toString()));
        if (windows) {
            command.addAll(List.of("--icon", icons.resolve("lectern.ico").toString(),
                    "--win-per-user-install", "--win-menu", "--win-menu-group", "Lectern", "--win-dir-chooser",
                    "--win-upgrade-uuid", UPGRADE_CODE));
        } else {
            signing(command);
        }
        Run.program(Map.of(), command);
        if (windows) {
            for (var msi : Folders.all(packages).stream().filter(file -> file.toString().endsWith(".msi")).toList()) {
                Run.program("powershell", "-NoProfile", "-ExecutionPolicy", "Bypass", "-File", recipes.resolve("windows/path.ps1").toString(), msi.toString());
            }
        }
    }

    private static void signing(List<String> command) {
        var identity = System.getenv().getOrDefault("LECTERN_MAC_IDENTITY", "");
        if (!identity.isBlank()) {
            command.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", identity));
        }
    }
}
