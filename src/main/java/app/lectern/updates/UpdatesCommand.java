package app.lectern.updates;

import app.lectern.cli.Output;
import app.lectern.problems.ExitStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern updates`: whether there is a newer Lectern, and what changed in it.
@Command(name = "updates")
public final class UpdatesCommand implements Callable<Integer> {
    private final Supplier<UpdateCheck> check;
    private final Output output;

    @Option(names = "--feed", paramLabel = "URL", descriptionKey = "lectern.updates.feed")
    private String feed = "";

    public UpdatesCommand(Supplier<UpdateCheck> check, Output output) {
        this.check = check;
        this.output = output;
    }

    @Override
    public Integer call() {
        var updates = check.get();
        var newer = feed.isBlank() ? updates.ask() : updates.ask(feed);
        if (output.wantsJson()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("version", updates.version());
            document.put("newer", newer);
            output.json(document);
        } else {
            print(updates.version(), newer);
        }
        return ExitStatus.DONE.number();
    }

    private void print(String own, List<Release> newer) {
        if (newer.isEmpty()) {
            output.line(output.words().text("updates.none", own));
        }
        for (var release : newer) {
            output.line(output.words().text("updates.newer", release.version(), own));
            output.line(release.notes());
            output.line(release.page());
        }
    }
}
