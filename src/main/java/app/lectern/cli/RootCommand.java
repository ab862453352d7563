package app.lectern.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `lectern` itself: carries the global options, and shows the help when no command is named.
@Command(name = "lectern", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    RootCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
