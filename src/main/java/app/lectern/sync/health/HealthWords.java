package app.lectern.sync.health;

import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import java.util.Map;
import java.util.stream.Collectors;

/// Says health in words, the same in the window and on the command line.
public final class HealthWords {
    private final Words words;
    private final ProblemText problems;

    public HealthWords(Words words) {
        this.words = words;
        this.problems = new ProblemText(words);
    }

    /// How the syncs of an integration stand, as a sentence.
    public String standing(IntegrationHealth of) {
        return switch (of.state()) {
            case SYNCED, WAITING -> words.text("sync-health.integration.synced", of.since().map(words::when).orElse(""));
            case STALE -> words.text("sync-health.integration.stale", of.since().map(words::when).orElse(""));
            case MISSING -> words.text("sync-health.integration.never");
            case FAILING -> words.text("sync-health.integration.failing", of.since().map(words::when).orElse(""),
                    of.problem().map(problems::what).orElse(""));
        };
    }

    /// In the middle of a sentence.
    private String state(HealthState of) {
        return words.of(of).toLowerCase(words.locale());
    }

    /// Why a facet stands as it does; nothing where its state says it all.
    public String why(FacetHealth of) {
        return of.problem().map(problems::what).orElseGet(() -> of.reason().isEmpty() ? "" : words.named(of.reason(), of.facts()));
    }

    /// Why a facet does not stand better, with what to do where somebody has to.
    public String whyAndNext(FacetHealth of) {
        return of.problem().map(problem -> problems.what(problem) + " " + problems.next(problem)).orElseGet(() -> why(of));
    }

    /// Each facet with its state: `Attendance synced, Recordings missing`.
    public String facets(MeetingHealth of) {
        return of.facets().isEmpty() ? words.text("sync-health.never-looked")
                : of.facets().entrySet().stream().map(each -> words.text("sync-health.facet", words.of(each.getKey()),
                        state(each.getValue().state()))).collect(Collectors.joining(", "));
    }

    /// What the worst facet lacks and since when.
    public String trouble(MeetingHealth of) {
        return of.worst().map(worst -> {
            var why = why(worst.getValue());
            var what = words.text("sync-health.facet", words.of(worst.getKey()), state(worst.getValue().state()));
            return why.isEmpty() ? what : what + ": " + why;
        }).orElseGet(() -> words.text("sync-health.never-looked"));
    }

    /// `40 synced, 2 missing`.
    public String counts(Map<HealthState, Integer> by) {
        return by.entrySet().stream().map(each -> words.text("sync-health.count", words.count(each.getValue()), state(each.getKey())))
                .collect(Collectors.joining(", "));
    }

    public String why(OpenFailure of) {
        return problems.what(of.problem());
    }

    public String failure(OpenFailure of) {
        return words.text("sync-health.failure", words.of(of.facet()), of.subject(), words.when(of.since()), problems.what(of.problem()));
    }

    /// What is not read because nobody allowed it; empty where all is allowed.
    public String off(IntegrationHealth of) {
        return of.off().isEmpty() ? "" : words.text("sync-health.off", of.off().stream().sorted().map(words::of).collect(Collectors.joining(", ")));
    }
}
