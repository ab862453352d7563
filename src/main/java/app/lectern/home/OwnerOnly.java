package app.lectern.home;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/// Files and folders that only their owner may read: POSIX modes where there are any, an access list on Windows.
public final class OwnerOnly {
    private OwnerOnly() {}

    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        restrict(folder);
    }

    /// Replaces the file in one step, so that a crash leaves either the old content or the new.
    public static void write(Path file, byte[] content) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        createFolder(parent);
        var draft = Files.createTempFile(parent, file.getFileName().toString(), ".tmp");
        try {
            restrict(draft);
            try (var channel = Files.newByteChannel(draft, StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
                var buffer = java.nio.ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Creates the file with this content unless there is one; says whether it did.
    /// Two processes that start at the same moment thus agree on one content.
    public static boolean writeNew(Path file, byte[] content) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        createFolder(parent);
        var draft = Files.createTempFile(parent, file.getFileName().toString(), ".tmp");
        try {
            restrict(draft);
            Files.write(draft, content, StandardOpenOption.DSYNC);
            try {
                Files.createLink(file, draft);
            } catch (UnsupportedOperationException noHardLinks) {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    return false;
                }
                Files.move(draft, file);
            }
            return true;
        } catch (FileAlreadyExistsException lost) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    public static void restrict(Path path) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            return;
        }
        var acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
