package app.lectern.integrations.permissions;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// What a tenant lets Lectern do, as it was at one moment.
///
/// @param account     whose mailbox, drive and meetings were probed; empty when no account was known
/// @param inToken     the roles or scopes that the token named
/// @param missingPage where an administrator grants permissions to this very app
/// @param grantScript what grants the missing application permissions in one go; empty when none is missing
public record PermissionReport(
        Instant at,
        boolean appOnly,
        String account,
        List<String> inToken,
        List<PermissionFinding> findings,
        String missingPage,
        String grantScript) {
    public PermissionReport {
        inToken = List.copyOf(inToken);
        findings = List.copyOf(findings);
    }

    public List<PermissionFinding> required() {
        return findings.stream().filter(one -> !one.permission().optional()).toList();
    }

    public List<PermissionFinding> optional() {
        return findings.stream().filter(one -> one.permission().optional()).toList();
    }

    public List<PermissionFinding> missing() {
        return required().stream().filter(one -> one.state() == PermissionState.MISSING).toList();
    }

    /// How many of the required ones the token has: the 9 of `9 of 11 granted`.
    public long granted() {
        return required().stream().filter(PermissionFinding::inToken).count();
    }

    public List<CapabilityRow> capabilities() {
        return Arrays.stream(Capability.values()).map(each -> CapabilityMatrix.row(each, findings, inToken)).toList();
    }

    public CapabilityRow capability(Capability wanted) {
        return CapabilityMatrix.row(wanted, findings, inToken);
    }
}
