package app.lectern.vault;

import java.util.Optional;

/// Stands where the computer offers no keychain.
final class NoKeychain implements Keychain {
    @Override
    public boolean available() {
        return false;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Optional<Secret> find(String entry) {
        return Optional.empty();
    }

    @Override
    public void save(String entry, Secret secret) throws KeychainRefused {
        throw new KeychainRefused("There is no keychain.");
    }

    @Override
    public void remove(String entry) {
        // nothing was ever kept
    }
}
