package app.lectern.sync.expiry;

/// What can end without anybody doing anything.
public enum ExpiryKind {
    /// The secret or certificate with which Lectern signs in.
    CREDENTIAL,
    /// A recording that is in the tenant only.
    RECORDING,
    /// Attendance that was never read; Microsoft keeps its reports for a year.
    ATTENDANCE,
    /// The yearly look at what the app may do. Permissions themselves do not end.
    PERMISSIONS,
    /// What Lectern itself forgets of its own activity.
    ACTIVITY
}
