package app.lectern.integrations.permissions;

/// How it stands with one permission. Only [#GRANTED] is good news.
public enum PermissionState {
    /// In the token, and the probe worked (or it worked without being in the token, through a role in Exchange).
    GRANTED,
    MISSING,
    /// In the token, and yet the probe was refused: an access policy, a licence or a switch of the tenant is in the way.
    REFUSED,
    COULD_NOT_CHECK,
    /// Microsoft offers it to apps only, or not in this cloud.
    NOT_OFFERED,
    /// None of the chosen jobs needs it, so it was neither asked for nor looked at.
    NOT_CHOSEN
}
