package app.lectern.integrations.setup;

import app.lectern.graph.DeviceCodePrompt;
import app.lectern.graph.PageOpener;
import app.lectern.graph.SignedIn;
import app.lectern.integrations.AccountVerifier;
import app.lectern.integrations.CertificateFacts;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.CredentialExpiry;
import app.lectern.integrations.Field;
import app.lectern.integrations.FieldFault;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.IntegrationRules;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.SecretKind;
import app.lectern.integrations.ServiceAccounts;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.waiting.WaitingList;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import app.lectern.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Sets integrations up, step by step. Every step is saved as it is done, so that leaving, cancelling or a crash loses
/// nothing; only [#discard] forgets. Permissions and policies are examined with `draft.integration()`.
public final class Setups {
    private final DraftStore store;
    private final Integrations integrations;
    private final IntegrationAccess access;
    private final IntegrationRules rules;
    private final AccountVerifier verifier;
    private final ServiceAccounts accounts;
    private final WaitingList waiting;
    private final Clock clock;

    public Setups(Store store, Integrations integrations, IntegrationAccess access, AccountVerifier verifier,
                  ServiceAccounts accounts, WaitingList waiting, Clock clock) {
        this.store = new DraftStore(store);
        this.integrations = integrations;
        this.access = access;
        this.rules = new IntegrationRules(integrations, clock);
        this.verifier = verifier;
        this.accounts = accounts;
        this.waiting = waiting;
        this.clock = clock;
    }

    /// Those that are finished, whose names are taken.
    public List<Integration> integrations() {
        return integrations.list();
    }

    /// Those begun and not finished, the one worked on last first.
    public List<SetupDraft> drafts() {
        return store.list();
    }

    public Optional<SetupDraft> find(long id) {
        return store.find(id);
    }

    public SetupDraft begin() {
        var now = clock.instant();
        return store.add(new SetupDraft(0, SetupStep.TENANT, Set.of(), SetupDraft.Tenant.EMPTY, SetupDraft.App.EMPTY,
                SetupDraft.Account.EMPTY, SetupDraft.Ownership.EMPTY, now, now));
    }

    public SetupDraft save(SetupDraft draft) {
        var saved = new SetupDraft(draft.id(), draft.step(), draft.done(), draft.tenant(), draft.app(), draft.account(),
                draft.ownership(), draft.startedAt(), clock.instant());
        store.save(saved);
        return saved;
    }

    /// Forgets the draft with its secrets and what was waited for.
    public void discard(SetupDraft draft) {
        var unfinished = draft.integration();
        access.forget(unfinished);
        integrations.forgetSecrets(unfinished);
        waiting.remove(unfinished);
        store.remove(draft.id());
    }

    /// What is wrong with the fields of this step and those before it, before anything is sent.
    public List<FieldFault> check(SetupDraft draft, SetupStep step) {
        var of = draft.integration();
        var faults = new ArrayList<FieldFault>();
        if (step.compareTo(SetupStep.TENANT) >= 0) {
            if (of.cloud() == CloudKind.CUSTOM) {
                rules.endpoint(Field.LOGIN_ENDPOINT, of.loginEndpoint()).ifPresent(faults::add);
                rules.endpoint(Field.GRAPH_ENDPOINT, of.graphEndpoint()).ifPresent(faults::add);
                rules.authority(of.authorityPem()).ifPresent(faults::add);
            }
            rules.tenant(draft.tenant().entered()).ifPresent(faults::add);
        }
        if (step.compareTo(SetupStep.SIGN_IN) >= 0) {
            rules.clientId(of.clientId(), draft.tenant().id()).ifPresent(faults::add);
            draft.app().secretEnds().flatMap(rules::secretEnds).ifPresent(faults::add);
            credentialMissing(draft).ifPresent(faults::add);
        }
        if (step.compareTo(SetupStep.SERVICE_ACCOUNT) >= 0 && !of.serviceAccount().isBlank()) {
            rules.serviceAccount(of.serviceAccount()).ifPresent(faults::add);
        }
        if (step == SetupStep.FINISH) {
            rules.name(of.name(), 0).ifPresent(faults::add);
            rules.owner(of.owner()).ifPresent(faults::add);
        }
        return faults;
    }

    private Optional<FieldFault> credentialMissing(SetupDraft draft) {
        if (!draft.app().method().isUnattended() || hasCredential(draft)) {
            return Optional.empty();
        }
        boolean secret = draft.app().method() == SignInMethod.SECRET;
        return Optional.of(new FieldFault(secret ? Field.SECRET : Field.CERTIFICATE, Problem.of(Problem.Code.INPUT_WRONG)
                .with("field", secret ? "@field.secret" : "@field.certificate")
                .with("reason", secret ? "@integration.secret-empty" : "@integration.certificate-empty")));
    }

    /// Where an app is registered by hand.
    public String registrationsPage(SetupDraft draft) {
        return access.pages(draft.integration()).apps();
    }

    /// Where an account is made.
    public String usersPage(SetupDraft draft) {
        return access.pages(draft.integration()).users();
    }

    /// Asks Entra for the tenant and notes its id. Throws a ProblemException that names the reason when there is no such
    /// tenant, or in another cloud.
    public SetupDraft findTenant(SetupDraft draft) {
        require(check(draft, SetupStep.TENANT));
        var found = access.findTenant(draft.integration());
        var was = draft.tenant();
        return save(draft.with(new SetupDraft.Tenant(was.cloud(), was.loginEndpoint(), was.graphEndpoint(), was.authority(),
                was.entered().strip(), found.tenantId())).finished(SetupStep.TENANT));
    }

    /// Seals a client secret beside the draft. One that cannot be right is refused with a ProblemException.
    public void keepSecret(SetupDraft draft, Secret secret) {
        rules.secret(secret).ifPresent(fault -> {
            throw fault.problem().raise();
        });
        integrations.keepSecret(draft.integration(), SecretKind.CLIENT_SECRET, secret);
    }

    /// Seals a certificate with its password beside the draft, and says what is in it.
    public CertificateFacts keepCertificate(SetupDraft draft, byte[] content, Secret password, String file) {
        var facts = rules.read(content, password, file);
        integrations.keepSecret(draft.integration(), SecretKind.CERTIFICATE, content);
        integrations.keepSecret(draft.integration(), SecretKind.CERTIFICATE_PASSWORD, password);
        return facts;
    }

    public boolean hasCredential(SetupDraft draft) {
        return switch (draft.app().method()) {
            case SECRET -> integrations.hasSecret(draft.integration(), SecretKind.CLIENT_SECRET);
            case CERTIFICATE -> integrations.hasSecret(draft.integration(), SecretKind.CERTIFICATE);
            case DEVICE_CODE, BROWSER -> integrations.hasSecret(draft.integration(), SecretKind.TOKEN_CACHE);
        };
    }

    /// Signs in with the secret or certificate, or with the sign-in that a person has given before.
    public SignedIn signIn(SetupDraft draft) {
        require(check(draft, SetupStep.SIGN_IN));
        return access.session(draft.integration()).signIn().afresh();
    }

    /// Shows a code and waits for the person; interrupting the thread cancels.
    public SignedIn signInByDeviceCode(SetupDraft draft, Consumer<DeviceCodePrompt> shown) {
        require(check(draft, SetupStep.SIGN_IN));
        return access.session(draft.integration()).signIn().withDeviceCode(shown);
    }

    public SignedIn signInByBrowser(SetupDraft draft, PageOpener opener) {
        require(check(draft, SetupStep.SIGN_IN));
        return access.session(draft.integration()).signIn().withBrowser(opener);
    }

    /// What keeps the account from organising, with the access of the draft; nothing when it can.
    public Optional<Problem> obstacle(SetupDraft draft, String account) {
        rules.serviceAccount(account).ifPresent(fault -> {
            throw fault.problem().raise();
        });
        return verifier.obstacle(draft.integration(), account.strip());
    }

    /// Makes the integration of the draft. Its secrets and what is waited for move with it, and the draft is gone.
    public Integration finish(SetupDraft draft) {
        require(check(draft, SetupStep.FINISH));
        var unfinished = draft.integration();
        var made = integrations.add(new Integration(0, unfinished.name(), unfinished.cloud(), unfinished.loginEndpoint(),
                unfinished.graphEndpoint(), unfinished.tenant(), unfinished.clientId(), unfinished.signInMethod(), unfinished.owner(),
                unfinished.serviceAccount(), true, clock.instant(), unfinished.role(), unfinished.authorityPem(), unfinished.jobs()));
        integrations.moveSecrets(unfinished, made);
        waiting.move(unfinished, made);
        access.forget(unfinished);
        draft.app().secretEnds().filter(_ -> made.signInMethod() == SignInMethod.SECRET).ifPresent(ends ->
                integrations.keep(made, new CredentialExpiry(ends, CredentialExpiry.Source.TYPED, SecretKind.CLIENT_SECRET)));
        store.remove(draft.id());
        if (draft.account().verified()) {
            verify(made);
        }
        return made;
    }

    /// A failing look is kept as such; the integration exists all the same.
    private void verify(Integration made) {
        try {
            accounts.check(made);
        } catch (ProblemException unable) {
            accounts.set(made, made.serviceAccount());
        }
    }

    private static void require(List<FieldFault> faults) {
        faults.stream().findFirst().ifPresent(fault -> {
            throw fault.problem().raise();
        });
    }

    /// When a secret typed today should end at the latest: half a year is advised, though Entra offers two years.
    public Instant advisedEnd() {
        return clock.instant().plus(java.time.Duration.ofDays(182));
    }
}
