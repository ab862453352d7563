package app.lectern.demo.school;

/// Where a person's mail is, which decides what Exchange answers for the person.
public enum MailboxState {
    /// In Exchange Online.
    CLOUD,
    /// In Exchange Online and shared: nobody signs in to it.
    SHARED,
    /// On a server of the school's own, which Graph does not reach.
    ON_PREMISES,
    NONE
}
