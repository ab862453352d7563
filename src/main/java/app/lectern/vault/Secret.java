package app.lectern.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// Holds a password, a token or a key: prints as `***`, compares in constant time, and is wiped when closed.
/// Callers wipe the copies they take.
public final class Secret implements AutoCloseable {
    private final char[] chars;
    private boolean closed;

    private Secret(char[] chars) {
        this.chars = chars;
    }

    /// Keeps a copy; the caller may wipe its own array.
    public static Secret of(char[] chars) {
        return new Secret(chars.clone());
    }

    public static Secret of(CharSequence text) {
        var chars = new char[text.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = text.charAt(i);
        }
        return new Secret(chars);
    }

    public static Secret ofUtf8(byte[] bytes) {
        var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        var chars = new char[decoded.remaining()];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        return new Secret(chars);
    }

    public synchronized char[] copyChars() {
        requireOpen();
        return chars.clone();
    }

    public synchronized byte[] utf8() {
        requireOpen();
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    public synchronized boolean isEmpty() {
        return chars.length == 0;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the secret was wiped");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(chars, '\0');
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Secret that)) {
            return false;
        }
        var mine = utf8();
        var theirs = that.utf8();
        try {
            return MessageDigest.isEqual(mine, theirs);
        } finally {
            Arrays.fill(mine, (byte) 0);
            Arrays.fill(theirs, (byte) 0);
        }
    }

    /// The same for all: a hash would say something about the content.
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
