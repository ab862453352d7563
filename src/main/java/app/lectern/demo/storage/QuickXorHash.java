package app.lectern.demo.storage;

import java.util.Base64;

/// OneDrive's content hash: a 160-bit register into which every byte is XORed at a place that moves by 11 bits, and at
/// last the length. Written from the published definition; the register is kept as three little-endian words.
public final class QuickXorHash {

    private static final int WIDTH = 160;
    private static final int STEP = 11;

    private final long[] cells = new long[3];
    private long length;
    private int place;

    public void update(byte[] bytes, int from, int count) {
        for (var i = from; i < from + count; i++) {
            var value = bytes[i] & 0xffL;
            var cell = place >>> 6;
            var bit = place & 63;
            cells[cell] ^= value << bit;
            var cellWidth = cell == 2 ? 32 : 64;
            if (bit > cellWidth - 8) {
                // the register is a ring: what does not fit into the last, half-used word goes on at the first
                cells[cell == 2 ? 0 : cell + 1] ^= value >>> (cellWidth - bit);
            }
            place = (place + STEP) % WIDTH;
        }
        length += count;
    }

    public byte[] digest() {
        var result = new byte[WIDTH / 8];
        for (var i = 0; i < result.length; i++) {
            result[i] = (byte) (cells[i >>> 3] >>> ((i & 7) * 8));
        }
        for (var i = 0; i < 8; i++) {
            result[12 + i] ^= (byte) (length >>> (i * 8));
        }
        return result;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(digest());
    }
}
