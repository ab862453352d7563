package app.lectern.meetings.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.planning.Edited;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Present;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.meetings.planning.SlotText;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern meetings move`: a meeting, or one date of a series, at another time.
@Command(name = "move")
public final class MoveCommand implements Callable<Integer> {
    /// How a conflict is settled; without it, nothing is sent.
    static final class Conflict {
        @Option(names = "--keep-theirs", descriptionKey = "slot.option.keep-theirs")
        private boolean keepTheirs;

        @Option(names = "--take-ours", descriptionKey = "slot.option.take-ours")
        private boolean takeOurs;

        Edited.Choice choice() {
            return takeOurs ? Edited.Choice.OURS : Edited.Choice.THEIRS;
        }
    }

    private final Supplier<SlotParts> parts;
    private final Output output;

    @Parameters(paramLabel = "ID", descriptionKey = "slot.option.id")
    private String id;

    @Option(names = "--start", required = true, paramLabel = "DATETIME", descriptionKey = "slot.option.start")
    private LocalDateTime start;

    @Option(names = "--end", paramLabel = "DATETIME", descriptionKey = "slot.option.move-end")
    private LocalDateTime end;

    @Option(names = "--timezone", paramLabel = "ZONE", descriptionKey = "slot.option.zone")
    private ZoneId zone;

    @ArgGroup
    private Conflict conflict;

    public MoveCommand(Supplier<SlotParts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = parts.get();
        var slot = on.slot(id);
        var date = on.dateOf(id);
        var before = date.isEmpty() ? slot.planned() : on.editor().read(on.integration(), slot, date).map(Present::held)
                .orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", slot.planned().subject()).raise());
        var wanted = moved(before);
        var wrong = on.scheduler().faults(on.integration(), wanted).stream().filter(each -> each.isWrong()).toList();
        if (!wrong.isEmpty()) {
            var text = new SlotText(output.words());
            wrong.forEach(each -> output.line(text.fault(each)));
            return ExitStatus.USAGE.number();
        }
        if (slot.isInTenant() && !before.attendees().isEmpty() && !output.confirm("slot.cli.move", before.attendees().size())) {
            output.note("slot.cli.nothing");
            return ExitStatus.DONE_WITH_FAILURES.number();
        }
        return said(carriedOut(on, slot, date, before, wanted));
    }

    private Edited carriedOut(SlotParts on, Slot slot, Optional<Meeting> date, Planned before, Planned wanted) throws InterruptedException {
        if (!slot.isInTenant()) {
            return new Edited.Done(on.scheduler().replan(slot, wanted));
        }
        var choice = conflict == null ? Edited.Choice.ASK : conflict.choice();
        try (var progress = output.progress(wanted.subject())) {
            return date.isEmpty() ? on.editor().change(on.integration(), slot, wanted, choice, progress)
                    : on.editor().changeDate(on.integration(), slot, date.get(), before, wanted, choice, progress);
        }
    }

    /// As long as before, where no end is given.
    private Planned moved(Planned before) {
        var in = zone == null ? output.words().zone() : zone;
        var from = start.atZone(in).withZoneSameInstant(before.zone()).toLocalDateTime();
        var until = end == null ? from.plus(Duration.between(before.start(), before.end())) : end.atZone(in).withZoneSameInstant(before.zone()).toLocalDateTime();
        return before.withTimes(from, until);
    }

    private int said(Edited how) {
        return switch (how) {
            case Edited.Done(Slot slot) -> new SlotRows(output).results(new SlotResults(List.of(slot)));
            case Edited.Conflict met -> refused("slot.cli.conflict", met.fields().stream().sorted().map(output.words()::of).collect(Collectors.joining(", ")));
            case Edited.Gone gone -> refused("slot.cli.gone", gone.slot().planned().subject());
        };
    }

    private int refused(String key, String what) {
        output.note(key, what);
        return CommandTree.status(true);
    }
}
