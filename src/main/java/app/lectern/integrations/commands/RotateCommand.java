package app.lectern.integrations.commands;

import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Output;
import app.lectern.integrations.CredentialRotation;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.upkeep.UpkeepKind;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern integrations rotate`: a new secret or certificate in the place of the old one.
@Command(name = "rotate")
final class RotateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "lectern.integrations.id")
    private String id;

    @Option(names = "--secret-ends", paramLabel = "DATE", descriptionKey = "lectern.integrations.secret-ends")
    private LocalDate secretEnds;

    @Mixin
    private CredentialOptionsCommand credentials;

    private final Supplier<IntegrationServices> services;
    private final GlobalOptions options;
    private final Output output;
    private final Map<String, String> environment;

    RotateCommand(Supplier<IntegrationServices> services, GlobalOptions options, Output output, Map<String, String> environment) {
        this.services = services;
        this.options = options;
        this.output = output;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var of = IntegrationsCommand.named(services.get(), options, id);
        boolean certificate = credentials.hasCertificate() || !credentials.hasSecret() && of.signInMethod() == SignInMethod.CERTIFICATE;
        var outcome = certificate ? certificate(of) : secret(of);
        outcome.refusal().ifPresent(refused -> {
            throw refused.raise();
        });
        services.get().upkeep().done(outcome.integration(), UpkeepKind.CREDENTIAL);
        if (output.wantsJson()) {
            output.json(new IntegrationRows(output).json(outcome.integration(), services.get()));
        } else {
            output.say("cli.integrations.rotated", of.name());
        }
        return 0;
    }

    private CredentialRotation.Outcome secret(Integration of) {
        try (var secret = credentials.secret(environment, output)) {
            return services.get().rotation().rotate(of, secret,
                    Optional.ofNullable(secretEnds).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
    }

    private CredentialRotation.Outcome certificate(Integration of) {
        if (!credentials.hasCertificate()) {
            throw CredentialOptionsCommand.wrong("--certificate", "@integration.certificate-empty");
        }
        var content = credentials.certificateContent();
        try (var password = credentials.password(environment)) {
            return services.get().rotation().rotate(of, content, password, credentials.certificateName());
        } catch (ProblemException unusable) {
            if (unusable.problem().code() != Problem.Code.CERTIFICATE_PASSWORD_WRONG) {
                throw unusable;
            }
            try (var typed = credentials.typedPassword(output).orElseThrow(() -> unusable)) {
                return services.get().rotation().rotate(of, content, typed, credentials.certificateName());
            }
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }
}
