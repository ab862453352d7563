package app.lectern.shell;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.stage.Window;

/// What lies outside the window: the browser, the file manager, and the system's choosers of files.
public interface Outside {
    /// A page, or a mail that is begun by its `mailto:` address. Never waits for the browser.
    void openPage(String address);

    /// Never waits for the file manager.
    void openFolder(Path folder);

    /// `owner` is the window over which they show.
    default FileChoosers choosers(Supplier<Window> owner) {
        return new SystemChoosers(owner);
    }
}
