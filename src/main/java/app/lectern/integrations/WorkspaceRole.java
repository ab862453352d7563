package app.lectern.integrations;

/// Which screens a person sees when working with an integration. A convenience that keeps the window simple, and no
/// security boundary: whoever can start Lectern can change it.
public enum WorkspaceRole {
    ADMIN,
    STAFF,
    SUPPORT
}
