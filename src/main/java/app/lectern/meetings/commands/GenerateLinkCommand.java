package app.lectern.meetings.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.meetings.planning.Slot;
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
        List<Slot> slots = failed ? on.scheduler().open(on.integration()).stream().filter(each -> each.problem().isPresent()).toList()
                : ids.stream().map(on::slot).toList();
        try (var progress = output.progress(output.words().text("slot.cli.creating"))) {
            return new SlotRows(output).results(on.scheduler().create(on.integration(), slots, progress));
        }
    }
}
