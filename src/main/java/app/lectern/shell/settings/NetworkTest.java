package app.lectern.shell.settings;

import app.lectern.home.Settings;
import app.lectern.jobs.Progress;

/// Tries the network settings before anything depends on them. Throws a problem when they do not work.
public interface NetworkTest {
    /// How it went, in words, as in "login.microsoftonline.com and graph.microsoft.com answered in 142 ms".
    String run(Settings.Network network, Progress progress) throws Exception;

    /// Whether a proxy password is kept; it is written, never shown again.
    boolean hasProxyPassword();

    /// An empty password forgets the kept one.
    void saveProxyPassword(char[] password) throws Exception;
}
