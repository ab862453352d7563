package app.lectern.integrations.commands;

import app.lectern.cli.Output;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.vault.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options with which `add` and `rotate` take secrets: from a variable, from a file, or typed unseen. None takes one as
/// an argument, where every process of the computer could read it.
final class CredentialOptionsCommand {
    private static final String USUAL_VARIABLE = "MICROSOFT_CLIENT_SECRET";

    @Option(names = "--client-secret-env", paramLabel = "NAME", descriptionKey = "lectern.integrations.client-secret-env")
    private String secretVariable;

    @Option(names = "--client-secret-file", paramLabel = "FILE", descriptionKey = "lectern.integrations.client-secret-file")
    private Path secretFile;

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "lectern.integrations.certificate")
    private Path certificate;

    @Option(names = "--certificate-password-env", paramLabel = "NAME", descriptionKey = "lectern.integrations.certificate-password-env")
    private String passwordVariable;

    @Option(names = "--certificate-password-file", paramLabel = "FILE", descriptionKey = "lectern.integrations.certificate-password-file")
    private Path passwordFile;

    boolean hasSecret() {
        return secretVariable != null || secretFile != null;
    }

    boolean hasCertificate() {
        return certificate != null;
    }

    /// The client secret; asked for when no option names a place.
    Secret secret(Map<String, String> environment, Output output) {
        return from(environment, secretVariable, "--client-secret-env", secretFile, "--client-secret-file")
                .or(() -> Optional.ofNullable(environment.get(USUAL_VARIABLE)).filter(value -> !value.isBlank()).map(Secret::of))
                .or(() -> typed(output, "cli.integrations.secret.prompt"))
                .orElseThrow(() -> wrong("--client-secret-env", "@cli.integrations.secret-needed"));
    }

    /// The certificate's password; empty where none is given, since PEM files often have none.
    Secret password(Map<String, String> environment) {
        return from(environment, passwordVariable, "--certificate-password-env", passwordFile, "--certificate-password-file")
                .orElseGet(() -> Secret.of(""));
    }

    Optional<Secret> typedPassword(Output output) {
        return passwordVariable == null && passwordFile == null ? typed(output, "cli.integrations.password.prompt") : Optional.empty();
    }

    byte[] certificateContent() {
        return read("--certificate", certificate);
    }

    String certificateName() {
        return certificate.getFileName().toString();
    }

    private static Optional<Secret> from(Map<String, String> environment, String variable, String variableOption, Path file, String fileOption) {
        if (variable != null) {
            var value = environment.get(variable);
            if (value == null || value.isEmpty()) {
                throw wrong(variableOption, "@cli.integrations.variable-empty");
            }
            return Optional.of(Secret.of(value.strip()));
        }
        if (file == null) {
            return Optional.empty();
        }
        var content = read(fileOption, file);
        try {
            // an editor ends the file with a line break
            return Optional.of(Secret.of(new String(content, StandardCharsets.UTF_8).strip()));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static Optional<Secret> typed(Output output, String question) {
        return output.askHidden(question).filter(secret -> !secret.isEmpty());
    }

    static byte[] read(String option, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Problem.of(Code.INPUT_WRONG).with("field", option).with("reason", "@cli.integrations.file-unreadable").raise(unreadable);
        }
    }

    static app.lectern.problems.ProblemException wrong(String option, String reason) {
        return Problem.of(Code.INPUT_WRONG).with("field", option).with("reason", reason).raise();
    }
}
