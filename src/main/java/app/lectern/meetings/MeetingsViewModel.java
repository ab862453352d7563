package app.lectern.meetings;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
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
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The Meetings screen without its controls: the meetings of a span, filtered by what is typed, and everything about the chosen one.
public final class MeetingsViewModel {
    /// A meeting and how many are invited.
    record Row(Meeting meeting, int invited) {}

    /// Everything about one meeting.
    record Details(Row row, List<Attendee> attendees) {}

    /// What the last check knows about the integration's permissions, and how it is checked again, after which [#load] is called.
    public record Permissions(Function<Integration, Optional<PermissionReport>> known, Consumer<Integration> again) {}

    private record Read(List<Row> rows, Optional<PermissionReport> missing) {
        static final Read NOTHING = new Read(List.of(), Optional.empty());
    }

    private final KnownMeetings meetings;
    private final MeetingExport exports;
    private final Supplier<Optional<Integration>> integration;
    private final Permissions permissions;
    private final Runnable sync;
    private final TaskRunner tasks;
    private final Words words;
    private final Clock clock;
    private final MeetingText text;
    private final ObjectProperty<MeetingSpan> span = new SimpleObjectProperty<>(MeetingSpan.WEEK);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Loading<List<Row>>> rows = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Optional<PermissionReport>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Details>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Row> all = List.of();
    private Job reading = Job.NONE;
    private Job looking = Job.NONE;

    /// `sync` starts a sync of the integration, after which [#load] is called again.
    public MeetingsViewModel(KnownMeetings meetings, MeetingExport exports, Supplier<Optional<Integration>> integration, Permissions permissions, Runnable sync,
            TaskRunner tasks, Words words, Clock clock) {
        this.meetings = meetings;
        this.exports = exports;
        this.permissions = permissions;
        this.integration = integration;
        this.sync = sync;
        this.tasks = tasks;
        this.words = words;
        this.clock = clock;
        this.text = new MeetingText(words);
        span.addListener((observed, before, now) -> load());
        filter.addListener((observed, before, now) -> show());
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
        tasks.start(progress -> integration.get(), of -> of.ifPresent(permissions.again()), problem -> rows.set(rows.get().failedWith(problem)));
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
        reading = tasks.start(progress -> integration.get().map(of -> read(of, wanted)).orElse(Read.NOTHING), found -> {
            all = found.rows();
            missing.set(found.missing());
            show();
        }, problem -> rows.set(rows.get().failedWith(problem)));
    }

    private Read read(Integration of, MeetingSpan wanted) {
        var now = clock.instant();
        var found = meetings.between(of, wanted.from(now, words.zone()), wanted.until(now, words.zone()));
        Map<Long, Integer> invited = meetings.invited(found);
        return new Read(found.stream().map(meeting -> new Row(meeting, invited.getOrDefault(meeting.id(), 0))).toList(),
                permissions.known().apply(of).filter(report -> !report.capability(Capability.SYNC_CALENDARS).missing().isEmpty()));
    }

    private void show() {
        var typed = filter.get().strip().toLowerCase(Locale.ROOT);
        var shown = typed.isEmpty() ? all : all.stream().filter(row -> fits(row.meeting(), typed)).toList();
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

    public void syncNow() {
        sync.run();
    }

    String invitation(Meeting of) {
        return integration.get().map(in -> text.invitation(in, of)).orElse("");
    }

    /// The shown ones as an iCalendar file.
    void export(Path into, Consumer<Integer> done) {
        var some = rows.get().data().orElse(List.of());
        tasks.start(progress -> exports.write(integration.get().orElseThrow(), some.stream().map(Row::meeting).toList(), into), done,
                problem -> rows.set(rows.get().failedWith(problem)));
    }
}
