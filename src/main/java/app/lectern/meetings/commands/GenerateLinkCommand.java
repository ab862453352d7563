package app.lectern.meetings.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.problems.ExitStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern meetings generate-link`: creates what is still missing of slots.
@Command(name = "generate-link")
public final class GenerateLinkCommand implements Callable<Integer> {
    private final Supplier<SlotParts> parts;
    private final Output output;

    @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "slot.option.ids")
    private List<String> ids = List.of();

    @Option(names = "--failed", descriptionKey = "slot.option.failed")
    private boolean failed;

    @Option(names = "--again", descriptionKey = "slot.option.again")
    private boolean again;

    @Option(names = "--message", paramLabel = "TEXT", defaultValue = "", descriptionKey = "slot.option.message")
    private String message;

    public GenerateLinkCommand(Supplier<SlotParts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = parts.get();
        if (ids.isEmpty() && !failed) {
            throw CommandTree.wrong("ID", "@slot.cli.which");
        }
        if (again) {
            return again(on);
        }
        List<Slot> slots = failed ? on.scheduler().open(on.integration()).stream().filter(each -> each.problem().isPresent()).toList()
                : ids.stream().map(on::slot).toList();
        try (var progress = output.progress(output.words().text("slot.cli.creating"))) {
            return new SlotRows(output).results(on.scheduler().create(on.integration(), slots, progress));
        }
    }

    /// A new meeting in the place of each, which gets the message.
    private int again(SlotParts on) throws InterruptedException {
        var slots = ids.stream().map(on::slot).toList();
        int people = slots.stream().mapToInt(each -> each.planned().attendees().size()).sum();
        if (!output.confirm("slot.cli.again", slots.size(), people)) {
            output.note("slot.cli.nothing");
            return ExitStatus.DONE_WITH_FAILURES.number();
        }
        var done = new ArrayList<Slot>();
        try (var progress = output.progress(output.words().text("slot.cli.creating"))) {
            for (var slot : slots) {
                var renewed = on.renewal().renew(on.integration(), slot, message, progress);
                done.add(renewed.fresh());
                if (!renewed.isWhole()) {
                    done.add(renewed.old());
                }
            }
        }
        return new SlotRows(output).results(new SlotResults(done));
    }
}
