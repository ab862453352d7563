package app.lectern.integrations.commands;

import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The jobs of an app as one types them: each by its name, or `read-only`.
final class JobNames {
    private static final String READ_ONLY = "read-only";

    private JobNames() {}

    /// Without a name, what Lectern usually does.
    static AppJobs jobs(List<String> typed) {
        return typed.isEmpty() ? AppJobs.USUAL : new AppJobs(typed.stream().flatMap(JobNames::named).collect(Collectors.toSet()));
    }

    private static Stream<Capability> named(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.equals(READ_ONLY)) {
            return AppJobs.READ_ONLY.chosen().stream();
        }
        var job = Arrays.stream(Capability.values()).filter(each -> IntegrationRows.id(each).equals(name)).findFirst();
        return Stream.of(job.orElseThrow(() -> CredentialOptionsCommand.wrong("--for", "@cli.integrations.job-unknown")));
    }
}
