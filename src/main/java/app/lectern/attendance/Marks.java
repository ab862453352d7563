package app.lectern.attendance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What is kept of an erased person: marks that tell them again when a report names them, and from which nobody is read.
final class Marks {
    private Marks() {}

    /// A name is no mark: others may have it.
    static List<String> of(Who who) {
        return Stream.of(who.objectId(), who.email()).filter(part -> !part.isEmpty()).map(Marks::mark).toList();
    }

    private static String mark(String part) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(("lectern attendance " + part).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
