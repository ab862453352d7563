package app.lectern.integrations.commands;

import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.cli.Table;
import app.lectern.cli.Tone;
import app.lectern.integrations.AccountStanding;
import app.lectern.integrations.ServiceAccounts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lectern service-account`: the account that stands in as organiser, per integration.
@Command(name = "service-account")
public final class ServiceAccountCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;

    public ServiceAccountCommand(Supplier<IntegrationServices> services, GlobalOptions options, Output output) {
        this.services = services;
        this.options = options;
        this.output = output;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "set")
    int set(@Option(names = "--email", paramLabel = "X", required = true, descriptionKey = "lectern.service-account.email") String email,
            @Option(names = "--verify", descriptionKey = "lectern.service-account.verify") boolean verify) {
        var of = IntegrationsCommand.named(services.get(), options, null);
        var accounts = services.get().accounts();
        var saved = verify ? accounts.setVerified(of, email) : accounts.set(of, email);
        if (output.wantsJson()) {
            output.json(json(new ServiceAccounts.Line(saved, services.get().integrations().account(saved))));
        } else {
            output.say(verify ? "service-account.verified" : "service-account.saved", saved.serviceAccount(), saved.name());
        }
        return 0;
    }

    @Command(name = "list")
    int list() {
        var lines = services.get().accounts().list();
        if (output.wantsJson()) {
            output.json(Map.of("serviceAccounts", lines.stream().map(this::json).toList()));
            return 0;
        }
        var words = output.words();
        var table = new Table(words.text("cli.integrations.column.id"), words.text("cli.integrations.column.name"), words.text("cli.integrations.column.owner"),
                words.text("cli.integrations.column.service-account"), words.text("doctor.column.state"), words.text("cli.integrations.column.active"));
        for (var line : lines) {
            var of = line.integration();
            table.row(of.key(), of.name(), of.owner().isBlank() ? words.text("cli.integrations.no-owner") : of.owner(),
                    of.serviceAccount().isBlank() ? words.text("cli.integrations.not-set") : of.serviceAccount(),
                    new Table.Cell(words.of(line.standing().state()), tone(line.standing())),
                    words.text(of.active() ? "cli.integrations.yes" : "cli.integrations.no"));
        }
        output.table(table);
        return 0;
    }

    private static Tone tone(AccountStanding standing) {
        return switch (standing.state()) {
            case VERIFIED -> Tone.GOOD;
            case UNVERIFIED -> Tone.WARNING;
            case REFUSED -> Tone.BAD;
            case NOT_SET, COULD_NOT_CHECK -> Tone.MUTED;
        };
    }

    private Map<String, Object> json(ServiceAccounts.Line line) {
        var row = new LinkedHashMap<String, Object>();
        row.put("integration", line.integration().id());
        row.put("name", line.integration().name());
        row.put("owner", line.integration().owner().isBlank() ? null : line.integration().owner());
        row.put("serviceAccount", line.integration().serviceAccount().isBlank() ? null : line.integration().serviceAccount());
        row.put("state", IntegrationRows.id(line.standing().state()));
        row.put("checkedAt", line.standing().checkedAt().orElse(null));
        row.put("active", line.integration().active());
        return row;
    }
}
