package app.lectern.vault;

/// The kinds of places where a master key can be.
public enum KeyStorage { KEYCHAIN, KEY_FILE, ENVIRONMENT }
