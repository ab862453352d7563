package app.lectern.deliverables;

import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import java.util.stream.Collectors;

/// How keeping due dates in calendars stands, in words, for window and command line.
final class StandingText {
    private StandingText() {}

    /// What it means, in a sentence or two.
    static String of(Words words, CalendarStanding now) {
        return switch (now.readiness()) {
            case OFF -> words.text("deliverables.standing.off");
            case READY -> words.text("deliverables.standing.ready");
            case INCOMPLETE -> words.text("deliverables.standing.incomplete", now.lacks().stream().sorted().map(words::of).collect(Collectors.joining("; ")));
            case FAILING -> words.text("deliverables.standing.failing", now.since().map(words::when).orElse(""),
                    now.problem().map(new ProblemText(words)::what).orElse(""));
        };
    }
}
