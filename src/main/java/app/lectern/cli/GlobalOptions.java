package app.lectern.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes, before or after its own name.
public final class GlobalOptions {
    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "cli.option.home", scope = ScopeType.INHERIT)
    private Path home;

    @Option(names = "--integration", paramLabel = "ID", descriptionKey = "cli.option.integration", scope = ScopeType.INHERIT)
    private String integration;

    @Option(names = "--json", descriptionKey = "cli.option.json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = {"-v", "--verbose"}, descriptionKey = "cli.option.verbose", scope = ScopeType.INHERIT)
    private boolean verbose;

    @Option(names = "--no-color", descriptionKey = "cli.option.no-color", scope = ScopeType.INHERIT)
    private boolean noColor;

    @Option(names = {"-y", "--yes"}, descriptionKey = "cli.option.yes", scope = ScopeType.INHERIT)
    private boolean yes;

    public Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    /// The id or name given with `--integration`.
    public Optional<String> integration() {
        return Optional.ofNullable(integration);
    }

    public boolean json() {
        return json;
    }

    public boolean verbose() {
        return verbose;
    }

    public boolean noColor() {
        return noColor;
    }

    public boolean yes() {
        return yes;
    }
}
