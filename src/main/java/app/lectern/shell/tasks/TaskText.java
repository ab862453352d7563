package app.lectern.shell.tasks;

import app.lectern.jobs.JobInfo;
import app.lectern.jobs.JobState;
import app.lectern.jobs.JobStatus;
import app.lectern.problems.ProblemText;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Puts a job's state into words for the task list and the strip.
final class TaskText {
    private final Words words;
    private final ProblemText problems;

    TaskText(Words words) {
        this.words = words;
        this.problems = new ProblemText(words);
    }

    TaskLine line(JobStatus job) {
        return new TaskLine(job.id(), icon(job), tone(job.state()), job.info().title(), detail(job), job.share(), note(job), step(job),
                job.state().isFinal());
    }

    private static String icon(JobStatus job) {
        return switch (job.state()) {
            case RUNNING -> icon(job.info().kind());
            case PAUSED -> "bi-pause-fill";
            case DONE -> Tone.SUCCESS.icon();
            case FAILED -> Tone.DANGER.icon();
            case CANCELLED -> "bi-slash-circle";
        };
    }

    private static String icon(JobInfo.Kind kind) {
        return switch (kind) {
            case SYNC -> "bi-arrow-repeat";
            case DOWNLOAD -> "bi-download";
            case MEETING -> "bi-calendar-plus";
            case CHECK -> "bi-person-check";
            case OTHER -> "bi-hourglass-split";
        };
    }

    private static Tone tone(JobState state) {
        return switch (state) {
            case RUNNING -> Tone.ACCENT;
            case PAUSED -> Tone.WARNING;
            case DONE -> Tone.SUCCESS;
            case FAILED -> Tone.DANGER;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }

    private static TaskLine.Step step(JobStatus job) {
        return switch (job.state()) {
            case RUNNING -> job.info().pausable() ? TaskLine.Step.PAUSE : TaskLine.Step.NONE;
            case PAUSED -> TaskLine.Step.RESUME;
            case FAILED, CANCELLED -> TaskLine.Step.RETRY;
            case DONE -> TaskLine.Step.NONE;
        };
    }

    private String detail(JobStatus job) {
        var problem = job.problem();
        return problem.isPresent() ? problems.what(problem.get()) + " " + problems.next(problem.get()) : job.detail();
    }

    private String note(JobStatus job) {
        return switch (job.state()) {
            case RUNNING -> running(job);
            case PAUSED -> job.share() < 0 ? words.of(job.state()) : words.text("tasks.resumes-at", words.percent(job.share()));
            default -> words.text("tasks.ended." + job.state().name().toLowerCase(Locale.ROOT),
                    job.endedAt().map(words::time).orElse(""));
        };
    }

    private String running(JobStatus job) {
        if (job.pauseLeft().isPresent()) {
            return waits(job.pauseLeft().get());
        }
        var parts = new ArrayList<String>();
        parts.add(amount(job));
        job.timeLeft().ifPresent(left -> parts.add(words.text("tasks.left", words.span(left))));
        parts.removeIf(String::isEmpty);
        return parts.isEmpty() ? words.of(job.state()) : String.join(" · ", parts);
    }

    /// A started second counts whole, so that nothing is said to be over before it is.
    private String waits(Duration left) {
        return words.text("tasks.waits", words.span(Duration.ofSeconds(left.plusMillis(999).toSeconds())));
    }

    private String amount(JobStatus job) {
        return switch (job.unit()) {
            case NONE -> "";
            case ITEMS -> job.total() > 0
                    ? words.text("tasks.of", words.count(job.done()), words.count(job.total()))
                    : words.count(job.done());
            case BYTES -> job.perSecond() > 0
                    ? words.text("tasks.speed", words.size((long) job.perSecond()))
                    : words.size(job.done());
        };
    }

    TaskSummary summary(List<JobStatus> jobs) {
        var first = jobs.getFirst();
        var icon = icon(first.info().kind());
        var pause = jobs.stream().flatMap(job -> job.pauseLeft().stream()).max(Comparator.naturalOrder());
        if (jobs.size() == 1) {
            return new TaskSummary(icon, first.info().title(), pause.map(this::waits).orElseGet(() -> progress(first)), first.share());
        }
        long done = jobs.stream().mapToLong(JobStatus::done).sum();
        long total = jobs.stream().mapToLong(JobStatus::total).sum();
        double speed = jobs.stream().filter(job -> job.unit() == JobStatus.Unit.BYTES).mapToDouble(JobStatus::perSecond).sum();
        double share = total > 0 ? (double) done / total : -1;
        var kind = first.info().kind().name().toLowerCase(Locale.ROOT);
        return new TaskSummary(icon, words.text("tasks.kind." + kind, jobs.size()), pause.map(this::waits).orElseGet(() -> progress(share, speed)), share);
    }

    private String progress(JobStatus job) {
        return job.unit() == JobStatus.Unit.BYTES ? progress(job.share(), job.perSecond()) : amount(job);
    }

    private String progress(double share, double speed) {
        var parts = new ArrayList<String>();
        if (share >= 0) {
            parts.add(words.percent(share));
        }
        if (speed > 0) {
            parts.add(words.text("tasks.speed", words.size((long) speed)));
        }
        return String.join(" · ", parts);
    }
}
