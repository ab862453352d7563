package app.lectern.demo.school;

import app.lectern.demo.storage.QuickXorHash;
import app.lectern.demo.storage.StoredBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// The content of a recording: a short film that really plays, then an MP4 `free` box that fills the file up to its size.
/// The filling is put together from a few blocks by the file's own seed, so that any byte can be read without the others,
/// and, quickXorHash being linear, the hash of any size follows from the blocks' hashes.
final class LessonBytes implements StoredBytes {
    /// A multiple of the hash's period, so that each block starts at the same place of its register.
    private static final int BLOCK = 160 * 128;

    /// The film and the blocks, shared by all files.
    record Film(byte[] film, byte[][] blocks, byte[][] registers) {
        static Film of(byte[] film, Ids ids) {
            var blocks = new byte[16][];
            var registers = new byte[blocks.length][];
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = ids.bytes("filling", i, BLOCK);
                registers[i] = register(blocks[i], BLOCK);
            }
            return new Film(film, blocks, registers);
        }
    }

    private final Film film;
    private final long seed;
    private final long length;
    private final byte[] head;

    LessonBytes(Film film, long seed, long length) {
        this.film = film;
        this.seed = seed;
        this.length = length;
        this.head = head();
    }

    private byte[] head() {
        var first = film.blocks()[choice(0)].clone();
        var free = length - film.film().length;
        if (free >= 8 && free < Integer.MAX_VALUE) {
            System.arraycopy(film.film(), 0, first, 0, film.film().length);
            ByteBuffer.wrap(first).position(film.film().length).putInt((int) free).put(new byte[] {'f', 'r', 'e', 'e'});
        }
        return first;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void read(long offset, byte[] buffer, int from, int count) {
        int done = 0;
        while (done < count) {
            long at = offset + done;
            int inBlock = (int) (at % BLOCK);
            int part = Math.min(count - done, BLOCK - inBlock);
            System.arraycopy(block(at / BLOCK), inBlock, buffer, from + done, part);
            done += part;
        }
    }

    @Override
    public String quickXorHash() {
        var sum = new byte[20];
        long whole = length / BLOCK;
        for (long i = 0; i < whole; i++) {
            add(sum, i == 0 ? register(head, BLOCK) : film.registers()[choice(i)]);
        }
        add(sum, register(block(whole), (int) (length % BLOCK)));
        add(sum, lengthBits(length));
        return Base64.getEncoder().encodeToString(sum);
    }

    private byte[] block(long index) {
        return index == 0 ? head : film.blocks()[choice(index)];
    }

    private int choice(long index) {
        long mixed = (seed + index) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 60);
    }

    /// The hash's register without the length that the last step adds.
    private static byte[] register(byte[] bytes, int count) {
        var hash = new QuickXorHash();
        hash.update(bytes, 0, count);
        var register = hash.digest();
        add(register, lengthBits(count));
        return register;
    }

    private static byte[] lengthBits(long length) {
        var bits = new byte[20];
        for (int i = 0; i < 8; i++) {
            bits[12 + i] = (byte) (length >>> 8 * i);
        }
        return bits;
    }

    private static void add(byte[] sum, byte[] part) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= part[i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LessonBytes bytes && bytes.seed == seed && bytes.length == length;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new long[] {seed, length});
    }
}
