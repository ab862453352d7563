package app.lectern.vault;

import java.util.Optional;

/// A place outside the data folder that keeps small secrets for the signed-in person.
public interface Keychain {
    /// Whether it can be asked at all here and now. Where it cannot, the key goes into a file.
    boolean available();

    /// How the operating system calls it: `Windows Credential Manager`.
    String name();

    Optional<Secret> find(String entry) throws KeychainRefused;

    void save(String entry, Secret secret) throws KeychainRefused;

    void remove(String entry) throws KeychainRefused;

    /// For a computer, a demo folder or a test that has none.
    static Keychain none() {
        return new NoKeychain();
    }

    /// The one of the operating system; not touched before the first question.
    static Keychain ofSystem() {
        return new SystemKeychain();
    }

    /// It is there but did not do what it was asked, most often because it is locked.
    final class KeychainRefused extends Exception {
        private static final long serialVersionUID = 1L;

        public KeychainRefused(String reason) {
            super(reason);
        }
    }
}
