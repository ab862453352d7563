package app.lectern.integrations.commands;

import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The jobs of an app as one types and reads them: each by its name, or `read-only`, or `all`.
final class JobNames {
    private static final String READ_ONLY = "read-only";
    private static final String ALL = "all";

    private JobNames() {}

    /// Without a name, all.
    static AppJobs jobs(List<String> typed) {
        boolean all = typed.stream().anyMatch(each -> each.strip().equalsIgnoreCase(ALL));
        return typed.isEmpty() || all ? AppJobs.ALL : new AppJobs(typed.stream().flatMap(JobNames::named).collect(Collectors.toSet()));
    }

    /// As they are typed.
    static List<String> names(AppJobs jobs) {
        return jobs.isAll() ? List.of(ALL) : jobs.asked().stream().map(IntegrationRows::id).toList();
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
