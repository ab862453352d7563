package app.lectern.diagnosis;

/// What support looks at, in the order in which it is looked at: each is cheaper than the next and often the last that is needed.
public enum SupportStep {
    /// What the error says in words: the one that was pasted, else that of the last failed call.
    ERROR,
    /// The calls that failed of late.
    CALLS,
    /// The registration in Entra: sign-in, permissions, policies, the end of the secret.
    CONFIGURATION,
    /// The account that organises.
    ACCOUNT
}
