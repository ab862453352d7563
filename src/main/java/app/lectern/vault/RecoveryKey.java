package app.lectern.vault;

import app.lectern.problems.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The master key in the form a person writes down: `LK1-`, then 56 letters and digits in groups of seven, the last
/// ones a checksum that catches slips of the pen. Reads the base64 form as well, which suits a secret in a CI system.
public final class RecoveryKey implements AutoCloseable {
    private static final String PREFIX = "LK1";
    private static final int CHECK_BYTES = 3;
    private static final int CHARS = (MasterKey.BYTES + CHECK_BYTES) * 8 / 5;
    private static final int GROUP = 7;

    private final byte[] key;

    RecoveryKey(byte[] key) {
        this.key = key.clone();
    }

    /// Tells what is wrong with a mistyped key: a sign that never occurs, the length, or the checksum.
    public static RecoveryKey parse(Secret typed) {
        var chars = typed.copyChars();
        try {
            var bare = bare(chars);
            try {
                return parse(bare);
            } finally {
                Arrays.fill(bare, '\0');
            }
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static RecoveryKey parse(char[] bare) {
        if (!startsWithPrefix(bare)) {
            return parseBase64(bare);
        }
        var digits = Arrays.copyOfRange(bare, PREFIX.length(), bare.length);
        for (int i = 0; i < digits.length; i++) {
            if (Base32.digit(digits[i]) < 0) {
                throw malformed("@recovery-key.foreign-sign", Integer.toString(i / GROUP + 1));
            }
        }
        if (digits.length != CHARS) {
            throw malformed("@recovery-key.wrong-length", Integer.toString(digits.length));
        }
        var bytes = Base32.decode(digits, MasterKey.BYTES + CHECK_BYTES);
        var key = Arrays.copyOf(bytes, MasterKey.BYTES);
        var check = Arrays.copyOfRange(bytes, MasterKey.BYTES, bytes.length);
        try {
            if (!MessageDigest.isEqual(check, checksum(key))) {
                throw malformed("@recovery-key.wrong-checksum", "");
            }
            return new RecoveryKey(key);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(key, (byte) 0);
            Arrays.fill(digits, '\0');
        }
    }

    private static RecoveryKey parseBase64(char[] bare) {
        var bytes = new byte[bare.length];
        for (int i = 0; i < bare.length; i++) {
            bytes[i] = (byte) (bare[i] < 128 ? bare[i] : '?');
        }
        byte[] key = {};
        try {
            key = Base64.getDecoder().decode(bytes);
            if (key.length == MasterKey.BYTES) {
                return new RecoveryKey(key);
            }
            throw malformed("@recovery-key.unknown-form", "");
        } catch (IllegalArgumentException notBase64) {
            // Without the cause: its message quotes a character of the key.
            throw malformed("@recovery-key.unknown-form", "");
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Without the dashes and blanks between the groups.
    private static char[] bare(char[] chars) {
        var kept = new char[chars.length];
        int count = 0;
        for (char next : chars) {
            if (next != '-' && next != '–' && !Character.isWhitespace(next)) {
                kept[count++] = next;
            }
        }
        var bare = Arrays.copyOf(kept, count);
        Arrays.fill(kept, '\0');
        return bare;
    }

    /// 44 signs that end with `=` are base64, even if they happen to start with the prefix.
    private static boolean startsWithPrefix(char[] bare) {
        return bare.length >= PREFIX.length()
                && bare[bare.length - 1] != '='
                && PREFIX.equalsIgnoreCase(new String(bare, 0, PREFIX.length()));
    }

    private static byte[] checksum(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("lectern recovery key 1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return Arrays.copyOf(digest.digest(key), CHECK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException malformed(String reason, String number) {
        return Problem.of(Problem.Code.KEY_MALFORMED).with("reason", reason).with("number", number).raise();
    }

    /// `LK1-XXXXXXX-XXXXXXX-…`
    public Secret text() {
        var bytes = Arrays.copyOf(key, MasterKey.BYTES + CHECK_BYTES);
        System.arraycopy(checksum(key), 0, bytes, MasterKey.BYTES, CHECK_BYTES);
        var digits = Base32.encode(bytes);
        var text = new char[PREFIX.length() + CHARS + CHARS / GROUP];
        PREFIX.getChars(0, PREFIX.length(), text, 0);
        int at = PREFIX.length();
        for (int i = 0; i < CHARS; i++) {
            if (i % GROUP == 0) {
                text[at++] = '-';
            }
            text[at++] = digits[i];
        }
        try {
            return Secret.of(text);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(digits, '\0');
            Arrays.fill(text, '\0');
        }
    }

    MasterKey masterKey() {
        return new MasterKey(key);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "***";
    }
}
