package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.home.Home;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A data folder with a key file, and migrations written by the test beside the first real one.
final class StoreFixture {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);

    final Home home;
    final Vault vault;
    private final Path sql;

    StoreFixture(Path folder) {
        home = new Home(folder.resolve("home"));
        vault = Vault.unlock(home, Map.of(), Keychain.none());
        sql = folder.resolve("sql");
    }

    Path path() {
        return home.folder().resolve("lectern.mv.db");
    }

    Store open() {
        return Store.open(home, vault, CLOCK);
    }

    Store open(Migrations migrations) {
        return open(migrations, "file:");
    }

    Store open(Migrations migrations, String scheme) {
        return new StoreOpening(home, new StoreFile(home.store(), scheme), vault, CLOCK, migrations).open();
    }

    /// Gives a file that another process holds a second, where [#open] gives it ten.
    Store openImpatiently(Migrations migrations) {
        return new StoreOpening(home, StoreFile.of(home), vault, CLOCK, migrations, 4).open();
    }

    static Migrations real() {
        return Migrations.onClassPath(Store.class.getClassLoader());
    }

    /// The first real step, followed by these from number 2 on.
    Migrations then(String... statements) {
        try {
            Files.createDirectories(sql);
            var all = new ArrayList<>(real().upTo(1).all());
            for (int i = 0; i < statements.length; i++) {
                var name = String.format("V%03d__step_%d.sql", i + 2, statements[i].hashCode() & 0xFFFF);
                var file = Files.writeString(sql.resolve(name), statements[i]);
                all.add(new Migration(i + 2, name, file.toUri().toURL()));
            }
            return new Migrations(all);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    static Problem problem(ThrowingCallable action) {
        var thrown = catchThrowableOfType(ProblemException.class, action);
        assertThat(thrown).as("a problem").isNotNull();
        return thrown.problem();
    }

    static Problem.Code code(ThrowingCallable action) {
        return problem(action).code();
    }
}
