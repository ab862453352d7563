package app.lectern.integrations.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.integrations.permissions.PolicyScripts;
import app.lectern.integrations.setup.AdminReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern integrations recording-policy`: whether the organiser may record. Graph does not say, so there are lines for a
/// Teams administrator, and what they print is judged.
@Command(name = "recording-policy")
final class RecordingPolicyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "lectern.integrations.id")
    private String id;

    @Option(names = "--organizer", paramLabel = "EMAIL", descriptionKey = "lectern.integrations.recording-policy.organizer")
    private String organiser;

    @Option(names = "--judge", paramLabel = "FILE", descriptionKey = "lectern.integrations.recording-policy.judge")
    private Path reply;

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;

    RecordingPolicyCommand(Supplier<IntegrationServices> services, GlobalOptions options, Output output) {
        this.services = services;
        this.options = options;
        this.output = output;
    }

    /// Judging ends with 1 where the reply does not allow recording.
    @Override
    public Integer call() {
        var of = IntegrationsCommand.chosen(services.get(), options, id);
        var account = organiser == null ? of.serviceAccount() : organiser.strip();
        if (reply == null) {
            if (account.isBlank()) {
                throw CommandTree.wrong("--organizer", "@cli.integrations.recording-policy.nobody");
            }
            print(PolicyScripts.recording(account));
            return 0;
        }
        var verdict = AdminReply.judge(read(), of, account, PolicyScripts.POLICY);
        if (output.wantsJson()) {
            output.json(Map.of("allowed", verdict.settled(), "findings", verdict.facts().stream()
                    .map(fact -> fact.finding().name().toLowerCase(Locale.ROOT).replace('_', '-')).toList()));
        } else {
            verdict.facts().forEach(fact -> output.line((output.words().of(fact.finding()) + " " + fact.detail()).strip()));
        }
        return verdict.settled() ? 0 : 1;
    }

    private void print(String script) {
        if (output.wantsJson()) {
            output.json(Map.of("script", script));
        } else {
            output.line(script.stripTrailing());
        }
    }

    private String read() {
        try {
            return Files.readString(reply);
        } catch (IOException unreadable) {
            throw CommandTree.wrong(reply.toString(), "@accounts.cli.file");
        }
    }
}
