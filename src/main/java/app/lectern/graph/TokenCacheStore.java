package app.lectern.graph;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps MSAL's token cache of each connection between two runs. What it is given holds refresh tokens: to be sealed
/// before it reaches a disk.
public interface TokenCacheStore {
    Optional<byte[]> load(String connection);

    void save(String connection, byte[] content);

    void forget(String connection);

    /// Keeps everything until the program ends, and no longer.
    static TokenCacheStore inMemory() {
        Map<String, byte[]> kept = new ConcurrentHashMap<>();
        return new TokenCacheStore() {
            @Override
            public Optional<byte[]> load(String connection) {
                return Optional.ofNullable(kept.get(connection)).map(byte[]::clone);
            }

            @Override
            public void save(String connection, byte[] content) {
                kept.put(connection, content.clone());
            }

            @Override
            public void forget(String connection) {
                kept.remove(connection);
            }
        };
    }
}
