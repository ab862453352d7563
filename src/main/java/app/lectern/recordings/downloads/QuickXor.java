package app.lectern.recordings.downloads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Base64;

/// OneDrive's content hash, worked out piece by piece in any order. Each byte is XORed into a ring of 160 bits at a place that
/// moves on by 11 bits, so places repeat every 160 bytes: a piece folds to 160 bytes first, which costs next to nothing, and
/// the sum of all pieces' shares, with the length added, is the hash.
public final class QuickXor {
    static final int BYTES = 20;
    private static final int PERIOD = 160;
    private static final int STEP = 11;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WORDS = PERIOD / Long.BYTES;

    private QuickXor() {}

    /// What `bytes[from, from + count)`, standing at this offset of the file, adds to the hash.
    public static byte[] share(byte[] bytes, int from, int count, long offset) {
        var folded = fold(bytes, from, count);
        var ring = new byte[BYTES];
        int start = (int) (offset % PERIOD);
        for (int at = 0; at < PERIOD; at++) {
            int value = folded[at] & 0xff;
            int bit = (start + at) * STEP % PERIOD;
            int shift = bit & 7;
            ring[bit >> 3] ^= (byte) (value << shift);
            ring[((bit >> 3) + 1) % BYTES] ^= (byte) (value >>> (8 - shift));
        }
        return ring;
    }

    private static byte[] fold(byte[] bytes, int from, int count) {
        var sums = new long[WORDS];
        int rows = count / PERIOD;
        for (int row = 0; row < rows; row++) {
            int at = from + row * PERIOD;
            for (int word = 0; word < WORDS; word++) {
                sums[word] ^= (long) LONGS.get(bytes, at + word * Long.BYTES);
            }
        }
        var folded = new byte[PERIOD];
        for (int word = 0; word < WORDS; word++) {
            LONGS.set(folded, word * Long.BYTES, sums[word]);
        }
        for (int rest = rows * PERIOD; rest < count; rest++) {
            folded[rest - rows * PERIOD] ^= bytes[from + rest];
        }
        return folded;
    }

    /// Adding a share a second time takes it away again.
    static void add(byte[] sum, byte[] share) {
        for (int at = 0; at < BYTES; at++) {
            sum[at] ^= share[at];
        }
    }

    /// The hash in Graph's spelling.
    public static String hash(byte[] sum, long length) {
        var ring = sum.clone();
        for (int at = 0; at < Long.BYTES; at++) {
            ring[12 + at] ^= (byte) (length >>> 8 * at);
        }
        return Base64.getEncoder().encodeToString(ring);
    }
}
