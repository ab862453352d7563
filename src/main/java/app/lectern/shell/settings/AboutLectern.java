package app.lectern.shell.settings;

import java.nio.file.Path;

/// What Settings says of the program itself.
public record AboutLectern(String version, Path dataFolder) {}
