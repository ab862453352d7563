package app.lectern.shell;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for a file or a folder; nothing when the choice was left.
public interface FileChoosers {
    Optional<Path> chooseFile(String title, Dialogs.FileKind kind);

    Optional<Path> chooseFolder(String title, Optional<Path> start);

    Optional<Path> chooseTarget(String title, String suggestedName, Dialogs.FileKind kind);
}
