package app.lectern.shell.settings;

import app.lectern.words.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Whether a typed path can be one. Does not look at the disk: that may take its time.
final class Paths {
    private Paths() {}

    static String check(String typed, Words words) {
        if (typed.isBlank()) {
            return "";
        }
        try {
            return Path.of(typed.strip()).isAbsolute() ? "" : words.text("settings.wrong.path");
        } catch (InvalidPathException impossible) {
            return words.text("settings.wrong.path");
        }
    }
}
