package app.lectern.updates;

import app.lectern.home.Settings;
import app.lectern.problems.Problem;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks the feed of releases whether there is a newer Lectern. By itself only when the settings allow it; a person who asks has
/// allowed that one time. It downloads and installs nothing.
public final class UpdateCheck {
    private final Function<URI, String> pages;
    private final Supplier<Settings.Updates> settings;
    private final String version;
    private final ReleaseFeed feed = new ReleaseFeed();

    /// @param pages reads a public page as text, through the network that the settings describe
    /// @param version of the Lectern that runs
    public UpdateCheck(Function<URI, String> pages, Supplier<Settings.Updates> settings, String version) {
        this.pages = pages;
        this.settings = settings;
        this.version = version;
    }

    public String version() {
        return version;
    }

    /// Nothing is asked, and nothing found, unless the person allowed it.
    public List<Release> askIfAllowed() {
        var now = settings.get();
        return now.allowed() && !now.feed().isBlank() ? ask(now.feed()) : List.of();
    }

    /// Asks now. Raises FEED_MISSING when nobody said where.
    public List<Release> ask() {
        return ask(settings.get().feed());
    }

    /// Newer releases, newest first.
    public List<Release> ask(String address) {
        if (address.isBlank()) {
            throw Problem.of(Problem.Code.FEED_MISSING).raise();
        }
        var own = VersionNumber.parse(version).orElseThrow(() -> new IllegalStateException(version + " is no version"));
        return feed.newer(address, pages.apply(uri(address.strip())), own);
    }

    private static URI uri(String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(Problem.Code.FEED_MISSING).with("feed", address).raise(malformed);
        }
        throw Problem.of(Problem.Code.FEED_MISSING).with("feed", address).raise();
    }
}
