package app.lectern.shell;

import java.nio.file.Path;

/// What lies outside the window: the browser and the file manager. Never waits for them.
public interface Outside {
    void openPage(String address);

    void openFolder(Path folder);
}
