package app.lectern.store;

import app.lectern.home.OwnerOnly;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.h2.api.ErrorCode;

/// Looks at a store without changing a byte of it: is it whole, does the key fit, is somebody using it?
/// H2 alone cannot tell a wrong key from a damaged file, and opens some damaged files as new, empty databases.
final class StoreCheck {
    private static final int KNOCK_MILLIS = 500;

    private final StoreFile file;
    private final Vault vault;
    private final StoreFaults faults;

    StoreCheck(StoreFile file, Vault vault) {
        this.file = file;
        this.vault = vault;
        this.faults = new StoreFaults(file.path());
    }

    boolean isWhole() {
        try {
            requireWhole();
            return true;
        } catch (ProblemException no) {
            return false;
        }
    }

    /// The steps that the store has taken. Throws STORE_DAMAGED or STORE_KEY_WRONG.
    Set<Integer> requireWhole() {
        try {
            sweepStaleNote();
            var applied = file.looksLikeStore() ? applied() : Set.<Integer>of();
            if (applied.isEmpty()) {
                throw Problem.of(Problem.Code.STORE_DAMAGED).with("path", file.path().toString()).raise();
            }
            return applied;
        } catch (SQLException failure) {
            throw explain(failure);
        } catch (IOException failure) {
            throw faults.translate(failure);
        }
    }

    private Set<Integer> applied() throws SQLException, IOException {
        try (var connection = file.lookOnly(vault).getConnection()) {
            return Migrations.applied(connection);
        } catch (SQLException failure) {
            if (StoreFaults.anySql(failure, ErrorCode.DATABASE_IS_READ_ONLY)) {
                return appliedInCopy();
            }
            throw failure;
        }
    }

    /// H2 has something to write before it can open this file: after a crash perhaps, or because it found nothing in it.
    private Set<Integer> appliedInCopy() throws SQLException, IOException {
        var copy = file.sibling("lectern-check");
        copy.delete();
        try {
            Files.copy(file.path(), copy.path());
            OwnerOnly.restrict(copy.path());
            try (var connection = copy.alone(vault).getConnection()) {
                return Migrations.applied(connection);
            }
        } finally {
            copy.delete();
        }
    }

    /// Lets a damaged store pass if it was this key's: its backups need the key.
    void requireKeyFits() {
        if (!file.exists() || isSomebodyServing() && joins()) {
            return;
        }
        try {
            requireWhole();
        } catch (ProblemException problem) {
            if (problem.problem().code() != Problem.Code.STORE_DAMAGED || !keyIsKnownToFit()) {
                throw problem;
            }
        }
    }

    private boolean joins() {
        try (var connection = file.shared(vault).getConnection()) {
            return connection.isValid(0);
        } catch (SQLException failure) {
            throw explain(failure);
        }
    }

    /// H2 reports garbage in an encrypted file as an encryption error, whether the key or the file is to blame.
    RuntimeException explain(SQLException failure) {
        if (StoreFaults.anySql(failure, ErrorCode.FILE_ENCRYPTION_ERROR_1) && !keyIsKnownToFit()) {
            return Problem.of(Problem.Code.STORE_KEY_WRONG).with("path", file.path().toString()).raise(failure);
        }
        return faults.translate(failure);
    }

    private Path keyNote() {
        return file.name().resolveSibling(file.name().getFileName() + ".key-id");
    }

    private boolean keyIsKnownToFit() {
        try {
            return Files.exists(keyNote())
                    && Files.readString(keyNote(), StandardCharsets.US_ASCII).strip().equals(vault.fingerprint());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Remembers beside the store which key opens it; to be called when it has.
    void noteKey() {
        if (!keyIsKnownToFit()) {
            try {
                OwnerOnly.write(keyNote(), vault.fingerprint().getBytes(StandardCharsets.US_ASCII));
            } catch (IOException failure) {
                throw faults.translate(failure);
            }
        }
    }

    /// Whether the process that H2's note names still answers. After a crash the note is left over.
    boolean isSomebodyServing() {
        if (!Files.exists(file.lockNote())) {
            return false;
        }
        var note = new Properties();
        try (var in = Files.newInputStream(file.lockNote())) {
            note.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
        var server = note.getProperty("server", "");
        int colon = server.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(server.substring(colon + 1))), KNOCK_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException gone) {
            return false;
        }
    }

    /// H2 refuses to look while the note of a killed process lies there, and waits seconds before it opens. Whether the
    /// file is free the operating system's lock tells better.
    private void sweepStaleNote() throws IOException {
        if (Files.exists(file.lockNote())) {
            requireUnused();
            Files.deleteIfExists(file.lockNote());
        }
    }

    /// Throws STORE_IN_USE if any process has the file open, whether it answers or not: H2 locks what it opens.
    void requireUnused() throws IOException {
        try (var channel = FileChannel.open(file.path(), StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            if (lock != null && !isSomebodyServing()) {
                return;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // in use all the same
        }
        throw Problem.of(Problem.Code.STORE_IN_USE).with("path", file.path().toString()).raise();
    }
}
