import java.nio.file.Files;
import java.util.List;

/// Makes the packages of this computer's system from what `mvn package` left: the runtime image, the program with its jars, the
/// AOT cache, then the packages, their sums and a report of what takes the space.
///
///     java Pack.java --target FOLDER --version VERSION --program JAR --libraries FOLDER --sdk JAR --javafx FOLDER --icons FOLDER
///         --recipes FOLDER --packages deb,rpm,tar --compression LEVEL [--sbom FILE]
final class Pack {
    private Pack() {}

    static void main(String[] args) throws Exception {
        var given = Arguments.of(args);
        var target = given.path("target");
        var version = Version.of(given.text("version"));
        var here = Platform.here();
        var work = Folders.empty(target.resolve("work"));
        var packages = Folders.empty(target.resolve("packages"));

        var jars = ProgramJars.lay(given.path("program"), given.path("libraries"), given.path("sdk"), work.resolve("jars"));
        var modules = UsedModules.of(jars).names();
        var runtime = new RuntimeImage(here, given.path("javafx"), work).link(modules);
        var image = new AppImage(here, version, runtime, jars, given.path("icons"), work).make();
        new AotTraining(here, image, work).train();
        SpaceReport.of(image).print();

        switch (here.system()) {
            case LINUX -> new LinuxPackages(here, version, image, given.path("icons"), given.path("recipes").resolve("linux"), work,
                    Integer.parseInt(given.text("compression")))
                    .make(packages, List.of(given.text("packages").split(",")));
            case WINDOWS, MACOS -> new VendorPackages(here, version, image, given.path("icons"), given.path("recipes"), work).make(packages);
        }
        given.optional("sbom").filter(Files::exists).ifPresent(file -> Folders.copy(file, packages.resolve("lectern-" + version.full() + "-" + here.name() + "-sbom.json")));
        Sums.write(packages);
    }
}
