package app.lectern.integrations.commands;

import app.lectern.cli.Output;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.commands.AddCommand.SignInConverter;
import app.lectern.integrations.commands.AddCommand.SignInName;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.permissions.RegistrationScript;
import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern integrations new-app`: the lines with which an administrator registers the app, for whoever has none yet. Nothing
/// is sent and nothing is kept.
@Command(name = "new-app")
final class NewAppCommand implements Callable<Integer> {
    private static final String READ_ONLY = "read-only";

    @Option(names = "--tenant", paramLabel = "T", descriptionKey = "lectern.integrations.add.tenant")
    private String tenant;

    @Option(names = "--sign-in", paramLabel = "METHOD", descriptionKey = "lectern.integrations.add.sign-in", defaultValue = "certificate",
            converter = SignInConverter.class)
    private SignInName signIn;

    @Option(names = "--for", paramLabel = "JOB", descriptionKey = "lectern.integrations.new-app.for", split = ",")
    private List<String> jobs = List.of();

    private final Output output;
    private final Map<String, String> environment;

    NewAppCommand(Output output, Map<String, String> environment) {
        this.output = output;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var of = tenant == null ? environment.getOrDefault("MICROSOFT_TENANT_ID", "") : tenant.strip();
        if (of.isEmpty()) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "--tenant").with("reason", "@cli.integrations.tenant-needed").raise();
        }
        var planned = new Integration(0, "", CloudKind.GLOBAL, "", "", of, "", SignInMethod.valueOf(signIn.name()), "", "", true,
                Instant.EPOCH, WorkspaceRole.ADMIN, "");
        var script = RegistrationScript.of(planned, PermissionCatalogue.load(), wanted());
        if (output.wantsJson()) {
            output.json(Map.of("script", script));
        } else {
            output.line(script.stripTrailing());
        }
        return 0;
    }

    private AppJobs wanted() {
        return jobs.isEmpty() ? AppJobs.USUAL : new AppJobs(jobs.stream().flatMap(NewAppCommand::jobs).collect(Collectors.toSet()));
    }

    /// One job, or all that only read.
    private static Stream<Capability> jobs(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.equals(READ_ONLY)) {
            return AppJobs.READ_ONLY.chosen().stream();
        }
        var job = Arrays.stream(Capability.values()).filter(each -> IntegrationRows.id(each).equals(name)).findFirst();
        return Stream.of(job.orElseThrow(() -> CredentialOptionsCommand.wrong("--for", "@cli.integrations.job-unknown")));
    }
}
