package app.lectern.integrations.commands;

import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.integrations.Integration;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lectern integrations`: the tenants Lectern works with.
@Command(name = "integrations")
public final class IntegrationsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;
    private final IntegrationRows rows;
    private final Map<String, String> environment;

    public IntegrationsCommand(
            Supplier<IntegrationServices> services, GlobalOptions options, Output output, Map<String, String> environment) {
        this.services = services;
        this.options = options;
        this.output = output;
        this.rows = new IntegrationRows(output);
        this.environment = environment;
    }

    /// With its subcommands that need classes of their own.
    public CommandLine whole() {
        return new CommandLine(this)
                .addSubcommand(new AddCommand(services, output, environment))
                .addSubcommand(new CheckCommand(services, options, output))
                .addSubcommand(new RotateCommand(services, options, output, environment))
                .addSubcommand(new WaitingCommand(services, options, output))
                .addSubcommand(new PackCommand(services, options, output))
                .addSubcommand(new NewAppCommand(output, environment))
                .addSubcommand(new RecordingPolicyCommand(services, options, output))
                .addSubcommand(new UpkeepCommand(services, options, output))
                .addSubcommand(new TestMeetingCommand(services, options, output))
                .addSubcommand(new ExportCommand(services, output))
                .addSubcommand(new ImportCommand(services, output));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list() {
        var all = services.get().integrations().list();
        if (output.wantsJson()) {
            output.json(Map.of("integrations", all.stream().map(each -> rows.json(each, services.get())).toList()));
        } else if (all.isEmpty()) {
            output.say("cli.integrations.none");
        } else {
            output.table(rows.table(all, services.get()));
        }
        return 0;
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "lectern.integrations.id") String id) {
        var of = chosen(services.get(), options, id);
        if (output.wantsJson()) {
            output.json(rows.json(of, services.get()));
            return 0;
        }
        var words = output.words();
        var table = new Table(words.text("demo.field"), words.text("demo.value"));
        rows.facts(of, services.get()).forEach(table::row);
        output.table(table);
        return 0;
    }

    @Command(name = "edit")
    int edit(@Parameters(paramLabel = "ID", descriptionKey = "lectern.integrations.id") String id,
             @Option(names = "--name", paramLabel = "NAME", descriptionKey = "lectern.integrations.edit.name") String name,
             @Option(names = "--owner", paramLabel = "Y", descriptionKey = "lectern.integrations.edit.owner") String owner,
             @Option(names = "--for", paramLabel = "JOB", descriptionKey = "lectern.integrations.edit.for", split = ",") List<String> jobs,
             @Option(names = "--verify", descriptionKey = "lectern.integrations.edit.verify") boolean verify,
             @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "lectern.integrations.edit.role") WorkspaceRole role,
             @Option(names = "--active", paramLabel = "BOOLEAN", arity = "1", descriptionKey = "lectern.integrations.edit.active") Boolean active) {
        var was = services.get().integrations().find(id);
        var wanted = was.named(name == null ? was.name() : name)
                .ownedBy(owner == null ? was.owner() : owner.strip())
                .shownTo(role == null ? was.role() : role)
                .meantFor(jobs == null ? was.jobs() : JobNames.jobs(jobs))
                .active(active == null ? was.active() : active);
        var valid = services.get().rules().valid(wanted);
        if (verify && !valid.owner().isBlank()) {
            services.get().accounts().obstacle(valid, valid.owner()).ifPresent(why -> {
                throw why.raise();
            });
        }
        var saved = services.get().integrations().update(valid);
        if (output.wantsJson()) {
            output.json(rows.json(saved, services.get()));
        } else {
            output.say("cli.integrations.edited", saved.name());
        }
        return 0;
    }

    @Command(name = "remove")
    int remove(@Parameters(paramLabel = "ID", descriptionKey = "lectern.integrations.id") String id) {
        var all = services.get().integrations();
        var gone = all.find(id);
        var words = output.words();
        all.localData(gone).forEach((name, count) -> output.note("cli.integrations.remove.takes", words.text(name, count)));
        if (!output.confirm("cli.integrations.remove.confirm", gone.name())) {
            output.note("cli.integrations.remove.kept", gone.name());
            return 1;
        }
        all.remove(gone);
        if (output.wantsJson()) {
            output.json(Map.of("removed", gone.id()));
        } else {
            output.say("cli.integrations.removed", gone.name());
        }
        return 0;
    }

    /// The integration named by argument or `--integration`, else the one that is usually meant.
    static Integration chosen(IntegrationServices services, GlobalOptions options, String argument) {
        var named = argument == null ? options.integration().orElse(null) : argument;
        return named == null ? services.integrations().preferred() : services.integrations().find(named);
    }

    /// For changes, which must not hit an integration that nobody named.
    static Integration named(IntegrationServices services, GlobalOptions options, String argument) {
        var named = argument == null ? options.integration().orElse(null) : argument;
        if (named == null) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "--integration").with("reason", "@cli.integrations.name-one").raise();
        }
        return services.integrations().find(named);
    }
}
