package app.lectern.accounts;

/// How one check of an account ended.
public enum Outcome {
    PASSES,
    /// It works and somebody should know something about it.
    WARNS,
    FAILS,
    /// It could not be asked, which is never the same as passing.
    UNKNOWN,
    /// There was no point in asking, because something before it failed.
    SKIPPED
}
