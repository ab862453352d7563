package app.lectern.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A keychain in memory that can be locked, taken away, or told to take nothing.
public final class RememberingKeychain implements Keychain {
    private final Map<String, Secret> entries = new HashMap<>();
    boolean available = true;
    boolean locked;
    boolean takesNothing;
    int questions;

    @Override
    public synchronized boolean available() {
        questions++;
        return available;
    }

    @Override
    public String name() {
        return "Test keychain";
    }

    @Override
    public synchronized Optional<Secret> find(String entry) {
        questions++;
        return locked || !available ? Optional.empty() : Optional.ofNullable(entries.get(entry)).map(found -> Secret.of(found.copyChars()));
    }

    @Override
    public synchronized void save(String entry, Secret secret) throws KeychainRefused {
        questions++;
        if (takesNothing) {
            throw new KeychainRefused("It is locked.");
        }
        entries.put(entry, Secret.of(secret.copyChars()));
    }

    @Override
    public synchronized void remove(String entry) {
        entries.remove(entry);
    }

    synchronized int size() {
        return entries.size();
    }
}
