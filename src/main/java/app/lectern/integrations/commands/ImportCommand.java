package app.lectern.integrations.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lectern integrations import`: integrations from another computer; their secrets are entered with `rotate`.
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", descriptionKey = "lectern.integrations.import.file")
    private Path file;

    private final Supplier<IntegrationServices> services;
    private final Output output;

    ImportCommand(Supplier<IntegrationServices> services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() {
        var content = new String(CredentialOptionsCommand.read("FILE", file), StandardCharsets.UTF_8);
        var imported = services.get().transfer().importFrom(content);
        if (output.wantsJson()) {
            var rows = new IntegrationRows(output);
            output.json(Map.of("added", imported.added().stream().map(each -> rows.json(each, services.get())).toList(),
                    "refused", imported.refused().stream()
                            .map(each -> Map.of("name", each.name(), "problem", output.asJson(each.problem())))
                            .toList()));
            return CommandTree.status(!imported.refused().isEmpty());
        }
        imported.added().forEach(each -> output.say("cli.integrations.added", each.name(), each.key()));
        imported.added().stream().filter(each -> each.signInMethod().isUnattended()).forEach(each ->
                output.note("cli.integrations.import.secret", each.name(), each.key()));
        imported.refused().forEach(each -> output.problem(each.problem()));
        return CommandTree.status(!imported.refused().isEmpty());
    }
}
