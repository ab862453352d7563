package app.lectern.cli;

import app.lectern.home.Home;
import app.lectern.problems.Problem;
import app.lectern.store.Backup;
import app.lectern.store.Backups;
import app.lectern.store.Store;
import app.lectern.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lectern backup`: copies of the store: make one, list them, put one back. Restoring does not open the present store, which
/// may be damaged; it is set aside, not overwritten.
@Command(name = "backup")
public final class BackupCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Supplier<Home> home;
    private final Function<Home, Vault> unlock;
    private final Supplier<Store> store;
    private final Clock clock;
    private final Output output;

    public BackupCommand(Supplier<Home> home, Function<Home, Vault> unlock, Supplier<Store> store, Clock clock, Output output) {
        this.home = home;
        this.unlock = unlock;
        this.store = store;
        this.clock = clock;
        this.output = output;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "make")
    int make() {
        show(List.of(store.get().backup()));
        return 0;
    }

    @Command(name = "list")
    int list() {
        show(Backups.list(home.get()));
        return 0;
    }

    @Command(name = "restore")
    int restore(@Option(names = "--from", paramLabel = "FILE", descriptionKey = "lectern.backup.restore.from") Path file) {
        var folder = home.get();
        var vault = unlock.apply(folder);
        var backup = chosen(folder, vault, file);
        if (!output.confirm("backup.restore.question", backup.file().getFileName())) {
            output.note("backup.restore.kept");
            return 0;
        }
        var aside = new Backups(folder, clock).restore(vault, backup);
        output.say("backup.restored", backup.file().getFileName());
        aside.ifPresent(kept -> output.say("backup.set-aside", kept));
        return 0;
    }

    private static Backup chosen(Home folder, Vault vault, Path file) {
        if (file == null) {
            return Backups.newestGood(folder, vault)
                    .orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", "@backup.none").raise());
        }
        return Backups.list(folder).stream()
                .filter(each -> each.file().getFileName().equals(file.getFileName()))
                .findFirst()
                .orElseThrow(() -> CommandTree.wrong(file.toString(), "@backup.not-one"));
    }

    private void show(List<Backup> backups) {
        var words = output.words();
        if (output.wantsJson()) {
            output.json(Map.of("backups", backups.stream()
                    .map(each -> Map.of("file", each.file().toString(), "at", each.made(), "version", each.version()))
                    .toList()));
            return;
        }
        var table = new Table(words.text("backup.column.at"), words.text("backup.column.version"), words.text("backup.column.file"));
        backups.forEach(each -> table.row(words.when(each.made()), each.version(), each.file()));
        output.table(table);
    }
}
