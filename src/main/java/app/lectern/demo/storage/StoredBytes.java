package app.lectern.demo.storage;

/// The content of a file, readable at any place without being held in memory as a whole.
public interface StoredBytes {

    long length();

    /// Fills `buffer[from, from + count)` with the bytes that start at `offset`; the range always lies inside the content.
    void read(long offset, byte[] buffer, int from, int count);

    /// The base64 of quickXorHash, the only hash that a business drive reports. Walks over the whole content.
    default String quickXorHash() {
        var hash = new QuickXorHash();
        var buffer = new byte[64 * 1024];
        for (long at = 0; at < length(); at += buffer.length) {
            var count = (int) Math.min(buffer.length, length() - at);
            read(at, buffer, 0, count);
            hash.update(buffer, 0, count);
        }
        return hash.base64();
    }

    static StoredBytes of(byte[] bytes) {
        return new StoredBytes() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void read(long offset, byte[] buffer, int from, int count) {
                System.arraycopy(bytes, Math.toIntExact(offset), buffer, from, count);
            }
        };
    }
}
