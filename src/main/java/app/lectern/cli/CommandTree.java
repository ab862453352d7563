package app.lectern.cli;

import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Unexpected;
import app.lectern.words.Words;
import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/// Assembles `lectern` from the commands that the features bring, and turns whatever ends a command into words and an
/// exit status.
public final class CommandTree {
    private static final Logger LOG = System.getLogger(CommandTree.class.getName());
    /// What shells report for a program ended by Ctrl+C.
    private static final int INTERRUPTED = 130;

    private final GlobalOptions options;
    private final Terminal terminal;
    private final Words words;
    private final Output output;
    private final String version;
    private final List<Offered> offered;

    public CommandTree(GlobalOptions options, Terminal terminal, Words words, Output output, String version, List<Offered> commands) {
        this.options = options;
        this.terminal = terminal;
        this.words = words;
        this.output = output;
        this.version = version;
        var all = new ArrayList<>(commands);
        all.add(new Offered("completion", () -> new CompletionCommand(output)));
        this.offered = List.copyOf(all);
    }

    private CommandLine line(List<Offered> commands) {
        var line = new CommandLine(new RootCommand(options));
        commands.forEach(each -> line.addSubcommand(each.name(), each.command().get()));
        line.setResourceBundle(words.bundle());
        line.getCommandSpec().version(words.text("cli.version", version, System.getProperty("java.version")));
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpAutoWidth(terminal.interactive());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.setExecutionExceptionHandler((failure, at, parsed) -> ended(output, failure));
        everyCommandHasHelp(line);
        return line;
    }

    private static void everyCommandHasHelp(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (!spec.mixinStandardHelpOptions()) {
            spec.addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .type(boolean.class)
                    .descriptionKey("cli.option.help")
                    .build());
        }
        command.getSubcommands().values().forEach(CommandTree::everyCommandHasHelp);
    }

    private static int ended(Output output, Exception failure) {
        if (failure instanceof InterruptedException || failure instanceof CancellationException) {
            return INTERRUPTED;
        }
        var problem = Unexpected.from(failure);
        if (!(failure instanceof ProblemException)) {
            LOG.log(Level.ERROR, "command failed", failure);
            output.trace(failure);
        }
        return output.problem(problem).number();
    }

    public int run(String... args) {
        var named = named(List.of(args));
        var line = line(named);
        var usual = line.getParameterExceptionHandler();
        // what the root does not know is answered with the nearest of all commands
        line.setParameterExceptionHandler((wrong, given) -> named.size() < offered.size() && wrong.getCommandLine() == line
                ? line(offered).execute(args) : usual.handleParseException(wrong, given));
        return line.execute(args);
    }

    /// The commands that a word of the arguments names, of which one is meant; all of them for help and completion, none for the version.
    private List<Offered> named(List<String> args) {
        var named = offered.stream().filter(each -> args.contains(each.name())).toList();
        if (args.contains("completion")) {
            return offered;
        }
        return named.isEmpty() && !args.equals(List.of("--version")) ? offered : named;
    }

    /// The status of a command that did several things, of which some failed.
    public static int status(boolean anyFailed) {
        return (anyFailed ? ExitStatus.DONE_WITH_FAILURES : ExitStatus.DONE).number();
    }

    /// A value that cannot be used, named by its option.
    public static ProblemException wrong(String field, String reason) {
        return Problem.of(Problem.Code.INPUT_WRONG).with("field", field).with("reason", reason).raise();
    }
}
