package app.lectern.integrations.permissions;

import app.lectern.words.Words;
import java.util.stream.Collectors;

/// How the jobs of an integration are said.
public final class JobsText {
    private JobsText() {}

    /// Where the jobs themselves stand beside it.
    public static String brief(AppJobs jobs, Words words) {
        return jobs.isAll() ? words.text("job-choice.all") : jobs.equals(AppJobs.READ_ONLY) ? words.text("job-choice.read-only")
                : words.text("jobs.some", jobs.chosen().size(), Capability.values().length);
    }

    public static String of(AppJobs jobs, Words words) {
        return jobs.isAll() ? words.text("job-choice.all") : jobs.asked().stream().map(words::of).collect(Collectors.joining(", "));
    }
}
