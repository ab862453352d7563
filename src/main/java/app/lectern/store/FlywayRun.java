package app.lectern.store;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/// Flyway, set up to take our steps and nothing else: no scan of the class path, which would load every class there,
/// nothing printed, and nobody called home.
final class FlywayRun {
    /// Flyway reports every step, its edition and each H2 it has not seen. A failure comes as an exception anyway.
    private final Logger talk = Logger.getLogger("org.flywaydb");
    private final Collection<Migration> migrations;

    FlywayRun(Migrations migrations) {
        this.migrations = migrations.all();
    }

    void migrate(DataSource source) {
        talk.setLevel(Level.OFF);
        Flyway.configure()
                .dataSource(source)
                .table(Migrations.HISTORY)
                .outOfOrder(true)
                .resourceProvider(new KnownResources())
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }

    private final class KnownResources implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return migrations.stream().filter(one -> one.fileName().equals(name)).map(Script::new).findFirst().orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return migrations.stream()
                    .filter(one -> one.fileName().startsWith(prefix) && List.of(suffixes).contains(".sql"))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final Migration migration;

        Script(Migration migration) {
            this.migration = migration;
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(migration.location().openStream(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public String getAbsolutePath() {
            return migration.fileName();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return migration.fileName();
        }

        @Override
        public String getFilename() {
            return migration.fileName();
        }

        @Override
        public String getRelativePath() {
            return migration.fileName();
        }
    }
}
