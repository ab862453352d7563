package app.lectern.meetings.planning.bulk;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern meetings import`: a list of meetings from a file, rehearsed first.
@Command(name = "import")
public final class MeetingImportCommand implements Callable<Integer> {
    private final ImportTalk talk;

    @Parameters(paramLabel = "FILE", descriptionKey = "import.option.file")
    private Path file;

    @Option(names = "--map", paramLabel = "COLUMN=HEADING", descriptionKey = "import.option.map")
    private Map<String, String> mapped = Map.of();

    @Option(names = "--timezone", paramLabel = "ZONE", descriptionKey = "import.option.timezone")
    private ZoneId zone;

    @Option(names = "--subject", paramLabel = "TEMPLATE", descriptionKey = "import.option.subject")
    private String subject;

    @Option(names = "--dry-run", descriptionKey = "import.option.dry-run")
    private boolean dryRun;

    @Option(names = "--again", descriptionKey = "import.option.again")
    private boolean again;

    MeetingImportCommand(ImportTalk talk) {
        this.talk = talk;
    }

    /// What the commands of this package work with.
    public record Services(Rehearsals rehearsals, SlotImport imports, MeetingPresets presets) {}

    /// The `meetings` command with those about many meetings below it.
    public static Object below(Object meetings, Supplier<Services> services, Supplier<Integration> chosen, Output output) {
        var talk = new ImportTalk(() -> {
            var on = services.get();
            return new ImportTalk.Parts(on.rehearsals(), on.imports(), on.presets(), chosen.get());
        }, output);
        var line = meetings instanceof CommandLine ready ? ready : new CommandLine(meetings);
        return line.addSubcommand(new MeetingImportCommand(talk)).addSubcommand(new MeetingTermCommand(talk))
                .addSubcommand(new MeetingBatchCommand.Imports(talk)).addSubcommand(new MeetingBatchCommand.Retry(talk))
                .addSubcommand(new MeetingBatchCommand.Undo(talk));
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = talk.parts();
        var sheet = SlotSheet.read(file);
        var choices = new Rehearsals.Choices(Optional.ofNullable(zone), Optional.ofNullable(subject));
        return talk.carryOut(on, on.rehearsals().of(on.integration(), sheet, mapping(sheet), choices, Progress.NONE), dryRun, again);
    }

    private Map<SlotColumn, Integer> mapping(SlotSheet sheet) {
        var mapping = new EnumMap<SlotColumn, Integer>(SlotColumn.class);
        mapping.putAll(sheet.guessed());
        mapped.forEach((name, heading) -> {
            var column = SlotColumn.ALL.stream().filter(each -> each.isHeaded(name.toLowerCase(Locale.ROOT))).findFirst()
                    .orElseThrow(() -> CommandTree.wrong("--map " + name, "@import.cli.no-column"));
            int at = sheet.headings().indexOf(heading.strip());
            if (at < 0) {
                throw CommandTree.wrong("--map " + heading, "@import.cli.no-heading");
            }
            mapping.put(column, at);
        });
        return mapping;
    }
}
