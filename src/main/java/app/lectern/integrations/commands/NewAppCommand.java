package app.lectern.integrations.commands;

import app.lectern.cli.Output;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.commands.AddCommand.SignInConverter;
import app.lectern.integrations.commands.AddCommand.SignInName;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.permissions.RegistrationScript;
import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern integrations new-app`: the lines with which an administrator registers the app, for whoever has none yet. Nothing
/// is sent and nothing is kept.
@Command(name = "new-app")
final class NewAppCommand implements Callable<Integer> {
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
        var script = RegistrationScript.of(planned, PermissionCatalogue.load(), JobNames.jobs(jobs));
        if (output.wantsJson()) {
            output.json(Map.of("script", script));
        } else {
            output.line(script.stripTrailing());
        }
        return 0;
    }
}
