package app.lectern.integrations.commands;

import app.lectern.cli.Output;
import app.lectern.graph.DeviceCodePrompt;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lectern integrations add`: the wizard in one line. Every field is checked before anything is sent, then the tenant, then
/// the sign-in; what fails leaves nothing behind.
@Command(name = "add")
final class AddCommand implements Callable<Integer> {
    /// The clouds as one types them.
    enum CloudName {
        GLOBAL, GCC_HIGH, DOD, CHINA, CUSTOM;

        @Override
        public String toString() {
            return IntegrationRows.id(this);
        }
    }

    /// Ways to sign in as one types them.
    enum SignInName {
        DEVICE_CODE, BROWSER, SECRET, CERTIFICATE;

        @Override
        public String toString() {
            return IntegrationRows.id(this);
        }
    }

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "lectern.integrations.add.name")
    private String name;

    @Option(names = "--cloud", paramLabel = "CLOUD", descriptionKey = "lectern.integrations.add.cloud", defaultValue = "global",
            converter = CloudConverter.class)
    private CloudName cloud;

    @Option(names = "--login-endpoint", paramLabel = "URL", descriptionKey = "lectern.integrations.add.login-endpoint", defaultValue = "")
    private String loginEndpoint;

    @Option(names = "--graph-endpoint", paramLabel = "URL", descriptionKey = "lectern.integrations.add.graph-endpoint", defaultValue = "")
    private String graphEndpoint;

    @Option(names = "--ca-file", paramLabel = "PEM", descriptionKey = "lectern.integrations.add.ca-file")
    private Path authority;

    @Option(names = "--tenant", paramLabel = "T", descriptionKey = "lectern.integrations.add.tenant")
    private String tenant;

    @Option(names = "--client-id", paramLabel = "C", descriptionKey = "lectern.integrations.add.client-id")
    private String clientId;

    @Option(names = "--sign-in", paramLabel = "METHOD", descriptionKey = "lectern.integrations.add.sign-in", converter = SignInConverter.class)
    private SignInName signIn;

    @Option(names = "--service-account", paramLabel = "X", descriptionKey = "lectern.integrations.add.service-account")
    private String serviceAccount;

    @Option(names = "--owner", paramLabel = "Y", descriptionKey = "lectern.integrations.add.owner", defaultValue = "")
    private String owner;

    @Option(names = "--secret-ends", paramLabel = "DATE", descriptionKey = "lectern.integrations.secret-ends")
    private LocalDate secretEnds;

    @Option(names = "--for", paramLabel = "JOB", descriptionKey = "lectern.integrations.add.for", split = ",")
    private List<String> jobs = List.of();

    @Mixin
    private CredentialOptionsCommand credentials;

    private final Supplier<IntegrationServices> services;
    private final Output output;
    private final Map<String, String> environment;

    AddCommand(Supplier<IntegrationServices> services, Output output, Map<String, String> environment) {
        this.services = services;
        this.output = output;
        this.environment = environment;
    }

    static final class CloudConverter implements picocli.CommandLine.ITypeConverter<CloudName> {
        @Override
        public CloudName convert(String typed) {
            return CloudName.valueOf(typed.strip().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    static final class SignInConverter implements picocli.CommandLine.ITypeConverter<SignInName> {
        @Override
        public SignInName convert(String typed) {
            return SignInName.valueOf(typed.strip().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    @Override
    public Integer call() {
        tenant = given(tenant, "MICROSOFT_TENANT_ID").orElseThrow(() ->
                CredentialOptionsCommand.wrong("--tenant", "@cli.integrations.tenant-needed"));
        clientId = given(clientId, "MICROSOFT_CLIENT_ID").orElseThrow(() ->
                CredentialOptionsCommand.wrong("--client-id", "@cli.integrations.client-id-needed"));
        serviceAccount = given(serviceAccount, "TEAMS_ORGANIZER_EMAIL").orElse("");
        var setups = services.get().setups();
        var draft = setups.save(entered(setups.begin()));
        try {
            var found = setups.findTenant(draft);
            keepCredential(found);
            signIn(found);
            show(setups.finish(found));
            return 0;
        } catch (RuntimeException failed) {
            setups.discard(draft);
            throw failed;
        }
    }

    private Optional<String> given(String option, String variable) {
        return Optional.ofNullable(option == null ? environment.get(variable) : option);
    }

    private SetupDraft entered(SetupDraft draft) {
        var pem = authority == null ? "" : new String(CredentialOptionsCommand.read("--ca-file", authority), StandardCharsets.US_ASCII);
        var kind = CloudKind.valueOf(cloud.name());
        boolean custom = kind == CloudKind.CUSTOM;
        return draft
                .with(new SetupDraft.Tenant(kind, custom ? loginEndpoint : "", custom ? graphEndpoint : "", pem, tenant.strip(), ""))
                .with(new SetupDraft.App(clientId.strip(), method(), ends(), JobNames.jobs(jobs)))
                .with(new SetupDraft.Account(serviceAccount.strip(), false))
                .with(new SetupDraft.Ownership(name == null ? tenant.strip() : name.strip(), owner.strip(), WorkspaceRole.ADMIN))
                .at(SetupStep.TENANT);
    }

    private Optional<Instant> ends() {
        return Optional.ofNullable(secretEnds).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private SignInMethod method() {
        if (signIn != null) {
            return SignInMethod.valueOf(signIn.name());
        }
        return credentials.hasCertificate() ? SignInMethod.CERTIFICATE : SignInMethod.SECRET;
    }

    /// The fields are looked at before the person is asked to type a secret.
    private void keepCredential(SetupDraft draft) {
        var setups = services.get().setups();
        setups.check(draft, SetupStep.FINISH).stream()
                .filter(fault -> switch (fault.field()) {
                    case SECRET, CERTIFICATE -> false;
                    default -> true;
                })
                .findFirst()
                .ifPresent(fault -> {
                    throw fault.problem().raise();
                });
        switch (draft.app().method()) {
            case SECRET -> {
                try (var secret = credentials.secret(environment, output)) {
                    setups.keepSecret(draft, secret);
                }
            }
            case CERTIFICATE -> keepCertificate(draft);
            case DEVICE_CODE, BROWSER -> { }
        }
    }

    private void keepCertificate(SetupDraft draft) {
        if (!credentials.hasCertificate()) {
            throw CredentialOptionsCommand.wrong("--certificate", "@integration.certificate-empty");
        }
        var content = credentials.certificateContent();
        var setups = services.get().setups();
        try (var password = credentials.password(environment)) {
            setups.keepCertificate(draft, content, password, credentials.certificateName());
        } catch (ProblemException unusable) {
            if (unusable.problem().code() != Problem.Code.CERTIFICATE_PASSWORD_WRONG) {
                throw unusable;
            }
            try (Secret typed = credentials.typedPassword(output).orElseThrow(() -> unusable)) {
                setups.keepCertificate(draft, content, typed, credentials.certificateName());
            }
        }
    }

    /// MSAL's token cache is filled by a person's sign-in, which the draft then carries.
    private void signIn(SetupDraft draft) {
        var setups = services.get().setups();
        switch (draft.app().method()) {
            case SECRET, CERTIFICATE -> setups.signIn(draft);
            case DEVICE_CODE -> setups.signInByDeviceCode(draft, this::tell);
            case BROWSER -> setups.signInByBrowser(draft, page -> output.note("cli.integrations.open-page", page.toString()));
        }
    }

    private void tell(DeviceCodePrompt prompt) {
        output.note("cli.integrations.device-code", prompt.page().toString(), prompt.code());
    }

    private void show(Integration made) {
        if (output.wantsJson()) {
            output.json(new IntegrationRows(output).json(made, services.get()));
        } else {
            output.say("cli.integrations.added", made.name(), made.key());
        }
    }
}
