package app.lectern.home;

import java.util.Map;

/// What a person chose, apart from tenants and secrets. Plain values with a default each, so that "restore default"
/// is the default record's field. Passwords are not here: they are the vault's.
public record Settings(
        int version, Appearance appearance, Region region, Network network, Downloads downloads, Records records, Sync sync, Updates updates,
        Privacy privacy, Window window) {
    /// Raised when a field changes its meaning. A file with a higher number comes from a newer Lectern.
    static final int VERSION = 1;

    public static final Settings DEFAULT = new Settings(
            VERSION,
            new Appearance(Theme.SYSTEM, false),
            new Region("", ""),
            new Network(ProxyMode.SYSTEM, "", 0, "", "", 15, 60),
            new Downloads("", 4, 4, 0),
            new Records(90),
            new Sync(15, "", "", true),
            new Updates(false, ""),
            new Privacy(false),
            new Window(0, 0, 1360, 860, false, false, "overview", "", Map.of()));

    public enum Theme { SYSTEM, LIGHT, DARK }

    public enum ProxyMode { SYSTEM, NONE, EXPLICIT }

    public record Appearance(Theme theme, boolean reduceMotion) {}

    /// A BCP 47 language tag and a zone id; empty means the computer's own.
    public record Region(String language, String zone) {}

    /// An empty CA file means none beside the platform's own.
    public record Network(
            ProxyMode proxy,
            String proxyHost,
            int proxyPort,
            String proxyUser,
            String caFile,
            int connectSeconds,
            int readSeconds) {}

    /// An empty folder means `Lectern` in the person's own downloads folder. How many files at once, over how many connections each,
    /// and how many bytes per second for all of them (0 for all there is).
    public record Downloads(String folder, int atOnce, int perFile, long bytesPerSecond) {
        public Downloads folder(String now) {
            return new Downloads(now, atOnce, perFile, bytesPerSecond);
        }

        public Downloads atOnce(int now) {
            return new Downloads(folder, now, perFile, bytesPerSecond);
        }

        public Downloads perFile(int now) {
            return new Downloads(folder, atOnce, now, bytesPerSecond);
        }

        public Downloads bytesPerSecond(long now) {
            return new Downloads(folder, atOnce, perFile, now);
        }
    }

    /// How long the audit trail and the log of Graph calls are kept.
    public record Records(int keepDays) {}

    /// Syncing by itself while the window is open: how often (0 is never), between which hours not (`22:00`; empty means none),
    /// and whether a network that is paid by volume is spared.
    public record Sync(int everyMinutes, String quietFrom, String quietUntil, boolean pauseWhenMetered) {}

    /// Whether a feed of releases may be asked for a newer Lectern when the window opens, and where it is.
    public record Updates(boolean allowed, String feed) {}

    /// Whether join links stand as dots on the screen until somebody asks for one.
    public record Privacy(boolean hideLinks) {}

    /// Where the window stood; width and height are the scene's. `dividers` remembers each screen's split.
    public record Window(
            double x,
            double y,
            double width,
            double height,
            boolean maximised,
            boolean railCollapsed,
            String screen,
            String integration,
            Map<String, Double> dividers) {}

    public Settings with(Appearance changed) {
        return new Settings(version, changed, region, network, downloads, records, sync, updates, privacy, window);
    }

    public Settings with(Region changed) {
        return new Settings(version, appearance, changed, network, downloads, records, sync, updates, privacy, window);
    }

    public Settings with(Network changed) {
        return new Settings(version, appearance, region, changed, downloads, records, sync, updates, privacy, window);
    }

    public Settings with(Downloads changed) {
        return new Settings(version, appearance, region, network, changed, records, sync, updates, privacy, window);
    }

    public Settings with(Records changed) {
        return new Settings(version, appearance, region, network, downloads, changed, sync, updates, privacy, window);
    }

    public Settings with(Sync changed) {
        return new Settings(version, appearance, region, network, downloads, records, changed, updates, privacy, window);
    }

    public Settings with(Updates changed) {
        return new Settings(version, appearance, region, network, downloads, records, sync, changed, privacy, window);
    }

    public Settings with(Privacy changed) {
        return new Settings(version, appearance, region, network, downloads, records, sync, updates, changed, window);
    }

    public Settings with(Window changed) {
        return new Settings(version, appearance, region, network, downloads, records, sync, updates, privacy, changed);
    }
}
