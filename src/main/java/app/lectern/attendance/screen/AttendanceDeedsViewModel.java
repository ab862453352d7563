package app.lectern.attendance.screen;

import app.lectern.attendance.AddedAttendance.Entry;
import app.lectern.attendance.AddedAttendance.Preview;
import app.lectern.attendance.AttendanceRules;
import app.lectern.attendance.Comparison;
import app.lectern.attendance.Erasure;
import app.lectern.attendance.Invitee;
import app.lectern.attendance.MeetingAttendance;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.MeetingRole;
import app.lectern.attendance.NoShowDigest;
import app.lectern.attendance.PersonHistory;
import app.lectern.attendance.Report;
import app.lectern.attendance.Who;
import app.lectern.attendance.export.ExportColumn;
import app.lectern.attendance.export.ExportFormat;
import app.lectern.diagnosis.Diagnosis;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.SameCommand;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What people do with attendance on the screen: enter, import, take back, export, look a person up, compare, erase, find out why.
public final class AttendanceDeedsViewModel {
    private final AttendanceDesk desk;
    private final AttendanceViewModel screen;
    private final TaskRunner tasks;
    private final Words words;
    private Job looking = Job.NONE;

    public AttendanceDeedsViewModel(AttendanceDesk desk, AttendanceViewModel screen, TaskRunner tasks, Words words) {
        this.desk = desk;
        this.screen = screen;
        this.tasks = tasks;
        this.words = words;
    }

    private interface Act<T> {
        T on(Integration in) throws InterruptedException;
    }

    /// Work on the chosen integration, whose refusal goes to `refused`.
    private <T> Job act(Act<T> act, Consumer<? super T> done, Consumer<? super Problem> refused) {
        var id = screen.chosen().id();
        return tasks.start(progress -> act.on(screen.integration(id)), done, refused);
    }

    private Optional<MeetingLine> chosen() {
        return Optional.ofNullable(screen.selectedProperty().get());
    }

    public void enter(String name, String email, MeetingRole role, Instant joined, Instant left, String reason, Runnable done, Consumer<Problem> refused) {
        var by = desk.worker().get();
        chosen().ifPresent(line -> act(in -> desk.added().enter(in, line.meeting(), new Entry(name, email, role, joined, left, by, reason)), changed -> {
            screen.changed(changed);
            done.run();
        }, refused));
    }

    /// Somebody who was missed was there after all, for as long as it was planned.
    public void markPresent(Invitee missed, String reason) {
        chosen().ifPresent(line -> enter(missed.name(), missed.address(), MeetingRole.ATTENDEE, line.start(), line.end(), reason, () -> {}, screen::failed));
    }

    public void takeBack(Report report) {
        chosen().ifPresent(line -> act(in -> desk.added().takeBack(in, line.meeting(), report), screen::changed, screen::failed));
    }

    public void preview(Path file, Consumer<Preview> read) {
        var zone = words.zone();
        chosen().ifPresent(line -> act(in -> desk.added().preview(in, line.meeting(), file, zone), read, screen::failed));
    }

    public void accept(Preview preview, Consumer<MeetingLine> done) {
        var by = desk.worker().get();
        chosen().ifPresent(line -> act(in -> desk.added().accept(in, line.meeting(), preview, by), changed -> {
            screen.changed(changed);
            done.accept(changed);
        }, screen::failed));
    }

    /// The chosen meeting, or all that are listed.
    public void export(boolean all, Set<ExportColumn> columns, ExportFormat format, Path file, Consumer<Path> saved) {
        var wanted = all ? List.copyOf(screen.meetings()) : chosen().map(List::of).orElse(List.of());
        boolean simulated = screen.chosen().simulated();
        var id = screen.chosen().id();
        tasks.start(JobInfo.shown(words.text("attendance.job.export"), JobInfo.Kind.OTHER), progress -> {
            var in = screen.integration(id);
            var whole = new ArrayList<MeetingAttendance>();
            for (var line : wanted) {
                progress.checkpoint();
                whole.add(desk.attendance().of(in, line.meeting()));
                progress.count(whole.size(), wanted.size());
            }
            return desk.export().write(whole, columns, format, simulated, file);
        }, saved, screen::failed);
    }

    /// The newest text wins.
    public void find(String text, Consumer<List<Who>> found) {
        looking.cancel();
        looking = act(in -> desk.attendance().find(in, text), found, screen::failed);
    }

    public void history(Who who, Consumer<PersonHistory> read) {
        looking.cancel();
        looking = act(in -> desk.attendance().history(in, who), read, screen::failed);
    }

    public void series(Consumer<List<MeetingLine>> read) {
        chosen().ifPresent(line -> act(in -> desk.attendance().series(in, line.series()), read, screen::failed));
    }

    public List<Comparison> compare(MeetingAttendance of) {
        return desk.attendance().compare(of);
    }

    /// Reads the call record too, so that it can be compared.
    public void readCallRecords(Runnable done) {
        var id = screen.chosen().id();
        chosen().ifPresent(line -> tasks.start(JobInfo.shown(words.text("attendance.job.calls"), JobInfo.Kind.SYNC),
                progress -> desk.calls().read(screen.integration(id), line.meeting(), progress), changed -> {
                    screen.changed(changed);
                    done.run();
                }, screen::failed));
    }

    public void erase(Who who, String reason, Consumer<Erasure> done) {
        var by = desk.worker().get();
        act(in -> desk.erasure().erase(in, who, by, reason), erasure -> {
            screen.load();
            screen.open();
            done.accept(erasure);
        }, screen::failed);
    }

    /// What was erased so far, the newest first.
    public void erasures(Consumer<List<Erasure>> read) {
        act(in -> desk.erasure().done(in), read, screen::failed);
    }

    public void rules(Consumer<AttendanceRules> read) {
        act(in -> desk.attendance().rules(in), read, screen::failed);
    }

    public void keepRules(AttendanceRules changed) {
        act(in -> {
            desk.attendance().keepRules(in, changed);
            return changed;
        }, kept -> screen.open(), screen::failed);
    }

    /// Looks closer than the sync did at why there is nothing.
    public void diagnose(Consumer<Diagnosis> done) {
        var id = screen.chosen().id();
        chosen().ifPresent(line -> tasks.start(JobInfo.shown(words.text("attendance.job.diagnose"), JobInfo.Kind.CHECK),
                progress -> desk.diagnosing().diagnose(screen.integration(id), line, progress), done, screen::failed));
    }

    public NoShowDigest.Draft draft(MeetingAttendance of) {
        return new NoShowDigest(words).draft(of);
    }

    public String digest(MeetingAttendance of) {
        return new NoShowDigest(words).digest(of);
    }

    public SameCommand sameCommand() {
        var arguments = new ArrayList<>(List.of("attendance"));
        chosen().ifPresentOrElse(line -> arguments.addAll(List.of("show", Long.toString(line.meeting()))), () -> arguments.add("list"));
        if (screen.chosen() != null) {
            arguments.addAll(List.of("--integration", screen.chosen().id()));
        }
        return new SameCommand(arguments);
    }
}
