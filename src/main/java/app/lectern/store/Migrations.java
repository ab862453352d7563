package app.lectern.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.h2.api.ErrorCode;

/// All numbered steps that this version of Lectern knows, and which of them a store has taken. Asking that without
/// Flyway spares its start on every opening but the few that have something to do.
final class Migrations {
    private static final String FOLDER = "app/lectern";
    static final String HISTORY = "flyway_schema_history";

    private final TreeMap<Integer, Migration> known = new TreeMap<>();

    Migrations(Collection<Migration> all) {
        for (var migration : all) {
            var twin = known.put(migration.version(), migration);
            if (twin != null) {
                throw new IllegalStateException(twin.fileName() + " and " + migration.fileName() + " have the same number");
            }
        }
    }

    /// Every `V…__*.sql` below `app/lectern`, in a jar or a class folder. Flyway's own scan would load every class there.
    static Migrations onClassPath(ClassLoader loader) {
        try {
            var found = new TreeMap<String, Migration>();
            for (var root : java.util.Collections.list(loader.getResources(FOLDER))) {
                (root.getProtocol().equals("jar") ? inJar(root) : inFolder(root)).forEach(one -> found.put(one.fileName(), one));
            }
            return new Migrations(found.values());
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("the migrations cannot be listed", failure);
        }
    }

    private static List<Migration> inJar(URL root) throws IOException {
        var connection = (JarURLConnection) root.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER) && name.endsWith(".sql"))
                    .flatMap(name -> Migration.of(name.substring(name.lastIndexOf('/') + 1), beside(connection.getJarFileURL(), name)).stream())
                    .toList();
        }
    }

    private static URL beside(URL jar, String entry) {
        try {
            return URI.create("jar:" + jar + "!/" + entry).toURL();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Migration> inFolder(URL root) throws IOException, URISyntaxException {
        try (var files = Files.walk(Path.of(root.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .flatMap(file -> Migration.of(file.getFileName().toString(), url(file)).stream())
                    .toList();
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    int newest() {
        return known.lastKey();
    }

    Migrations upTo(int version) {
        return new Migrations(known.headMap(version, true).values());
    }

    /// How a store stands to these steps. By sets and not by the highest number: two steps that were written side by
    /// side may arrive in either order.
    record Standing(int version, boolean pending, boolean newer) {}

    Standing standing(Set<Integer> applied) {
        return new Standing(
                applied.stream().mapToInt(Integer::intValue).max().orElse(0),
                !applied.containsAll(known.keySet()),
                !known.keySet().containsAll(applied));
    }

    /// The steps that a store has taken; empty where it has no history at all, which no whole store is without.
    static Set<Integer> applied(Connection connection) throws SQLException {
        var versions = new TreeSet<Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL")) {
            while (rows.next()) {
                versions.add(Integer.parseInt(rows.getString(1)));
            }
        } catch (SQLException failure) {
            if (!StoreFaults.anySql(failure, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2)) {
                throw failure;
            }
        }
        return versions;
    }

    Collection<Migration> all() {
        return known.values();
    }
}
