package app.lectern.integrations.commands;

import app.lectern.cli.Output;
import app.lectern.home.OwnerOnly;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern integrations export`: integrations without their secrets, for another computer.
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "lectern.integrations.export.id")
    private List<String> ids;

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "lectern.integrations.export.to")
    private Path file;

    private final Supplier<IntegrationServices> services;
    private final Output output;

    ExportCommand(Supplier<IntegrationServices> services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() {
        var all = services.get().integrations();
        List<Integration> some = ids == null ? all.list() : ids.stream().map(all::find).toList();
        var document = services.get().transfer().export(some);
        if (file == null) {
            output.line(document);
            return 0;
        }
        try {
            OwnerOnly.write(file, document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
        output.note("cli.integrations.exported", file.toString());
        return 0;
    }
}
