package app.lectern.meetings.planning.bulk;

import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.integrations.Integration;
import app.lectern.meetings.planning.SlotText;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.ProblemText;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What the commands about many meetings have in common: the rehearsal is shown, asked about, and carried out.
final class ImportTalk {
    /// What the commands work with.
    record Parts(Rehearsals rehearsals, SlotImport imports, MeetingPresets presets, Integration integration) {}

    private final Supplier<Parts> parts;
    private final Output output;
    private final ImportJson json;
    private final SlotText slots;
    private final RehearsalText rows;

    ImportTalk(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
        this.json = new ImportJson(output);
        this.slots = new SlotText(output.words());
        this.rows = new RehearsalText(output.words());
    }

    Parts parts() {
        return parts.get();
    }

    Output output() {
        return output;
    }

    ImportJson json() {
        return json;
    }

    /// @param dryRun show only
    /// @param again  create also what is there already
    int carryOut(Parts on, Rehearsal rehearsal, boolean dryRun, boolean again) throws InterruptedException {
        if (!output.wantsJson()) {
            show(rehearsal);
        }
        Set<RowState> states = EnumSet.copyOf(Rehearsal.WITHOUT_REPETITIONS);
        if (again) {
            states.add(RowState.THERE_ALREADY);
        }
        int count = rehearsal.in(states).size();
        boolean wanted = !dryRun && count > 0 && output.confirm("import.cli.confirm", count, rehearsal.count(RowState.ASKS));
        if (!wanted) {
            return nothing(rehearsal, dryRun);
        }
        var batch = on.imports().keep(on.integration(), rehearsal, states);
        output.note("import.cli.kept", batch.batch());
        SlotImport.Imported imported;
        try (var progress = output.progress(output.words().text("import.job", batch.source(), count))) {
            imported = on.imports().create(on.integration(), batch, progress);
        }
        var node = json.of(rehearsal);
        node.putAll(json.of(imported));
        return ended(imported, node, rehearsal.count(RowState.WRONG) > 0);
    }

    private int nothing(Rehearsal rehearsal, boolean dryRun) {
        if (output.wantsJson()) {
            var node = json.of(rehearsal);
            node.put("done", 0);
            output.json(node);
        } else {
            output.say(dryRun ? "import.cli.nothing-created" : "import.cli.not-confirmed");
        }
        return (rehearsal.count(RowState.WRONG) == 0 ? ExitStatus.DONE : ExitStatus.DONE_WITH_FAILURES).number();
    }

    private void show(Rehearsal rehearsal) {
        var words = output.words();
        for (var row : rehearsal.rows()) {
            var when = row.planned().map(planned -> "  " + slots.when(planned)).orElse("");
            var notes = rows.notes(row);
            output.line(row.line() + "  " + words.of(row.state()) + "  " + row.title() + when + (notes.isEmpty() ? "" : "  " + notes));
        }
        output.say("import.cli.rehearsed", rehearsal.count(RowState.READY), rehearsal.count(RowState.ASKS), rehearsal.count(RowState.THERE_ALREADY),
                rehearsal.count(RowState.WRONG));
        rehearsal.unchecked().ifPresent(why -> output.say("import.cli.unchecked", new ProblemText(words).paragraph(why)));
    }

    /// Prints what became of an import.
    int ended(SlotImport.Imported imported, Map<String, Object> node, boolean someWrong) {
        if (output.wantsJson()) {
            output.json(node);
        } else {
            var words = output.words();
            var table = new Table(words.text("meetings.column.id"), words.text("meetings.column.when"), words.text("meetings.column.subject"),
                    words.text("meetings.column.organiser"), words.text("meetings.column.state"));
            imported.results().slots().forEach(slot -> table.row(slot.id(), slots.when(slot.planned()), slot.planned().subject(), slot.planned().organiser(), slots.state(slot)));
            output.table(table);
            imported.results().failed().forEach(slot -> output.line(slot.id() + "  " + slot.planned().subject() + ": " + slots.problem(slot)));
            output.line(slots.results(imported.results()));
            output.say("import.cli.batch", imported.batch().batch());
        }
        return (someWrong || !imported.results().failed().isEmpty() ? ExitStatus.DONE_WITH_FAILURES : ExitStatus.DONE).number();
    }

    int ended(SlotImport.Imported imported) {
        return ended(imported, new LinkedHashMap<>(json.of(imported)), false);
    }
}
