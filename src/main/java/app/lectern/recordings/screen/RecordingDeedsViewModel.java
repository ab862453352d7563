package app.lectern.recordings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.Progress;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.recordings.CleanUpPlan;
import app.lectern.recordings.CleanUpResult;
import app.lectern.recordings.CleanUpRule;
import app.lectern.recordings.DownloadRecord;
import app.lectern.recordings.LedgerFilter;
import app.lectern.recordings.LedgerSum;
import app.lectern.recordings.LocalCopies;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingSettings;
import app.lectern.recordings.TenantDeletion;
import app.lectern.recordings.WhyAnswer;
import app.lectern.shell.SameCommand;
import app.lectern.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What people do with recordings on the screen: keep, correct a match, read, verify, clean up, delete, report, find out why.
public final class RecordingDeedsViewModel {
    private final RecordingsDesk desk;
    private final RecordingsViewModel screen;
    private final TaskRunner tasks;
    private final Words words;
    private Job planning = Job.NONE;
    private Job summing = Job.NONE;

    public RecordingDeedsViewModel(RecordingsDesk desk, RecordingsViewModel screen, TaskRunner tasks, Words words) {
        this.desk = desk;
        this.screen = screen;
        this.tasks = tasks;
        this.words = words;
    }

    private interface Act<T> {
        T on(Integration in, Progress progress) throws Exception;
    }

    /// Work on the chosen integration, whose refusal shows above the list.
    private <T> Job act(JobInfo info, Act<T> act, Consumer<? super T> done) {
        return act(info, act, done, screen::failed);
    }

    private <T> Job act(JobInfo info, Act<T> act, Consumer<? super T> done, Consumer<Problem> refused) {
        return screen.integration().map(in -> tasks.start(info, progress -> act.on(in, progress), done, refused)).orElse(Job.NONE);
    }

    private <T> Job act(Act<T> act, Consumer<? super T> done) {
        return act(JobInfo.quiet(), act, done);
    }

    void keep(List<Recording> some, boolean keep) {
        act((in, progress) -> {
            desk.library().keep(in, some.stream().map(Recording::id).toList(), keep);
            return some.size();
        }, done -> screen.load());
    }

    /// A person says which meeting it belongs to; empty for none.
    void correct(Recording of, Optional<Long> meeting) {
        act((in, progress) -> desk.library().assign(in, of.id(), meeting), changed -> screen.load());
    }

    /// The transcript that belongs to a recording; `none` where there is none.
    void transcript(Recording of, Consumer<TranscriptViewModel> read, Runnable none) {
        act((in, progress) -> {
            var transcript = desk.words().transcriptOf(of);
            return transcript.isEmpty() ? Optional.<TranscriptViewModel>empty()
                    : Optional.of(new TranscriptViewModel(desk.words().read(in, transcript.get(), progress)));
        }, found -> found.ifPresentOrElse(read, none));
    }

    /// Hands on the local copy where the file is still there; otherwise the library learns that it is not.
    void whenThere(Recording of, Consumer<Path> there) {
        if (of.localPath().isEmpty()) {
            return;
        }
        var file = Path.of(of.localPath());
        act((in, progress) -> {
            boolean found = Files.isRegularFile(file);
            if (!found) {
                desk.copies().verify(List.of(of), progress);
            }
            return found;
        }, found -> {
            if (found) {
                there.accept(file);
            } else {
                screen.failed(Problem.of(Problem.Code.ITEM_GONE).with("item", file.toString()));
                screen.load();
            }
        });
    }

    /// Reads every byte of the copies of these, or of all where none is among them.
    void verify(List<Recording> some, Consumer<String> said) {
        act(JobInfo.shown(words.text("recordings.job.verify"), JobInfo.Kind.CHECK), (in, progress) -> {
            var copies = some.stream().filter(one -> !one.localPath().isEmpty()).toList();
            return desk.copies().verify(copies.isEmpty() ? desk.copies().all(in) : copies, progress);
        }, checked -> {
            long right = checked.stream().filter(LocalCopies.Checked::isRight).count();
            said.accept(words.text("recordings.verified", right, checked.size() - right));
            screen.load();
        });
    }

    /// The dry run; the newest wins.
    void plan(CleanUpRule rule, Consumer<CleanUpPlan> planned, Consumer<Problem> refused) {
        planning.cancel();
        planning = act(JobInfo.quiet(), (in, progress) -> desk.cleanUp().plan(in, rule), planned, refused);
    }

    void cleanUp(CleanUpPlan plan, Consumer<CleanUpResult> done) {
        act(JobInfo.shown(words.text("recordings.job.clean-up"), JobInfo.Kind.OTHER), (in, progress) -> desk.cleanUp().run(in, plan, progress), result -> {
            screen.load();
            done.accept(result);
        });
    }

    /// What must be typed before these are deleted in the tenant.
    String deletionWords(List<Recording> some) {
        return screen.integration().map(in -> desk.deletion().words(in, some)).orElse("");
    }

    /// `refused` gets why nothing was begun; what became of each is in the outcome.
    void delete(List<Recording> some, String typed, Consumer<TenantDeletion.Outcome> done, Consumer<Problem> refused) {
        act(JobInfo.shown(words.text("recordings.job.delete"), JobInfo.Kind.OTHER), (in, progress) -> desk.deletion().delete(in, some, typed, progress), outcome -> {
            screen.load();
            done.accept(outcome);
        }, refused);
    }

    void sums(LedgerFilter filter, LedgerSum.By by, Consumer<List<LedgerSum>> read, Consumer<Problem> refused) {
        summing.cancel();
        summing = act(JobInfo.quiet(), (in, progress) -> desk.ledger().sums(in, filter, by), read, refused);
    }

    void people(Consumer<List<String>> read) {
        act((in, progress) -> desk.ledger().people(in), read);
    }

    void exportReport(LedgerFilter filter, Path file, Consumer<Long> written) {
        act((in, progress) -> desk.ledger().export(in, filter, file), written);
    }

    void manifest(Path file, Consumer<Integer> written) {
        var narrowed = screen.filter().filter();
        act((in, progress) -> desk.manifest().export(in, narrowed.apply(desk.choices().of(in).warning(screen.clock().instant())), file), written);
    }

    void why(long meeting, Consumer<WhyAnswer> answered, Consumer<Problem> refused) {
        screen.integration().ifPresent(in -> tasks.start(JobInfo.shown(words.text("recordings.job.why"), JobInfo.Kind.CHECK), progress -> desk.why().ask(in,
                desk.meetings().find(meeting).orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(meeting)).raise()), progress),
                answered, refused));
    }

    void settings(Consumer<RecordingSettings> read) {
        act((in, progress) -> desk.choices().of(in), read);
    }

    /// `refused` gets what is wrong with a field.
    void keepSettings(RecordingSettings settings, Runnable kept, Consumer<Problem> refused) {
        screen.integration().ifPresent(in -> tasks.start(progress -> {
            desk.choices().keep(in, settings);
            return settings;
        }, done -> {
            screen.load();
            kept.run();
        }, refused));
    }

    /// Where the downloads of the integration go.
    void folder(Consumer<Path> read) {
        act((in, progress) -> desk.choices().folder(in), read);
    }

    /// One line of a recording's history.
    String historyWords(DownloadRecord one) {
        var when = words.when(one.endedAt().orElse(one.askedAt()));
        return switch (one.state()) {
            case DONE -> words.text("recordings.history.done", when, one.person(), words.size(one.bytes()), words.size(one.bytesPerSecond()),
                    words.text(one.verified() ? "recordings.history.verified" : "recordings.history.unverified"));
            default -> words.text("recordings.history.other", when, one.person(), words.of(one.state()));
        };
    }

    SameCommand sameCommand() {
        var typed = screen.filter().text.get().strip();
        return typed.isEmpty() ? SameCommand.of("recordings", "list") : SameCommand.of("recordings", "list", "--find", typed);
    }
}
