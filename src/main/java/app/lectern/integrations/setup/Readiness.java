package app.lectern.integrations.setup;

import app.lectern.integrations.AccountStanding.AccountState;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.health.CheckKind;
import app.lectern.integrations.health.CheckResult;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.health.HealthReport;
import app.lectern.integrations.permissions.Fixer;
import app.lectern.integrations.setup.ReadinessItem.ReadinessPoint;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The list that ticks itself: what an integration needs before people rely on it, from what is known without asking
/// Microsoft anything. The last line is ticked by a test meeting.
public final class Readiness {
    private static final int MONTH = 30;

    private final Integrations integrations;
    private final HealthChecks checks;
    private final ReadinessStore store;
    private final Clock clock;

    public Readiness(app.lectern.store.Store store, Integrations integrations, HealthChecks checks, Clock clock) {
        this.store = new ReadinessStore(store);
        this.integrations = integrations;
        this.checks = checks;
        this.clock = clock;
    }

    public List<ReadinessItem> of(Integration of) {
        var last = checks.last(of);
        return List.of(
                of(ReadinessPoint.TENANT_CONNECTED, last, CheckKind.SIGN_IN),
                of(ReadinessPoint.SIGN_IN_WORKS, last, CheckKind.SIGN_IN),
                permissions(last),
                policy(of, last),
                account(of),
                plain(ReadinessPoint.OWNER_NAMED, !of.owner().isBlank(), CheckStatus.WARNING),
                credential(of),
                plain(ReadinessPoint.TEST_MEETING_MADE, store.testedAt(of.id()).isPresent(), CheckStatus.COULD_NOT_CHECK));
    }

    public boolean isReady(Integration of) {
        return of(of).stream().allMatch(ReadinessItem::isTicked);
    }

    /// A test meeting was made and seen.
    public void tested(Integration of) {
        store.tested(of.id(), clock.instant());
    }

    private static ReadinessItem of(ReadinessPoint point, Optional<HealthReport> last, CheckKind from) {
        return last.flatMap(report -> worst(report.of(from)))
                .map(result -> new ReadinessItem(point, result.status(), result.facts(), result.problem(), result.fixer()))
                .orElseGet(() -> unknown(point));
    }

    private static ReadinessItem permissions(Optional<HealthReport> last) {
        var report = last.flatMap(HealthReport::permissions);
        if (report.isEmpty()) {
            return unknown(ReadinessPoint.PERMISSIONS_GRANTED);
        }
        var facts = Map.of("granted", Long.toString(report.get().granted()), "needed", Integer.toString(report.get().required().size()));
        var worst = worst(last.get().of(CheckKind.PERMISSION));
        return new ReadinessItem(ReadinessPoint.PERMISSIONS_GRANTED, worst.map(CheckResult::status).orElse(CheckStatus.COULD_NOT_CHECK), facts,
                worst.flatMap(CheckResult::problem), worst.map(CheckResult::fixer).orElse(Fixer.YOU));
    }

    /// A person who signs in acts for themselves; no policy is needed then.
    private static ReadinessItem policy(Integration of, Optional<HealthReport> last) {
        return of.signInMethod().isUnattended()
                ? of(ReadinessPoint.ACCESS_POLICY_GRANTED, last, CheckKind.ACCESS_POLICY)
                : plain(ReadinessPoint.ACCESS_POLICY_GRANTED, true, CheckStatus.PASSED);
    }

    private ReadinessItem account(Integration of) {
        var standing = integrations.account(of);
        var status = switch (standing.state()) {
            case VERIFIED -> CheckStatus.PASSED;
            case UNVERIFIED, COULD_NOT_CHECK -> CheckStatus.COULD_NOT_CHECK;
            case NOT_SET -> CheckStatus.WARNING;
            case REFUSED -> CheckStatus.FAILED;
        };
        var fixer = status == CheckStatus.PASSED ? Fixer.NOBODY_NEEDED : standing.state() == AccountState.REFUSED ? Fixer.ENTRA_ADMIN : Fixer.YOU;
        return new ReadinessItem(ReadinessPoint.SERVICE_ACCOUNT_VERIFIED, status, Map.of("account", of.serviceAccount()), standing.problem(), fixer);
    }

    private ReadinessItem credential(Integration of) {
        if (!of.signInMethod().isUnattended()) {
            return plain(ReadinessPoint.SECRET_LASTS, true, CheckStatus.PASSED);
        }
        var now = clock.instant();
        return integrations.credential(of)
                .map(expiry -> {
                    var status = expiry.isOver(now) ? CheckStatus.FAILED : expiry.daysLeft(now) < MONTH ? CheckStatus.WARNING : CheckStatus.PASSED;
                    return new ReadinessItem(ReadinessPoint.SECRET_LASTS, status, Map.of("days", Long.toString(expiry.daysLeft(now))), Optional.empty(),
                            status == CheckStatus.PASSED ? Fixer.NOBODY_NEEDED : Fixer.YOU);
                })
                .orElseGet(() -> unknown(ReadinessPoint.SECRET_LASTS));
    }

    private static ReadinessItem plain(ReadinessPoint point, boolean ticked, CheckStatus otherwise) {
        return new ReadinessItem(point, ticked ? CheckStatus.PASSED : otherwise, Map.of(), Optional.empty(),
                ticked ? Fixer.NOBODY_NEEDED : Fixer.YOU);
    }

    private static ReadinessItem unknown(ReadinessPoint point) {
        return new ReadinessItem(point, CheckStatus.COULD_NOT_CHECK, Map.of(), Optional.empty(), Fixer.YOU);
    }

    private static Optional<CheckResult> worst(List<CheckResult> results) {
        return results.stream().max(Comparator.comparing(CheckResult::status));
    }
}
