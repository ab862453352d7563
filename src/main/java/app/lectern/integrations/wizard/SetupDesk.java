package app.lectern.integrations.wizard;

import app.lectern.graph.SignedIn;
import app.lectern.integrations.AccountStanding;
import app.lectern.integrations.AccountStanding.AccountState;
import app.lectern.integrations.Field;
import app.lectern.integrations.FieldFault;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationRules;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.permissions.AccessPolicyCheck;
import app.lectern.integrations.permissions.Fixer;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.permissions.PermissionDoctor;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.permissions.PolicyFinding;
import app.lectern.integrations.permissions.PolicyFinding.PolicyVerdict;
import app.lectern.integrations.permissions.PolicyScripts;
import app.lectern.integrations.permissions.Powers.Power;
import app.lectern.integrations.permissions.Powers;
import app.lectern.integrations.permissions.RegistrationScript;
import app.lectern.integrations.setup.AdminPack;
import app.lectern.integrations.setup.AdminPacks;
import app.lectern.integrations.setup.AdminReply;
import app.lectern.integrations.setup.Readiness;
import app.lectern.integrations.setup.ReadinessItem;
import app.lectern.integrations.setup.ReplyVerdict;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.Setups;
import app.lectern.integrations.setup.TestMeeting;
import app.lectern.integrations.setup.TestMeetings;
import app.lectern.integrations.waiting.WaitKind;
import app.lectern.integrations.waiting.WaitingList;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.vault.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Does the wizard's work with the real services. A draft is examined like an integration; what only the finished one can
/// remember, such as a test meeting that was made, is held here until then.
public final class SetupDesk implements SetupWork {
    /// The services it works with.
    public record Services(Setups setups, IntegrationRules rules, PermissionDoctor doctor, AccessPolicyCheck policies,
                           Readiness readiness, HealthChecks checks, TestMeetings meetings, WaitingList waiting, AdminPacks packs) {}

    private final Services services;
    private final ZoneId zone;
    private final Clock clock;
    private volatile long tested = -1;
    private volatile List<Integration> known = List.of();

    public SetupDesk(Services services, ZoneId zone, Clock clock) {
        this.services = services;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public List<String> asksFor(AppJobs jobs) {
        return services.doctor().catalogue().least(jobs, false).stream().map(PermissionCatalogue.Asked::name).toList();
    }

    @Override
    public Optional<Problem> fault(Field field, String text, SetupDraft draft) {
        var rules = services.rules();
        Optional<FieldFault> fault = switch (field) {
            case NAME -> rules.name(text, 0, known);
            case LOGIN_ENDPOINT, GRAPH_ENDPOINT -> rules.endpoint(field, text);
            case TENANT -> rules.tenant(text);
            case CLIENT_ID -> rules.clientId(text, draft.tenant().id());
            case OWNER -> rules.owner(text);
            case SERVICE_ACCOUNT -> rules.serviceAccount(text);
            case SECRET -> secret(text);
            case SECRET_ENDS -> ends(text);
            case CA_FILE, SIGN_IN_METHOD, CERTIFICATE, CERTIFICATE_PASSWORD -> Optional.empty();
        };
        return fault.map(FieldFault::problem);
    }

    @Override
    public int readNames() {
        known = services.setups().integrations();
        return known.size();
    }

    private Optional<FieldFault> secret(String text) {
        try (var typed = Secret.of(text)) {
            return services.rules().secret(typed);
        }
    }

    private Optional<FieldFault> ends(String text) {
        try {
            return services.rules().secretEnds(LocalDate.parse(text).atStartOfDay(zone).toInstant());
        } catch (DateTimeParseException unfinished) {
            return Optional.of(new FieldFault(Field.SECRET_ENDS, Problem.of(Problem.Code.INPUT_WRONG)
                    .with("field", "@field.secret-ends").with("reason", "@setup.not-a-day")));
        }
    }

    @Override
    public SetupDraft save(SetupDraft draft) {
        return services.setups().save(draft);
    }

    @Override
    public void discard(SetupDraft draft) {
        services.checks().remove(draft.integration());
        services.setups().discard(draft);
    }

    @Override
    public FoundTenant find(SetupDraft draft) {
        var found = services.setups().findTenant(draft);
        var entered = found.tenant().entered();
        return new FoundTenant(found.tenant().id(), entered.contains(".") ? entered : entered.substring(0, 8));
    }

    @Override
    public String registration(SetupDraft draft) {
        return RegistrationScript.of(draft.integration(), services.doctor().catalogue(), draft.app().jobs());
    }

    @Override
    public String registrationsPage(SetupDraft draft) {
        return services.setups().registrationsPage(draft);
    }

    @Override
    public String usersPage(SetupDraft draft) {
        return services.setups().usersPage(draft);
    }

    @Override
    public boolean hasSecret(SetupDraft draft) {
        return services.setups().hasCredential(draft);
    }

    @Override
    public void keepSecret(SetupDraft draft, char[] secret) {
        try (var value = Secret.of(secret)) {
            services.setups().keepSecret(draft, value);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    @Override
    public Instant keepCertificate(SetupDraft draft, Path file, char[] password) {
        try (var value = Secret.of(password)) {
            return services.setups().keepCertificate(draft, read(file), value, file.getFileName().toString()).ends();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Problem.of(Problem.Code.CERTIFICATE_UNREADABLE).with("path", file.getFileName().toString()).raise(unreadable);
        }
    }

    /// A secret made a moment ago is refused until it has spread. It is kept, and looked at again by itself.
    @Override
    public SignedInAs signIn(SetupDraft draft) {
        var of = draft.integration();
        try {
            var signedIn = services.setups().signIn(draft);
            services.waiting().stop(of, WaitKind.NEW_SECRET, "");
            return as(signedIn);
        } catch (ProblemException refused) {
            if (refused.problem().code() == Problem.Code.SECRET_WRONG) {
                services.waiting().begin(of, WaitKind.NEW_SECRET, "");
            }
            throw refused;
        }
    }

    @Override
    public SignedInAs signInWithCode(SetupDraft draft, Consumer<Code> given) {
        return as(services.setups().signInByDeviceCode(draft,
                prompt -> given.accept(new Code(prompt.code(), prompt.page(), prompt.expires()))));
    }

    @Override
    public SignedInAs signInWithBrowser(SetupDraft draft, Consumer<URI> browser) {
        return as(services.setups().signInByBrowser(draft, browser::accept));
    }

    private static SignedInAs as(SignedIn signedIn) {
        return new SignedInAs(signedIn.account(), signedIn.permissions().size());
    }

    @Override
    public List<Power> powers(SetupDraft draft) {
        return Powers.of(services.doctor().catalogue().least(draft.app().jobs(), draft.app().method().isUnattended()), services.packs().words());
    }

    @Override
    public PermissionReport permissions(SetupDraft draft, Progress progress) throws InterruptedException {
        return services.doctor().report(draft.integration(), progress);
    }

    @Override
    public void awaitConsent(SetupDraft draft, List<String> permissions) {
        permissions.forEach(each -> services.waiting().begin(draft.integration(), WaitKind.CONSENT, each));
    }

    /// A refusal starts the waiting, so that it is looked at again after a restart too.
    @Override
    public List<PolicyFinding> policies(SetupDraft draft, Progress progress) throws InterruptedException {
        var of = draft.integration();
        var found = new ArrayList<PolicyFinding>();
        found.add(services.policies().teams(of, draft.account().address()));
        progress.checkpoint();
        found.add(services.policies().exchange(of, draft.account().address()));
        if (found.getFirst().verdict() == PolicyVerdict.REFUSED) {
            services.waiting().begin(of, WaitKind.ACCESS_POLICY, draft.account().address());
        }
        return found;
    }

    @Override
    public AccountStanding verify(SetupDraft draft, String account) {
        var obstacle = services.setups().obstacle(draft, account);
        if (obstacle.filter(why -> why.code() == Problem.Code.MAILBOX_MISSING).isPresent()) {
            services.waiting().begin(draft.integration(), WaitKind.MAILBOX, account);
        } else if (obstacle.isEmpty()) {
            services.waiting().stop(draft.integration(), WaitKind.MAILBOX, account);
        }
        var state = obstacle.isEmpty() ? AccountState.VERIFIED : AccountState.REFUSED;
        return new AccountStanding(state, account, Optional.of(clock.instant()), obstacle);
    }

    @Override
    public List<ReadinessItem> readiness(SetupDraft draft) throws InterruptedException {
        var of = draft.integration();
        services.checks().run(of, Progress.NONE);
        return services.readiness().of(of).stream().map(item -> known(item, draft)).toList();
    }

    private ReadinessItem known(ReadinessItem item, SetupDraft draft) {
        boolean ticked = switch (item.point()) {
            case SERVICE_ACCOUNT_VERIFIED -> draft.account().verified();
            case TEST_MEETING_MADE -> tested == draft.id();
            default -> false;
        };
        return ticked ? new ReadinessItem(item.point(), CheckStatus.PASSED, Map.of("account", draft.account().address()),
                Optional.empty(), Fixer.NOBODY_NEEDED) : item;
    }

    @Override
    public AdminPack pack(SetupDraft draft) throws InterruptedException {
        return services.packs().pack(draft.integration(), Optional.of(permissions(draft, Progress.NONE)), draft.account().address(), PolicyScripts.POLICY);
    }

    @Override
    public ReplyVerdict judge(SetupDraft draft, String reply) {
        return AdminReply.judge(reply, draft.integration(), draft.account().address(), PolicyScripts.POLICY);
    }

    @Override
    public TestMeeting testMeeting(SetupDraft draft, Progress progress) throws InterruptedException {
        var made = services.meetings().make(draft.integration(), draft.account().address(), progress);
        tested = draft.id();
        return made;
    }

    @Override
    public void removeTestMeeting(SetupDraft draft, TestMeeting meeting) {
        services.meetings().remove(draft.integration(), meeting);
    }

    @Override
    public Integration finish(SetupDraft draft) {
        var made = services.setups().finish(draft);
        services.checks().remove(draft.integration());
        if (tested == draft.id()) {
            services.readiness().tested(made);
        }
        return made;
    }
}
