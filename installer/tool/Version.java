/// The project's version as each kind of package wants it.
record Version(String full) {
    static Version of(String full) {
        return new Version(full);
    }

    /// Three numbers: all that Windows and macOS know.
    String numbers() {
        return full.replaceAll("-.*", "");
    }

    /// Debian and RPM put what follows a tilde before the release itself.
    String beforeRelease() {
        return full.replace("-SNAPSHOT", "~dev").replace('-', '~');
    }

    /// macOS refuses a first number of 0; what people see in file names and in the program stays the real version.
    String forMacos() {
        return numbers().startsWith("0.") ? "1." + numbers().substring(2) : numbers();
    }
}
