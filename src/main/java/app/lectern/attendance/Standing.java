package app.lectern.attendance;

/// Where the attendance of a meeting stands.
public enum Standing {
    /// The report may still come.
    WAITING,
    /// Something is known, from whatever source.
    KNOWN,
    /// Microsoft hands nothing out, or refuses.
    NONE
}
