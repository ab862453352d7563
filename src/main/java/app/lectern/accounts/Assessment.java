package app.lectern.accounts;

import app.lectern.problems.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns what Graph answered about one account into findings. A pure rule: asks nothing, and weighs answers against one
/// another only where one explains the other, as a licence explains a missing mailbox.
final class Assessment {
    /// A licence as young as this may still be on its way into a mailbox, whatever its state says.
    static final Duration JUST_ASSIGNED = Duration.ofHours(1);
    private static final double NEARLY_FULL = 0.9;

    private final Tenant tenant;
    private final Account account;
    private final Probes probes;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private Assessment(Tenant tenant, Account account, Probes probes, Instant now) {
        this.tenant = tenant;
        this.account = account;
        this.probes = probes;
        this.now = now;
    }

    /// As much as the answers so far tell; a question that is still open has no finding yet.
    static List<Finding> of(String address, Asked lookup, Tenant tenant, Account account, Probes probes, Instant now) {
        var assessment = new Assessment(tenant, account, probes, now);
        assessment.identity(address, lookup);
        if (account.isGuest()) {
            for (var check : Check.values()) {
                if (check.compareTo(Check.MEMBERSHIP) > 0) {
                    assessment.findings.add(Finding.skipped(check));
                }
            }
        } else {
            assessment.services();
        }
        return assessment.findings;
    }

    /// An address that was refused, not found, or could not be looked up: nothing after that is asked.
    static List<Finding> ending(Finding last) {
        var findings = new ArrayList<Finding>();
        for (var check : Check.values()) {
            int order = check.compareTo(last.check());
            findings.add(order == 0 ? last
                    : order < 0 ? Finding.of(check, AccountReason.ADDRESS_FITS, Asked.NOTHING) : Finding.skipped(check));
        }
        return findings;
    }

    private void identity(String address, Asked lookup) {
        findings.add(Finding.of(Check.ADDRESS, AccountReason.ADDRESS_FITS, Asked.NOTHING).with("tenant", tenant.name()));
        var how = account.userPrincipalName().equalsIgnoreCase(address) ? AccountReason.FOUND_BY_NAME
                : account.mail().equalsIgnoreCase(address) ? AccountReason.FOUND_BY_MAIL : AccountReason.FOUND_BY_ALIAS;
        add(Check.EXISTS, how, Map.of("account", address, "name", account.userPrincipalName()), lookup);
        if (account.enabled().isEmpty()) {
            // the property comes back empty when the permission allows basic profiles only
            add(Check.ENABLED, AccountReason.PERMISSION_MISSING, Map.of("permission", "User.Read.All"), lookup);
        } else {
            add(Check.ENABLED, account.enabled().get() ? AccountReason.SIGN_IN_ALLOWED : AccountReason.DISABLED, Map.of(), lookup);
        }
        add(Check.MEMBERSHIP, account.isGuest() ? AccountReason.GUEST : AccountReason.MEMBER, Map.of("tenant", tenant.name()), lookup);
    }

    private void services() {
        boolean plansKnown = !probes.plans().isOpen();
        if (!probes.mailbox().isOpen() && plansKnown) {
            findings.add(mailbox());
        }
        if (plansKnown) {
            for (var check : List.of(Check.EXCHANGE_PLAN, Check.TEAMS_PLAN, Check.FILES_PLAN)) {
                findings.add(plan(check));
            }
            if (!probes.drive().isOpen()) {
                findings.add(drive());
            }
        }
        if (!probes.policy().isOpen()) {
            findings.add(policy());
        }
        if (!probes.mailbox().isOpen()) {
            findings.add(timeZone());
        }
        findings.sort(java.util.Comparator.comparing(Finding::check));
    }

    private Finding mailbox() {
        return probes.mailbox().either(
                given -> finding(Check.MAILBOX, switch (given.value().purpose()) {
                    case "shared" -> AccountReason.MAILBOX_SHARED;
                    case "room", "equipment" -> AccountReason.MAILBOX_OF_A_ROOM;
                    // a null here is a purpose that the SDK does not know: nothing is decided on it
                    default -> AccountReason.MAILBOX_READY;
                }, given.asked()),
                refused -> switch (refused.problem().code()) {
                    case MAILBOX_MISSING -> finding(Check.MAILBOX, whyNoMailbox(refused.problem()), refused.asked());
                    case MAILBOX_BLOCKED -> finding(Check.MAILBOX, AccountReason.MAILBOX_BLOCKED, refused.asked());
                    default -> Finding.unanswered(Check.MAILBOX, refused.problem(), refused.asked());
                },
                Finding.skipped(Check.MAILBOX));
    }

    private AccountReason whyNoMailbox(Problem refused) {
        var evidence = refused.evidence();
        // nothing but the message tells the two apart, and only where Exchange says more than "not yet supported"
        if (evidence.code().equals("MailboxNotHostedInExchangeOnline")
                || account.syncedFromPremises() && evidence.message().contains("on-premise")) {
            return AccountReason.MAILBOX_ON_PREMISES;
        }
        var plan = standing(Check.EXCHANGE_PLAN);
        if (plan.isPresent() && !plan.get().gives()) {
            return AccountReason.MAILBOX_WITHOUT_LICENCE;
        }
        boolean young = isJustAssigned(Check.EXCHANGE_PLAN);
        if (young || plan.map(ServicePlans.Standing::reason).filter(AccountReason.PLAN_PENDING::equals).isPresent()) {
            return AccountReason.MAILBOX_PREPARING;
        }
        return AccountReason.MAILBOX_GONE;
    }

    private boolean isJustAssigned(Check plan) {
        return account.newest(ServicePlans.giving(plan)).filter(since -> since.plus(JUST_ASSIGNED).isAfter(now)).isPresent();
    }

    /// From the licences, or where they may not be read from the directory's list of plans.
    private Optional<ServicePlans.Standing> standing(Check check) {
        return probes.plans().either(
                given -> Optional.of(ServicePlans.standing(check, given.value())),
                refused -> account.enabled().isPresent() && !account.plans().isEmpty()
                        ? Optional.of(ServicePlans.assigned(check, account))
                        : Optional.<ServicePlans.Standing>empty(),
                Optional.empty());
    }

    private Finding plan(Check check) {
        var asked = asked(probes.plans());
        var standing = standing(check);
        if (standing.isEmpty()) {
            return probes.plans() instanceof Answer.Refused<?> refused
                    ? Finding.unanswered(check, refused.problem(), asked)
                    : Finding.skipped(check);
        }
        var found = standing.get();
        boolean serves = check == Check.EXCHANGE_PLAN && probes.mailbox() instanceof Answer.Given
                || check == Check.FILES_PLAN && probes.drive() instanceof Answer.Given;
        var reason = !found.gives() && serves ? AccountReason.PLAN_NOT_NEEDED : found.reason();
        return new Finding(check, reason, Map.of(
                "service", "@" + "account-service." + check.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "plan", found.plan(),
                "licence", found.licence()), asked);
    }

    private Finding drive() {
        return probes.drive().either(
                given -> new Finding(Check.DRIVE, howFull(given.value()), Map.of(
                        "used", Long.toString(given.value().used()), "total", Long.toString(given.value().total())), given.asked()),
                refused -> refused.problem().code() == Problem.Code.DRIVE_MISSING
                        ? finding(Check.DRIVE, whyNoDrive(), refused.asked())
                        : Finding.unanswered(Check.DRIVE, refused.problem(), refused.asked()),
                Finding.skipped(Check.DRIVE));
    }

    private static AccountReason howFull(Probes.Quota quota) {
        if (quota.state().equals("exceeded") || quota.total() > 0 && quota.remaining() <= 0) {
            return AccountReason.DRIVE_FULL;
        }
        boolean told = quota.state().equals("nearing") || quota.state().equals("critical");
        return told || quota.total() > 0 && quota.used() >= quota.total() * NEARLY_FULL
                ? AccountReason.DRIVE_NEARLY_FULL
                : AccountReason.DRIVE_READY;
    }

    private AccountReason whyNoDrive() {
        var plan = standing(Check.FILES_PLAN);
        if (plan.isPresent() && !plan.get().gives()) {
            return AccountReason.DRIVE_WITHOUT_LICENCE;
        }
        boolean pending = plan.map(ServicePlans.Standing::reason).filter(AccountReason.PLAN_PENDING::equals).isPresent();
        return pending || isJustAssigned(Check.FILES_PLAN) ? AccountReason.DRIVE_PREPARING : AccountReason.DRIVE_NEVER_OPENED;
    }

    /// The question is a meeting that does not exist, asked for in the organiser's name: "no such meeting" is the good answer,
    /// because only an app with a policy gets so far.
    private Finding policy() {
        if (!tenant.appOnly()) {
            return finding(Check.ACCESS_POLICY, AccountReason.POLICY_NOT_NEEDED, Asked.NOTHING);
        }
        return probes.policy().either(
                given -> finding(Check.ACCESS_POLICY, AccountReason.POLICY_GRANTED, given.asked()),
                refused -> switch (refused.problem().code()) {
                    case ITEM_GONE -> finding(Check.ACCESS_POLICY, AccountReason.POLICY_GRANTED, refused.asked());
                    case ACCESS_POLICY_MISSING -> finding(Check.ACCESS_POLICY, AccountReason.POLICY_MISSING, refused.asked())
                            .with("app", tenant.appId()).with("account", account.objectId());
                    // a bare 404 there: Teams does not know the account, so whether there is a policy cannot be seen
                    case USER_UNKNOWN -> finding(Check.ACCESS_POLICY, AccountReason.POLICY_WITHOUT_TEAMS, refused.asked());
                    default -> Finding.unanswered(Check.ACCESS_POLICY, refused.problem(), refused.asked());
                },
                Finding.skipped(Check.ACCESS_POLICY));
    }

    private Finding timeZone() {
        if (probes.mailbox() instanceof Answer.Given<Probes.Mailbox> given) {
            var zone = given.value().timeZone();
            return finding(Check.TIME_ZONE, zone.isEmpty() ? AccountReason.TIME_ZONE_UNSET : AccountReason.TIME_ZONE_KNOWN, given.asked())
                    .with("zone", zone);
        }
        return finding(Check.TIME_ZONE, AccountReason.TIME_ZONE_UNREAD, Asked.NOTHING);
    }

    private static Asked asked(Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> given -> given.asked();
            case Answer.Refused<?> refused -> refused.asked();
            case Answer.Open<?> open -> Asked.NOTHING;
        };
    }

    private Finding finding(Check check, AccountReason reason, Asked asked) {
        return Finding.of(check, reason, asked).with("account", account.userPrincipalName());
    }

    private void add(Check check, AccountReason reason, Map<String, String> facts, Asked asked) {
        findings.add(new Finding(check, reason, facts, asked));
    }
}
