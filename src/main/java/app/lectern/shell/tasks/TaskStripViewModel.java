package app.lectern.shell.tasks;

import app.lectern.jobs.JobInfo;
import app.lectern.jobs.JobState;
import app.lectern.jobs.JobStatus;
import app.lectern.jobs.Jobs;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The shown jobs as lines and as a summary for the strip, and what can be done with them.
public final class TaskStripViewModel {
    private final Jobs jobs;
    private final Words words;
    private final TaskText text;
    private final ObservableList<TaskLine> lines = FXCollections.observableArrayList();
    private final ObservableList<TaskSummary> summaries = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper somethingEnded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canPause = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();

    public TaskStripViewModel(Jobs jobs, Words words) {
        this.jobs = jobs;
        this.words = words;
        this.text = new TaskText(words);
        counts.set(words.text("tasks.none"));
        jobs.watch(this::show);
    }

    public ObservableList<TaskLine> lines() {
        return lines;
    }

    /// Running work, one entry per kind, for the strip itself.
    public ObservableList<TaskSummary> summaries() {
        return summaries;
    }

    /// "3 running, 1 paused, 1 failed", or that there are none.
    public ReadOnlyStringProperty counts() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty somethingEnded() {
        return somethingEnded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canPause() {
        return canPause.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canResume() {
        return canResume.getReadOnlyProperty();
    }

    /// Whether something waits because Microsoft asked for it: its time left is to be said anew each second.
    public ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    public void tick() {
        show(jobs.list());
    }

    private void show(List<JobStatus> list) {
        waiting.set(list.stream().anyMatch(job -> job.pauseLeft().isPresent()));
        lines.setAll(list.stream().map(text::line).toList());
        summaries.setAll(summarise(list));
        counts.set(count(list));
        somethingEnded.set(list.stream().anyMatch(job -> job.state().isFinal()));
        canPause.set(list.stream().anyMatch(job -> job.state() == JobState.RUNNING && job.info().pausable()));
        canResume.set(list.stream().anyMatch(job -> job.state() == JobState.PAUSED));
    }

    private List<TaskSummary> summarise(List<JobStatus> list) {
        var byKind = new EnumMap<JobInfo.Kind, List<JobStatus>>(JobInfo.Kind.class);
        list.stream()
                .filter(job -> job.state() == JobState.RUNNING)
                .forEach(job -> byKind.computeIfAbsent(job.info().kind(), kind -> new ArrayList<>()).add(job));
        return byKind.values().stream().map(text::summary).toList();
    }

    private String count(List<JobStatus> list) {
        var parts = new ArrayList<String>();
        for (var state : JobState.values()) {
            long number = list.stream().filter(job -> job.state() == state).count();
            if (number > 0) {
                parts.add(words.text("tasks.count." + state.name().toLowerCase(java.util.Locale.ROOT), number));
            }
        }
        return parts.isEmpty() ? words.text("tasks.none") : String.join(", ", parts);
    }

    /// The button before the cross of a line.
    public void step(TaskLine line) {
        switch (line.step()) {
            case PAUSE -> jobs.pause(line.id());
            case RESUME -> jobs.resume(line.id());
            case RETRY -> jobs.restart(line.id());
            case NONE -> {}
        }
    }

    /// The cross: cancels what runs, takes away what has ended.
    public void close(TaskLine line) {
        if (line.ended()) {
            jobs.dismiss(line.id());
        } else {
            jobs.cancel(line.id());
        }
    }

    public void pauseAll() {
        jobs.pauseAll();
    }

    public void resumeAll() {
        jobs.resumeAll();
    }

    public void clearFinished() {
        jobs.dismissFinished();
    }
}
