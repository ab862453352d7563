package app.lectern.integrations.permissions;

import app.lectern.integrations.Integration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a tenant lets Lectern do, as it was at one moment.
///
/// @param account     whose mailbox, drive and meetings were probed; empty when no account was known
/// @param inToken     the roles or scopes that the token named
/// @param missingPage where an administrator grants permissions to this very app
/// @param grantScript what grants the missing application permissions in one go; empty when none is missing
/// @param jobs        what the integration was for then; absent in what an older Lectern kept
public record PermissionReport(
        Instant at,
        boolean appOnly,
        String account,
        List<String> inToken,
        List<PermissionFinding> findings,
        String missingPage,
        String grantScript,
        AppJobs jobs) {
    public PermissionReport {
        jobs = jobs == null ? AppJobs.ALL : jobs;
        inToken = List.copyOf(inToken);
        findings = List.copyOf(findings);
    }

    /// Those that the chosen jobs need.
    public List<PermissionFinding> required() {
        var known = findings.stream().map(PermissionFinding::permission).toList();
        return findings.stream().filter(one -> one.state() != PermissionState.NOT_CHOSEN && jobs.askFor(one.permission(), known)).toList();
    }

    /// What it says of the integration as it is now: a job that is no longer chosen is no longer judged, and one that was chosen since
    /// has not been looked at yet.
    public PermissionReport within(Integration of) {
        if (jobs.equals(of.jobs())) {
            return this;
        }
        var judged = findings.stream().map(one -> one.permission().serves(of.jobs()) ? narrowed(one, of.jobs()) : one.notChosen()).toList();
        return new PermissionReport(at, appOnly, account, inToken, judged, missingPage, "", of.jobs()).scriptedFor(of);
    }

    /// One that was missing while more was asked for.
    private PermissionFinding narrowed(PermissionFinding one, AppJobs now) {
        var least = one.permission().least(now, appOnly).filter(form -> form.isCoveredBy(inToken));
        return one.state() != PermissionState.MISSING || least.isEmpty() ? one
                : new PermissionFinding(one.permission(), least.get().name(), PermissionState.COULD_NOT_CHECK, true, Optional.empty(),
                        Fixer.NOBODY_NEEDED, one.evidence());
    }

    PermissionReport scriptedFor(Integration of) {
        var roles = appOnly ? missing().stream().map(PermissionFinding::name).toList() : List.<String>of();
        return new PermissionReport(at, appOnly, account, inToken, findings, missingPage, GrantScript.of(of, roles), jobs);
    }

    public List<PermissionFinding> missing() {
        return required().stream().filter(one -> one.state() == PermissionState.MISSING).toList();
    }

    /// How many of the required ones the token has: the 9 of `9 of 11 granted`.
    public long granted() {
        return required().stream().filter(PermissionFinding::inToken).count();
    }

    public List<CapabilityRow> capabilities() {
        return Arrays.stream(Capability.values()).map(each -> CapabilityMatrix.row(each, this)).toList();
    }

    public CapabilityRow capability(Capability wanted) {
        return CapabilityMatrix.row(wanted, this);
    }
}
