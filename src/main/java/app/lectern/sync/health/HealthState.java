package app.lectern.sync.health;

/// How something that a sync should bring stands, from good to bad.
public enum HealthState {
    SYNCED,
    /// It may still come, and nothing is late yet.
    WAITING,
    /// Another look was due and has not been taken.
    STALE,
    /// It should be there by now, and Microsoft has nothing.
    MISSING,
    /// The last attempt to read it was refused or broke off.
    FAILING
}
