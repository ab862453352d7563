package app.lectern.recordings;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.problems.ProblemText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lectern recordings download`: puts what is meant into the queue and waits for it; what is here already is left out.
@Command(name = "download")
final class DownloadCommand implements Callable<Integer> {
    private final Supplier<RecordingsCommand.Parts> parts;
    private final Output output;

    @Mixin
    private WhichCommand which;

    @Option(names = "--id", paramLabel = "ID", arity = "1..*", descriptionKey = "recordings.cli.option.id")
    private List<Long> ids;

    @Option(names = "--all", descriptionKey = "recordings.cli.option.all")
    private boolean all;

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "recordings.cli.option.to")
    private Path to;

    DownloadCommand(Supplier<RecordingsCommand.Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (ids == null && !which.isAnything() && !all) {
            throw CommandTree.wrong("--id", "@recordings.cli.which");
        }
        var on = parts.get();
        var wanted = wanted(on);
        var here = wanted.stream().filter(one -> isHere(one)).toList();
        var fetch = wanted.stream().filter(one -> !here.contains(one)).map(Recording::id).toList();
        var lines = on.queue().add(on.integration(), fetch, Optional.ofNullable(to));
        List<QueuedDownload> ended;
        try (var progress = output.progress(output.words().text("recordings.job.download", lines.size()))) {
            ended = on.queue().await(lines, progress);
        }
        long failed = ended.stream().filter(one -> one.state() != DownloadState.DONE).count();
        if (output.wantsJson()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("downloaded", ended.size() - failed);
            document.put("already_here", here.size());
            document.put("failed", failed);
            document.put("downloads", ended.stream().map(this::json).toList());
            output.json(document);
        } else {
            ended.forEach(this::print);
            output.say("recordings.cli.downloaded", ended.size() - failed, here.size(), failed);
        }
        return CommandTree.status(failed > 0);
    }

    /// Of what a filter finds, what can be fetched; an id that cannot is tried all the same, so that it says why.
    private List<Recording> wanted(RecordingsCommand.Parts on) {
        var wanted = new LinkedHashMap<Long, Recording>();
        if (ids != null) {
            ids.forEach(id -> wanted.put(id, on.library().get(id)));
        }
        if (which.isAnything() || all) {
            which.filters(on, output.words()).forEach(filter -> on.list().all(on.integration(), filter, ListOrder.NEWEST).stream()
                    .filter(Recording::canDownload).forEach(one -> wanted.put(one.id(), one)));
        }
        return List.copyOf(wanted.values());
    }

    private boolean isHere(Recording one) {
        return one.local().isHere() && Files.isRegularFile(Path.of(one.localPath()))
                && (to == null || Path.of(one.localPath()).startsWith(to.toAbsolutePath().normalize()));
    }

    private Map<String, Object> json(QueuedDownload one) {
        var document = RecordingsJson.of(one.row());
        one.problem().ifPresent(problem -> document.put("problem", output.asJson(problem)));
        return document;
    }

    private void print(QueuedDownload one) {
        var words = output.words();
        if (one.state() == DownloadState.DONE) {
            output.line(one.row().path().map(Path::toString).orElse(one.row().name()) + "  " + words.size(one.row().bytes()) + "  "
                    + words.text(one.row().verified() ? "recordings.cli.verified" : "recordings.cli.unverified"));
        } else {
            var text = new ProblemText(words);
            output.line(one.row().name() + ": " + one.problem().map(problem -> text.what(problem) + " " + text.next(problem))
                    .orElseGet(() -> words.text(one.state().isOpen() ? "recordings.cli.elsewhere" : "recordings.cli.not-done")));
        }
    }
}
