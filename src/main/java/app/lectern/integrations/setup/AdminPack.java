package app.lectern.integrations.setup;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a person hands to an administrator: the same content as plain text for a mail and as a web page.
public record AdminPack(String subject, String text, String html) {
    public Path writePage(Path file) {
        try {
            return Files.writeString(file, html);
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
    }
}
