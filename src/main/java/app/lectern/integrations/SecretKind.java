package app.lectern.integrations;

/// What an integration keeps under the vault's key.
public enum SecretKind {
    CLIENT_SECRET,
    CERTIFICATE,
    CERTIFICATE_PASSWORD,
    TOKEN_CACHE
}
