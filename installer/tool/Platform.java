import java.util.Locale;

/// The system and processor that the packages are made on, which are those that they are made for.
record Platform(System system, String processor) {
    enum System { LINUX, WINDOWS, MACOS }

    static Platform here() {
        var name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = name.startsWith("windows") ? System.WINDOWS : name.startsWith("mac") ? System.MACOS : System.LINUX;
        return new Platform(system, java.lang.System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64");
    }

    boolean is(System asked) {
        return system == asked;
    }

    /// As in the names of files: `linux-x86_64`.
    String name() {
        return system.name().toLowerCase(Locale.ROOT) + "-" + processor;
    }

    String debian() {
        return processor.equals("aarch64") ? "arm64" : "amd64";
    }

    /// A program of the JDK or of the runtime image.
    String program(String name) {
        return is(System.WINDOWS) ? name + ".exe" : name;
    }
}
