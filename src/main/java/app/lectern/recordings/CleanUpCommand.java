package app.lectern.recordings;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.problems.ExitStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern recordings cleanup`: says which local copies would go, and lets them go once that is confirmed.
@Command(name = "cleanup")
final class CleanUpCommand implements Callable<Integer> {
    private final Supplier<RecordingsCommand.Parts> parts;
    private final Output output;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "recordings.cli.option.days")
    private Integer days;

    @Option(names = "--archive", paramLabel = "DIR", descriptionKey = "recordings.cli.option.archive")
    private Path archive;

    @Option(names = "--dry-run", descriptionKey = "recordings.cli.option.dry-run")
    private boolean dryRun;

    CleanUpCommand(Supplier<RecordingsCommand.Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = parts.get();
        if (days != null && days < 1) {
            throw CommandTree.wrong("--days", "@recordings.settings.days");
        }
        var rule = new CleanUpRule(days == null ? on.cleanUp().usual(on.integration()).days() : days,
                Optional.ofNullable(archive).map(folder -> folder.toAbsolutePath().normalize()));
        var plan = on.cleanUp().plan(on.integration(), rule);
        if (dryRun || plan.going().isEmpty()) {
            return said(plan, dryRun);
        }
        if (!output.confirm(archive == null ? "recordings.cli.cleanup.confirm" : "recordings.cli.cleanup.confirm.archive", plan.going().size(),
                output.words().size(plan.bytes()))) {
            said(plan, true);
            output.note("recordings.cli.cleanup.unconfirmed");
            return CommandTree.status(true);
        }
        CleanUpResult result;
        try (var progress = output.progress(output.words().text("recordings.job.clean-up"))) {
            result = on.cleanUp().run(on.integration(), plan, progress);
        }
        if (output.wantsJson()) {
            output.json(Map.of("dry_run", false, "removed", result.done().size(), "bytes", result.bytes(), "failed", result.failed().size(),
                    "kept", plan.staying().size(), "manifest", result.manifest().map(Path::toString).orElse("")));
        } else {
            output.say("recordings.cli.cleanup.done", result.done().size(), output.words().size(result.bytes()), result.failed().size());
            result.failed().values().forEach(output::problem);
        }
        return CommandTree.status(!result.failed().isEmpty());
    }

    private int said(CleanUpPlan plan, boolean dry) {
        if (output.wantsJson()) {
            output.json(Map.of("dry_run", dry, "before", plan.before(), "bytes", plan.bytes(), "going", plan.going().stream().map(CleanUpCommand::json).toList(),
                    "staying", plan.staying().stream().map(CleanUpCommand::json).toList()));
        } else {
            plan.going().forEach(item -> output.line(item.recording().localPath() + "  " + output.words().size(item.bytes())));
            plan.staying().forEach(item -> output.line(item.recording().localPath() + "  " + output.words().of(item.reason())));
            output.say("recordings.cli.cleanup.plan", plan.going().size(), output.words().size(plan.bytes()), plan.staying().size());
        }
        return ExitStatus.DONE.number();
    }

    private static Map<String, Object> json(CleanUpPlan.Item item) {
        return Map.of("id", item.recording().id(), "path", item.recording().localPath(), "bytes", item.bytes(), "reason", RecordingsJson.id(item.reason()));
    }
}
