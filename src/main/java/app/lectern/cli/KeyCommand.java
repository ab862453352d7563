package app.lectern.cli;

import app.lectern.home.Home;
import app.lectern.home.OwnerOnly;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import app.lectern.vault.Keychain;
import app.lectern.vault.RecoveryKey;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lectern key`: where the master key is, and the recovery key that brings it back. Works without opening the store, for the
/// day on which the store cannot be opened.
@Command(name = "key")
public final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Supplier<Home> home;
    private final Function<Home, Vault> unlock;
    private final Keychain keychain;
    private final Terminal terminal;
    private final Output output;

    public KeyCommand(Supplier<Home> home, Function<Home, Vault> unlock, Keychain keychain, Terminal terminal, Output output) {
        this.home = home;
        this.unlock = unlock;
        this.keychain = keychain;
        this.terminal = terminal;
        this.output = output;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "where")
    int where() {
        var place = unlock.apply(home.get()).place();
        if (output.wantsJson()) {
            output.json(Map.of("storage", place.storage(), "where", place.where()));
        } else {
            output.line(place.title(output.words()));
            output.line(place.meaning(output.words()));
        }
        return 0;
    }

    /// Into a file and never onto the screen, where it would stay in the terminal's memory.
    @Command(name = "export")
    int export(@Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "lectern.key.export.to") Path file) {
        try (var key = unlock.apply(home.get()).recoveryKey(); var text = key.text()) {
            var bytes = text.utf8();
            try {
                if (!OwnerOnly.writeNew(file.toAbsolutePath(), bytes)) {
                    throw CommandTree.wrong(file.toString(), "@cli.file-exists");
                }
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
        output.say("key.exported", file.toAbsolutePath());
        return 0;
    }

    @Command(name = "import")
    int bringBack(@Option(names = "--from", paramLabel = "FILE", descriptionKey = "lectern.key.import.from") Path file) {
        try (var typed = typed(file); var key = RecoveryKey.parse(typed)) {
            var folder = home.get();
            var vault = Vault.importKey(folder, key, keychain, candidate -> Store.prove(folder, candidate));
            output.say("key.imported", vault.place().title(output.words()));
        }
        return 0;
    }

    private Secret typed(Path file) {
        if (file == null) {
            return terminal.readSecret(output.words().text("key.prompt"));
        }
        try {
            var bytes = Files.readAllBytes(file);
            try {
                return Secret.ofUtf8(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException unreadable) {
            throw Problem.of(Problem.Code.KEY_FILE_UNREADABLE).with("path", file.toString()).raise(unreadable);
        }
    }
}
