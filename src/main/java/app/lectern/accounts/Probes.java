package app.lectern.accounts;

import java.util.List;

/// What was asked about an account that exists. Changed copies, never in place: answers arrive on several occasions.
record Probes(
        Answer<Probes.Mailbox> mailbox, Answer<List<ServicePlans.Row>> plans, Answer<Probes.Quota> drive, Answer<Boolean> policy) {
    static final Probes NONE = new Probes(new Answer.Open<>(), new Answer.Open<>(), new Answer.Open<>(), new Answer.Open<>());

    /// @param purpose `user`, `shared`, `room`, `equipment`, `linked` or `others`; empty when it was not said
    record Mailbox(String timeZone, String purpose) {}

    /// @param state `normal`, `nearing`, `critical` or `exceeded`
    record Quota(long total, long used, long remaining, String state) {}

    Probes withMailbox(Answer<Mailbox> answer) {
        return new Probes(answer, plans, drive, policy);
    }

    Probes withPlans(Answer<List<ServicePlans.Row>> answer) {
        return new Probes(mailbox, answer, drive, policy);
    }

    Probes withDrive(Answer<Quota> answer) {
        return new Probes(mailbox, plans, answer, policy);
    }

    Probes withPolicy(Answer<Boolean> answer) {
        return new Probes(mailbox, plans, drive, answer);
    }

    boolean isComplete() {
        return !mailbox.isOpen() && !plans.isOpen() && !drive.isOpen() && !policy.isOpen();
    }
}
