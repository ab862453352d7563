package app.lectern.store;

import app.lectern.home.Home;
import app.lectern.home.OwnerOnly;
import app.lectern.problems.Problem;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.engine.SysProperties;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;

/// One encrypted H2 file on the disk and the three ways to open it: shared with other processes, alone, or only to look.
/// The name is without H2's ending.
record StoreFile(Path name, String scheme) {
    static final String ENDING = ".mv.db";
    private static final String USER = "lectern";
    private static final byte[] MAGIC = {'H', '2', 'e', 'n', 'c', 'r', 'y', 'p', 't', '\n'};
    private static final int SMALLEST = 3 * 4096;

    /// Names and sorting as in PostgreSQL; no trace file, which would hold values in plain text.
    private static final String OPTIONS = ";CIPHER=AES;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;DEFAULT_LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    /// The first commit that was answered must be on the disk.
    private static final String AT_ONCE = ";WRITE_DELAY=0";
    /// What counts only as a whole is written as a whole: encrypting and writing after every statement takes most of a migration's time.
    private static final String AT_THE_END = ";WRITE_DELAY=600000";

    static {
        LoopbackOnly.enforce();
    }

    /// H2 reads its system properties once, when its classes load, so this must come before the first connection.
    private static final class LoopbackOnly {
        private static final String ADDRESS = "127.0.0.1";

        static void enforce() {
            System.setProperty("h2.bindAddress", ADDRESS);
            if (!ADDRESS.equals(SysProperties.BIND_ADDRESS)) {
                throw new IllegalStateException("H2 was loaded before the store and would listen on the network");
            }
        }
    }

    static StoreFile of(Home home) {
        return new StoreFile(home.store(), "file:");
    }

    StoreFile sibling(String otherName) {
        return new StoreFile(name.resolveSibling(otherName), scheme);
    }

    Path path() {
        return name.resolveSibling(name.getFileName() + ENDING);
    }

    /// H2's note of who has the file open, and where that process listens.
    Path lockNote() {
        return name.resolveSibling(name.getFileName() + ".lock.db");
    }

    boolean exists() {
        return Files.exists(path());
    }

    /// For all ordinary work. Whoever comes first serves the others on 127.0.0.1; when it goes, one of them takes over.
    JdbcDataSource shared(Vault vault) {
        return source(vault, AT_ONCE + ";AUTO_SERVER=TRUE");
    }

    /// For creating and migrating beside the store that is in use: nobody can join, and nothing is sure before [#flush].
    JdbcDataSource alone(Vault vault) {
        return source(vault, AT_THE_END);
    }

    /// Changes not a byte, not even to recover from a crash.
    JdbcDataSource lookOnly(Vault vault) {
        return source(vault, AT_ONCE + ";ACCESS_MODE_DATA=r;FILE_LOCK=NO");
    }

    private JdbcDataSource source(Vault vault, String more) {
        if (name.toString().indexOf(';') >= 0) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", name.getParent().toString()).raise();
        }
        var file = vault.storePassword();
        var user = vault.storeUserPassword();
        // Not wiped: the data source keeps this very array, and clones it for each connection.
        var both = Arrays.copyOf(file, file.length + 1 + user.length);
        both[file.length] = ' ';
        System.arraycopy(user, 0, both, file.length + 1, user.length);
        try {
            var source = new JdbcDataSource();
            source.setURL("jdbc:h2:" + scheme + name + OPTIONS + more);
            source.setUser(USER);
            source.setPasswordChars(both);
            return source;
        } finally {
            Arrays.fill(file, '\0');
            Arrays.fill(user, '\0');
        }
    }

    /// Whether another process has the file open and this one only talks to it.
    static boolean isGuest(Connection connection) throws SQLException {
        return connection.unwrap(JdbcConnection.class).getSession().isRemote();
    }

    /// H2 takes a file without its heading for a new one and would write over it.
    boolean looksLikeStore() throws IOException {
        if (Files.size(path()) < SMALLEST) {
            return false;
        }
        try (var in = Files.newInputStream(path())) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /// H2 makes its files with the platform's usual permissions.
    void restrict() throws IOException {
        OwnerOnly.restrict(path());
        if (Files.exists(lockNote())) {
            OwnerOnly.restrict(lockNote());
        }
    }

    /// To the disk, before it takes the place of another file.
    void flush() throws IOException {
        try (var channel = FileChannel.open(path(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path());
        Files.deleteIfExists(lockNote());
    }

    /// For a copy of our own that is swept away at the next attempt at the latest.
    void deleteQuietly() {
        try {
            delete();
        } catch (IOException later) {
            // see above
        }
    }
}
