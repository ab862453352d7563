package app.lectern.meetings.commands;

import app.lectern.cli.Output;
import app.lectern.problems.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern meetings cancel`: calls meetings off, with a message for the people who were invited.
@Command(name = "cancel")
public final class CancelCommand implements Callable<Integer> {
    private final Supplier<SlotParts> parts;
    private final Output output;

    @Parameters(paramLabel = "ID", arity = "1..*", descriptionKey = "slot.option.ids")
    private List<String> ids;

    @Option(names = "--message", paramLabel = "TEXT", defaultValue = "", descriptionKey = "slot.option.message")
    private String message;

    @Option(names = "--delete", descriptionKey = "slot.option.delete")
    private boolean delete;

    public CancelCommand(Supplier<SlotParts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = parts.get();
        var slots = ids.stream().map(on::slot).toList();
        var people = slots.stream().flatMap(each -> each.planned().attendees().stream()).map(each -> each.address().toLowerCase(java.util.Locale.ROOT))
                .distinct().count();
        if (!output.confirm("slot.cli.cancel", slots.size(), people)) {
            output.note("slot.cli.nothing");
            return ExitStatus.DONE_WITH_FAILURES.number();
        }
        try (var progress = output.progress(output.words().text("slot.cli.cancelling"))) {
            return new SlotRows(output).results(delete ? on.scheduler().delete(on.integration(), slots, progress)
                    : on.scheduler().cancel(on.integration(), slots, message, progress));
        }
    }
}
