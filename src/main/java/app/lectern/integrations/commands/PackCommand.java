package app.lectern.integrations.commands;

import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.permissions.PolicyScripts;
import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern integrations pack`: what an administrator needs to grant the rest, as text or as a page.
@Command(name = "pack")
final class PackCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "lectern.integrations.id")
    private String id;

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "lectern.integrations.pack.to")
    private Path to;

    @Option(names = "--everyone", descriptionKey = "lectern.integrations.pack.everyone")
    private boolean everyone;

    @Option(names = "--for", paramLabel = "JOB", descriptionKey = "lectern.integrations.new-app.for", split = ",")
    private List<String> jobs = List.of();

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;

    PackCommand(Supplier<IntegrationServices> services, GlobalOptions options, Output output) {
        this.services = services;
        this.options = options;
        this.output = output;
    }

    @Override
    public Integer call() {
        var on = services.get();
        var of = IntegrationsCommand.chosen(on, options, id);
        if (everyone && !output.confirm("cli.integrations.pack.everyone", of.name())) {
            return 1;
        }
        var known = on.checks().last(of).flatMap(HealthReport::permissions);
        var packs = jobs.isEmpty() ? on.packs() : on.packs().forJobs(JobNames.jobs(jobs));
        var pack = everyone ? packs.packForEveryone(of, known, PolicyScripts.POLICY)
                : packs.pack(of, known, of.serviceAccount(), PolicyScripts.POLICY);
        if (to != null) {
            write(pack.html());
            output.say("cli.integrations.pack.written", to.toString());
        } else if (output.wantsJson()) {
            output.json(Map.of("subject", pack.subject(), "text", pack.text(), "html", pack.html()));
        } else {
            output.line(pack.text().stripTrailing());
        }
        return 0;
    }

    private void write(String html) {
        try {
            Files.writeString(to, html);
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", to.toString()).raise(unwritable);
        }
    }
}
