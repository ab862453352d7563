package app.lectern.integrations.commands;

import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.upkeep.Upkeep;
import app.lectern.integrations.upkeep.UpkeepKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern integrations upkeep`: what is due, and what was done.
@Command(name = "upkeep")
final class UpkeepCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "lectern.integrations.id")
    private String id;

    @Option(names = "--done", paramLabel = "KIND", descriptionKey = "lectern.integrations.upkeep.done", converter = KindConverter.class)
    private UpkeepKind done;

    /// `credential` for CREDENTIAL.
    private static final class KindConverter implements CommandLine.ITypeConverter<UpkeepKind> {
        @Override
        public UpkeepKind convert(String typed) {
            return UpkeepKind.valueOf(typed.strip().toUpperCase(Locale.ROOT));
        }
    }

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;

    UpkeepCommand(Supplier<IntegrationServices> services, GlobalOptions options, Output output) {
        this.services = services;
        this.options = options;
        this.output = output;
    }

    /// Ends with 1 where something is overdue.
    @Override
    public Integer call() {
        var on = services.get();
        var of = done == null ? IntegrationsCommand.chosen(on, options, id) : IntegrationsCommand.named(on, options, id);
        if (done != null) {
            on.upkeep().done(of, done);
        }
        var all = on.upkeep().of(of);
        var now = on.clock().instant();
        if (output.wantsJson()) {
            output.json(Map.of("integration", of.name(), "upkeep", all.stream().map(UpkeepCommand::json).toList()));
        } else {
            var words = output.words();
            var table = new Table(words.text("cli.integrations.upkeep.what"), words.text("cli.integrations.upkeep.last"), words.text("cli.integrations.upkeep.due"));
            all.forEach(each -> table.row(words.of(each.kind()), each.done().map(words::day).orElse(words.text("integrations.never")),
                    new Table.Cell(words.day(each.due()), each.isOverdue(now) ? Tone.WARNING : Tone.GOOD)));
            output.table(table);
        }
        return on.upkeep().overdue(of).isEmpty() ? 0 : 1;
    }

    private static Map<String, Object> json(Upkeep one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
        one.done().ifPresent(at -> row.put("last", at));
        row.put("due", one.due());
        return row;
    }
}
