package app.lectern.recordings.downloads;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a file that arrives in any order: follows the blocks from the start as they are there, and reads them back from
/// the file, so what is hashed is what was written. A block that is not what was noted is opened again.
final class OrderedHash {
    private static final int AT_A_TIME = 64;

    /// A wrong block has to come again, and the hash is to begin anew.
    enum Step { CAUGHT_UP, BEHIND, WRONG_BLOCK }

    private final PartFile part;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[PartFile.BLOCK];
    private int next;

    OrderedHash(PartFile part) {
        this.part = part;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Goes on for a while, so that its thread can look after other things too.
    Step follow() throws IOException {
        int until = Math.min(part.pieces().frontier(), next + AT_A_TIME);
        while (next < until) {
            if (!part.read(next, buffer)) {
                part.pieces().reopen(next);
                return Step.WRONG_BLOCK;
            }
            digest.update(buffer, 0, part.length(next));
            next++;
        }
        return next < part.pieces().frontier() ? Step.BEHIND : Step.CAUGHT_UP;
    }

    boolean isComplete() {
        return next == part.pieces().count();
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
