package app.lectern;

import app.lectern.graph.HttpOptions;
import app.lectern.graph.PublicPages;
import app.lectern.jobs.Progress;
import app.lectern.shell.settings.UpdateNews;
import app.lectern.shell.settings.UpdateSource;
import app.lectern.updates.Release;
import app.lectern.updates.UpdateCheck;
import app.lectern.words.Words;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Connects the check for newer versions, and says in words what it found.
final class UpdatesWiring implements UpdateSource {
    final UpdateCheck check;
    private final Words words;

    UpdatesWiring(Start start, Supplier<HttpOptions> network) {
        check = new UpdateCheck(new PublicPages(network), () -> start.settings().get().updates(), Start.version());
        words = start.words();
    }

    @Override
    public UpdateNews ask(Progress progress) {
        return news(check.ask());
    }

    /// For the start of the window: nothing is asked unless the person allowed it.
    UpdateNews askIfAllowed() {
        return news(check.askIfAllowed());
    }

    private UpdateNews news(List<Release> newer) {
        if (newer.isEmpty()) {
            return new UpdateNews(false, words.text("updates.none", check.version()), "", "");
        }
        var newest = newer.getFirst();
        var changes = newer.stream().map(release -> newer.size() == 1 ? release.notes() : release.version() + "\n" + release.notes())
                .collect(Collectors.joining("\n\n"));
        return new UpdateNews(true, words.text("updates.newer", newest.version(), check.version()), changes, newest.page());
    }
}
