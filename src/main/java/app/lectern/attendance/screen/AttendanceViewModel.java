package app.lectern.attendance.screen;

import app.lectern.attendance.Acceptance;
import app.lectern.attendance.Attendance;
import app.lectern.attendance.MeetingAttendance;
import app.lectern.attendance.MeetingLine;
import app.lectern.attendance.Participant;
import app.lectern.attendance.PersonKind;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Later;
import app.lectern.shell.Loading;
import app.lectern.sync.SyncScope;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What the Attendance screen shows: the meetings, page by page, the chosen one whole, and which of its participants. Follows the
/// integration that is chosen in the top bar; what people do with attendance is [AttendanceDeedsViewModel]'s.
public final class AttendanceViewModel {
    private static final Duration TYPING = Duration.ofMillis(300);

    /// Which participants are shown.
    public enum Shown { ALL, LATE, LEFT_EARLY, TOO_SHORT, GUESTS, BY_HAND }

    private record Read(List<MeetingLine> lines, List<MeetingLine> atRisk, Acceptance acceptance) {}

    private final AttendanceDesk desk;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final Later typing;
    private final Words words;

    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<MeetingLine> meetings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Loading<List<MeetingLine>>> list = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ObjectProperty<MeetingLine> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Loading<MeetingAttendance>> meeting = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ObservableList<Participant> participants = FXCollections.observableArrayList();
    private final FilteredList<Participant> shown = new FilteredList<>(participants);
    private final ObjectProperty<Shown> filter = new SimpleObjectProperty<>(Shown.ALL);
    private final StringProperty person = new SimpleStringProperty("");
    private final ObservableList<MeetingLine> atRisk = FXCollections.observableArrayList();
    private final BooleanProperty syncing = new SimpleBooleanProperty();
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Acceptance>> acceptance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean acceptanceClosed;
    private boolean more;
    private boolean readingMore;
    private Job reading = Job.NONE;
    private Job opening = Job.NONE;

    public AttendanceViewModel(AttendanceDesk desk, Function<String, Integration> integrations, ObservableValue<Choice> choice, TaskRunner tasks,
            Later typing, Words words) {
        this.desk = desk;
        this.integrations = integrations;
        this.choice = choice;
        this.tasks = tasks;
        this.typing = typing;
        this.words = words;
        text.subscribe((before, now) -> typing.run(TYPING, this::load));
        filter.subscribe(now -> narrow());
        person.subscribe(now -> narrow());
        selected.subscribe((before, now) -> {
            if (before == null || now == null || before.meeting() != now.meeting()) {
                open();
            }
        });
        choice.subscribe(now -> changeIntegration());
    }

    private void changeIntegration() {
        selected.set(null);
        meetings.clear();
        list.set(Loading.idle());
        acceptanceClosed = false;
        acceptance.set(Optional.empty());
        load();
    }

    /// Reads the first page anew; the selection stays on its meeting where that is still there.
    public void load() {
        reading.cancel();
        readingMore = false;
        if (choice.getValue() == null) {
            return;
        }
        var id = choice.getValue().id();
        var wanted = text.get();
        list.set(list.get().busyAgain());
        reading = tasks.start(progress -> {
            var in = integrations.apply(id);
            return new Read(desk.attendance().page(in, wanted, Optional.empty()), desk.attendance().atRisk(in), desk.acceptance().of(in));
        }, this::show, refused -> list.set(list.get().failedWith(refused)));
    }

    private void show(Read read) {
        var keep = selected.get();
        more = read.lines().size() == Attendance.PAGE;
        meetings.setAll(read.lines());
        atRisk.setAll(read.atRisk());
        acceptance.set(Optional.of(read.acceptance()).filter(found -> found.isUnderWay() && !acceptanceClosed));
        list.set(Loading.ready(read.lines()));
        var again = keep == null ? Optional.<MeetingLine>empty() : meetings.stream().filter(line -> line.meeting() == keep.meeting()).findFirst();
        var next = again.or(() -> meetings.stream().findFirst()).orElse(null);
        if (again.isPresent() && !again.get().equals(keep)) {
            selected.set(next);
            open();
        } else {
            selected.set(next);
        }
    }

    /// What the first meetings have shown, while not everything has been seen.
    ReadOnlyObjectProperty<Optional<Acceptance>> acceptance() {
        return acceptance.getReadOnlyProperty();
    }

    void closeAcceptance() {
        acceptanceClosed = true;
        acceptance.set(Optional.empty());
    }

    /// Reads the page after the last one; for the moment in which its end comes into view.
    public void more() {
        if (!more || readingMore || list.get().isBusy() || meetings.isEmpty()) {
            return;
        }
        readingMore = true;
        var id = choice.getValue().id();
        var wanted = text.get();
        var last = meetings.getLast();
        reading = tasks.start(progress -> desk.attendance().page(integrations.apply(id), wanted, Optional.of(last)), page -> {
            readingMore = false;
            more = page.size() == Attendance.PAGE;
            meetings.addAll(page);
        }, refused -> {
            readingMore = false;
            list.set(list.get().failedWith(refused));
        });
    }

    /// Reads the chosen meeting.
    public void open() {
        opening.cancel();
        var line = selected.get();
        if (line == null || choice.getValue() == null) {
            meeting.set(Loading.idle());
            participants.clear();
            return;
        }
        var id = choice.getValue().id();
        boolean another = meeting.get().data().filter(before -> before.line().meeting() == line.meeting()).isEmpty();
        meeting.set(another ? Loading.busy() : meeting.get().busyAgain());
        opening = tasks.start(progress -> desk.attendance().of(integrations.apply(id), line.meeting()), this::opened,
                refused -> meeting.set(meeting.get().failedWith(refused)));
    }

    private void opened(MeetingAttendance read) {
        participants.setAll(read.roll().participants().stream()
                .sorted(Comparator.comparing(Participant::role).thenComparing(each -> each.who().nameKey())).toList());
        meeting.set(Loading.ready(read));
        replace(read.line());
    }

    private void replace(MeetingLine line) {
        if (selected.get() != null && selected.get().meeting() == line.meeting()) {
            selected.set(line);
        }
        for (int at = 0; at < meetings.size(); at++) {
            if (meetings.get(at).meeting() == line.meeting() && !meetings.get(at).equals(line)) {
                meetings.set(at, line);
            }
        }
    }

    /// What somebody did has changed the meeting.
    void changed(MeetingLine line) {
        replace(line);
        if (selected.get() != null && selected.get().meeting() == line.meeting()) {
            open();
        }
    }

    private void narrow() {
        var wanted = new ArrayList<>(List.of(person.get().strip().toLowerCase(Locale.ROOT).split("\\s+")));
        shown.setPredicate(each -> is(filter.get(), each)
                && wanted.stream().allMatch(word -> each.who().nameKey().contains(word) || each.who().email().contains(word)));
    }

    private static boolean is(Shown wanted, Participant each) {
        return switch (wanted) {
            case ALL -> true;
            case LATE -> each.late();
            case LEFT_EARLY -> each.leftEarly();
            case TOO_SHORT -> !each.attended();
            case GUESTS -> each.kind() != PersonKind.MEMBER || !each.invited();
            case BY_HAND -> each.isManual();
        };
    }

    public long count(Shown of) {
        return participants.stream().filter(each -> is(of, each)).count();
    }

    public void clearFilter() {
        person.set("");
        filter.set(Shown.ALL);
    }

    /// Reads from Microsoft what there is of the chosen meeting by now, or of all meetings.
    public void sync(boolean all) {
        if (choice.getValue() == null || busy().get()) {
            return;
        }
        var id = choice.getValue().id();
        var one = selected.get();
        var scope = all || one == null ? new SyncScope.Everything() : new SyncScope.Meetings(List.of(one.meeting()));
        asking.set(true);
        tasks.start(JobInfo.shown(words.text("attendance.job.sync"), JobInfo.Kind.SYNC), progress -> {
            return desk.reading().read(integrations.apply(id), scope, false, progress);
        }, done -> {
            asking.set(false);
            done.failures().stream().findFirst().ifPresent(failure -> failed(failure.problem()));
            load();
            open();
        }, refused -> {
            asking.set(false);
            failed(refused);
        });
    }

    void failed(Problem refused) {
        problem.set(Optional.of(refused));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    Choice chosen() {
        return choice.getValue();
    }

    Integration integration(String id) {
        return integrations.apply(id);
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObservableList<MeetingLine> meetings() {
        return meetings;
    }

    public ReadOnlyObjectProperty<Loading<List<MeetingLine>>> listProperty() {
        return list.getReadOnlyProperty();
    }

    public ObjectProperty<MeetingLine> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<Loading<MeetingAttendance>> meetingProperty() {
        return meeting.getReadOnlyProperty();
    }

    public ObservableList<Participant> participants() {
        return participants;
    }

    public FilteredList<Participant> shown() {
        return shown;
    }

    public ObjectProperty<Shown> filterProperty() {
        return filter;
    }

    public StringProperty personProperty() {
        return person;
    }

    public ObservableList<MeetingLine> atRisk() {
        return atRisk;
    }

    /// Whether a sync of the chosen integration is at work.
    public BooleanProperty syncing() {
        return syncing;
    }

    /// Whether Microsoft is being asked already, from here or by a sync of everything.
    public BooleanBinding busy() {
        return asking.or(syncing);
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
