package app.lectern.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `lectern completion`: prints the script that teaches bash and zsh Lectern's commands and options.
@Command(name = "completion")
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Output output;

    CompletionCommand(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        output.line(AutoComplete.bash("lectern", spec.root().commandLine()));
    }
}
