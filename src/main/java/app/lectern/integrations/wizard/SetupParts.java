package app.lectern.integrations.wizard;

import app.lectern.jobs.TaskRunner;
import app.lectern.problems.ProblemText;
import app.lectern.words.Words;
import java.time.Clock;
import java.util.concurrent.Executor;

/// What every step of the wizard works with. `answers` runs things where the window lives.
public record SetupParts(SetupWork work, TaskRunner tasks, Executor answers, Clock clock, Words words, ProblemText problems) {
    public SetupParts(SetupWork work, TaskRunner tasks, Executor answers, Clock clock, Words words) {
        this(work, tasks, answers, clock, words, new ProblemText(words));
    }
}
