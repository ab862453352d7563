package app.lectern.accounts;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// What is lost with an account that goes, and the two ways to hand it over.
public final class LeaverViewModel {
    private final LeaverCheck leavers;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final Words words;
    private final ReadOnlyObjectWrapper<Loading<LeaverReport>> report = new ReadOnlyObjectWrapper<>(Loading.idle());
    private Job job = Job.NONE;

    public LeaverViewModel(
            LeaverCheck leavers, Function<String, Integration> integrations, ObservableValue<Choice> choice, TaskRunner tasks, Words words) {
        this.leavers = leavers;
        this.integrations = integrations;
        this.choice = choice;
        this.tasks = tasks;
        this.words = words;
    }

    public void examine(String address) {
        var id = choice.getValue().id();
        job.cancel();
        report.set(Loading.busy());
        job = tasks.start(JobInfo.shown(words.text("leaver.job", address), JobInfo.Kind.CHECK),
                progress -> leavers.examine(integrations.apply(id), address, progress),
                found -> report.set(Loading.ready(found)),
                refused -> report.set(Loading.failed(refused)));
    }

    /// Copies the recordings; goes on in the task strip when the sheet is closed.
    public void copy(Path folder, Consumer<String> told, Consumer<Problem> failed) {
        var lost = report.get().data().orElseThrow();
        var id = choice.getValue().id();
        tasks.start(JobInfo.shown(words.text("leaver.copy.job", lost.account().displayName()), JobInfo.Kind.DOWNLOAD),
                progress -> leavers.copyRecordings(integrations.apply(id), lost, folder, progress),
                steps -> told(steps, words.text("leaver.copied", made(steps), steps.size(), folder), told, failed),
                failed);
    }

    /// Recreates the meetings. People outside Lectern notice, so whoever calls has asked before. What was recreated is left alone when the
    /// rest is tried again.
    public void move(String organiser, Consumer<String> told, Runnable done, Consumer<Problem> refused) {
        var lost = report.get().data().orElseThrow();
        var id = choice.getValue().id();
        tasks.start(JobInfo.shown(words.text("leaver.move.job", lost.account().displayName()), JobInfo.Kind.MEETING),
                progress -> leavers.moveMeetings(integrations.apply(id), lost, organiser, progress),
                steps -> {
                    if (made(steps) > 0) {
                        told.accept(words.text("leaver.moved", made(steps), steps.size(), organiser));
                    }
                    steps.stream().flatMap(step -> step.problem().stream()).findFirst().ifPresentOrElse(refused, done);
                }, refused);
    }

    private static long made(List<LeaverReport.Step> steps) {
        return steps.stream().filter(step -> step.made().isPresent()).count();
    }

    /// A step that failed is told as the problem it met, once for all steps that met the same.
    private static void told(List<LeaverReport.Step> steps, String summary, Consumer<String> told, Consumer<Problem> failed) {
        told.accept(summary);
        steps.stream().flatMap(step -> step.problem().stream()).distinct().forEach(failed);
    }

    public void close() {
        job.cancel();
        report.set(Loading.idle());
    }

    public ReadOnlyObjectProperty<Loading<LeaverReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }
}
