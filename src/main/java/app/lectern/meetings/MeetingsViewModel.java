package app.lectern.meetings;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The Meetings screen without its controls: the meetings of a span, filtered by what is typed, and everything about the chosen one.
public final class MeetingsViewModel {
    /// A meeting and how many are invited.
    record Row(Meeting meeting, int invited) {}

    /// Everything about one meeting.
    record Details(Row row, List<Attendee> attendees) {}

    /// What the last check knows about the integration's permissions, and how it is checked again, after which [#load] is called.
    public record Permissions(Function<Integration, Optional<PermissionReport>> known, Consumer<Integration> again) {}

    private record Read(Optional<Integration> of, List<Row> rows, Optional<PermissionReport> missing) {
        static final Read NOTHING = new Read(Optional.empty(), List.of(), Optional.empty());
    }

    private final KnownMeetings meetings;
    private final MeetingExport exports;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final Permissions permissions;
    private final Consumer<Integration> sync;
    private final TaskRunner tasks;
    private final Words words;
    private final Clock clock;
    private final MeetingText text;
    private final ObjectProperty<MeetingSpan> span = new SimpleObjectProperty<>(MeetingSpan.WEEK);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Loading<List<Row>>> rows = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Optional<PermissionReport>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Details>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Read read = Read.NOTHING;
    private Job reading = Job.NONE;
    private Job looking = Job.NONE;

    /// Follows the `choice` of the top bar. `sync` starts a sync of an integration, after which [#load] is called again.
    public MeetingsViewModel(KnownMeetings meetings, MeetingExport exports, Function<String, Integration> integrations, ObservableValue<Choice> choice,
            Permissions permissions, Consumer<Integration> sync, TaskRunner tasks, Words words, Clock clock) {
        this.meetings = meetings;
        this.exports = exports;
        this.permissions = permissions;
        this.integrations = integrations;
        this.choice = choice;
        this.sync = sync;
        this.tasks = tasks;
        this.words = words;
        this.clock = clock;
        this.text = new MeetingText(words);
        span.addListener((observed, before, now) -> load());
        filter.addListener((observed, before, now) -> show());
        choice.addListener((observed, before, now) -> load());
    }

    ObjectProperty<MeetingSpan> span() {
        return span;
    }

    StringProperty filter() {
        return filter;
    }

    ReadOnlyObjectProperty<Loading<List<Row>>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// The report by which calendars may not be read; empty while nobody knows of that.
    ReadOnlyObjectProperty<Optional<PermissionReport>> missing() {
        return missing.getReadOnlyProperty();
    }

    void checkAgain() {
        read.of().ifPresent(permissions.again());
    }

    ReadOnlyObjectProperty<Optional<Details>> details() {
        return details.getReadOnlyProperty();
    }

    MeetingText text() {
        return text;
    }

    /// Reads anew what is known; asks nobody.
    public void load() {
        reading.cancel();
        rows.set(rows.get().busyAgain());
        var wanted = span.get();
        var chosen = Optional.ofNullable(choice.getValue()).map(Choice::id);
        reading = tasks.start(progress -> chosen.map(integrations).map(of -> read(of, wanted)).orElse(Read.NOTHING), found -> {
            read = found;
            missing.set(found.missing());
            show();
        }, problem -> rows.set(rows.get().failedWith(problem)));
    }

    private Read read(Integration of, MeetingSpan wanted) {
        var now = clock.instant();
        var found = meetings.between(of, wanted.from(now, words.zone()), wanted.until(now, words.zone()));
        Map<Long, Integer> invited = meetings.invited(found);
        return new Read(Optional.of(of), found.stream().map(meeting -> new Row(meeting, invited.getOrDefault(meeting.id(), 0))).toList(),
                permissions.known().apply(of).filter(report -> !report.capability(Capability.SYNC_CALENDARS).missing().isEmpty()));
    }

    private void show() {
        var typed = filter.get().strip().toLowerCase(Locale.ROOT);
        var shown = typed.isEmpty() ? read.rows() : read.rows().stream().filter(row -> fits(row.meeting(), typed)).toList();
        rows.set(Loading.ready(shown));
    }

    private static boolean fits(Meeting meeting, String typed) {
        return meeting.subject().toLowerCase(Locale.ROOT).contains(typed) || meeting.organiser().name().toLowerCase(Locale.ROOT).contains(typed)
                || meeting.organiser().address().toLowerCase(Locale.ROOT).contains(typed);
    }

    boolean isFiltered() {
        return !filter.get().isBlank();
    }

    void choose(Row row) {
        looking.cancel();
        looking = tasks.start(progress -> new Details(row, meetings.attendees(row.meeting())), found -> details.set(Optional.of(found)),
                problem -> rows.set(rows.get().failedWith(problem)));
    }

    void chooseNone() {
        looking.cancel();
        details.set(Optional.empty());
    }

    public void syncNow() {
        read.of().ifPresent(sync);
    }

    String invitation(Meeting of) {
        return read.of().map(in -> text.invitation(in, of)).orElse("");
    }

    /// The shown ones as an iCalendar file.
    void export(Path into, Consumer<Integer> done) {
        var some = rows.get().data().orElse(List.of()).stream().map(Row::meeting).toList();
        read.of().ifPresent(of -> tasks.start(progress -> exports.write(of, some, into), done, problem -> rows.set(rows.get().failedWith(problem))));
    }
}
