package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingSpan;
import app.lectern.meetings.MeetingText;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Slot;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Later;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The calendar without its controls: which days it shows, what is on them, filtered by what is typed, and the chosen meeting.
public final class MeetingsViewModel {
    /// A plan that came from another screen.
    record HandedOver(Integration in, Planned filledIn) {}

    /// Everything about one meeting.
    record Details(CalendarEntry entry, List<Attendee> attendees) {}

    /// What the last check knows about the integration's permissions, and how it is checked again, after which [#load] is called.
    public record Permissions(Function<Integration, Optional<PermissionReport>> known, Consumer<Integration> again) {}

    /// How often what is on its way is looked at again.
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final MeetingsDesk desk;
    private final CalendarReader reader;
    private final ObservableValue<Choice> choice;
    private final Permissions permissions;
    private final Consumer<Integration> sync;
    private final BooleanProperty syncing = new SimpleBooleanProperty();
    private final TaskRunner tasks;
    private final Later later;
    private final Words words;
    private final Clock clock;
    private final MeetingText text;
    private final MeetingEditorViewModel editor;
    private final SlotDeedsViewModel deeds;
    private final GuardViewModel guard;
    private final NeverHeldViewModel neverHeld;
    private final LinksViewModel links;
    private final ImportViewModel imports;
    private final ObjectProperty<CalendarPage> page;
    private final ObjectProperty<MeetingSpan> span = new SimpleObjectProperty<>(MeetingSpan.WEEK);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Loading<Shown>> shown = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Optional<PermissionReport>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CalendarEntry>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Details>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<HandedOver>> handedOver = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<CalendarEntry>> found = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Predicate<CalendarEntry>> lookedFor = Optional.empty();
    private Optional<Instant> lookedAt = Optional.empty();
    private CalendarReader.Read read = CalendarReader.Read.NOTHING;
    private Job reading = Job.NONE;
    private Job looking = Job.NONE;

    /// Follows the `choice` of the top bar. `sync` starts a sync of an integration, after which [#load] is called again.
    public MeetingsViewModel(MeetingsDesk desk, ImportDesk lists, ObservableValue<Choice> choice, Permissions permissions, Consumer<Integration> sync, TaskRunner tasks,
            Later later, Words words, Clock clock) {
        this.desk = desk;
        this.reader = new CalendarReader(desk, permissions.known(), words, clock);
        this.permissions = permissions;
        this.choice = choice;
        this.sync = sync;
        this.tasks = tasks;
        this.later = later;
        this.words = words;
        this.clock = clock;
        this.text = new MeetingText(words);
        this.editor = new MeetingEditorViewModel(desk, tasks, words, clock, this::load, met -> trouble.set(Optional.of(met)));
        this.imports = new ImportViewModel(lists, tasks, words, this::rehearsalChanged, met -> trouble.set(Optional.of(met)));
        this.guard = new GuardViewModel(desk.guard(), tasks, words, this::load, met -> trouble.set(Optional.of(met)));
        this.links = new LinksViewModel(desk.links(), tasks, met -> trouble.set(Optional.of(met)));
        this.neverHeld = new NeverHeldViewModel(desk.sweep(), tasks, words, this::load, met -> trouble.set(Optional.of(met)));
        this.deeds = new SlotDeedsViewModel(desk, tasks, words, this::load, met -> trouble.set(Optional.of(met)));
        page = new SimpleObjectProperty<>(new CalendarPage(CalendarMode.WEEK, today()));
        page.addListener((observed, before, now) -> load());
        span.addListener((observed, before, now) -> load());
        filter.addListener((observed, before, now) -> show());
        choice.addListener((observed, before, now) -> {
            if (!id(before).equals(id(now))) {
                leave();
            }
            load();
        });
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), words.zone());
    }

    Instant now() {
        return clock.instant();
    }

    /// Which days are shown, and how.
    ObjectProperty<CalendarPage> page() {
        return page;
    }

    /// What the list shows, which reaches further than a page of the calendar.
    ObjectProperty<MeetingSpan> span() {
        return span;
    }

    StringProperty filter() {
        return filter;
    }

    ReadOnlyObjectProperty<Loading<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The report by which calendars may not be read; empty while nobody knows of that.
    ReadOnlyObjectProperty<Optional<PermissionReport>> missing() {
        return missing.getReadOnlyProperty();
    }

    /// Whether calendars may be read and the integration is for creating meetings at all.
    boolean mayCreate() {
        return read.mayCreate();
    }

    void checkAgain() {
        read.of().ifPresent(permissions.again());
    }

    ReadOnlyObjectProperty<Optional<CalendarEntry>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Details>> details() {
        return details.getReadOnlyProperty();
    }

    MeetingEditorViewModel editor() {
        return editor;
    }

    ImportViewModel imports() {
        return imports;
    }

    GuardViewModel guard() {
        return guard;
    }

    void linkCopied(Meeting of) {
        read.of().ifPresent(in -> links.copied(in, of.subject()));
    }

    NeverHeldViewModel neverHeld() {
        return neverHeld;
    }

    SlotDeedsViewModel deeds() {
        return deeds;
    }

    /// What a deed could not do; the view says it and takes it away.
    ObjectProperty<Optional<Problem>> trouble() {
        return trouble;
    }

    Optional<Integration> integration() {
        return read.of();
    }

    Words words() {
        return words;
    }

    MeetingText text() {
        return text;
    }

    /// Reads anew what is known; asks nobody.
    public void load() {
        reading.cancel();
        shown.set(shown.get().busyAgain());
        var wanted = page.get();
        var reach = span.get();
        var id = id(choice.getValue());
        reading = tasks.start(progress -> id.map(desk.integrations()).map(of -> reader.read(of, wanted, reach)).orElse(CalendarReader.Read.NOTHING), now -> {
            read = now;
            missing.set(now.missing());
            show();
            chooseAgain();
            bringUp();
            now.entries().forEach(entry -> entry.slot().ifPresent(editor::readAnew));
            if (now.entries().stream().anyMatch(entry -> entry.slot().filter(slot -> slot.isOnItsWay()).isPresent())) {
                later.run(SOON, this::load);
            }
        }, problem -> shown.set(shown.get().failedWith(problem)));
    }

    private static Optional<String> id(Choice of) {
        return Optional.ofNullable(of).map(Choice::id);
    }

    /// Another integration's meetings come: what was looked at goes, unless something in it is not saved yet.
    private void leave() {
        chooseNone();
        if (!editor.plan().changed().get()) {
            editor.close();
        }
    }

    private void show() {
        var all = read.with(imports.entries(), filter.get());
        shown.set(Loading.ready(new Shown(all, read.anything() || !all.isEmpty())));
    }

    /// Goes to where the first of the rehearsed meetings would be.
    private void rehearsalChanged() {
        var first = imports.entries().stream().map(CalendarEntry::start).min(Comparator.naturalOrder());
        if (first.isPresent() && !first.equals(lookedAt)) {
            goTo(LocalDate.ofInstant(first.get(), words.zone()));
        }
        lookedAt = first;
        load();
    }

    boolean isFiltered() {
        return !filter.get().isBlank();
    }

    void turn(int pages) {
        page.set(page.get().turned(pages));
    }

    void goTo(LocalDate day) {
        page.set(page.get().at(day));
    }

    void show(CalendarMode mode) {
        page.set(page.get().as(mode));
    }

    /// `19 meetings · 16 created, 1 retrying`.
    String summary() {
        return shown.get().data().filter(Shown::anything).map(now -> now.summary(words)).orElse(words.text("meetings.about", words.zone().getId()));
    }

    /// What was planned here is opened in the editor; of what was found in a calendar the details are shown.
    void choose(CalendarEntry entry) {
        chosen.set(Optional.of(entry));
        read.of().ifPresent(in -> entry.slot().ifPresentOrElse(slot -> editor.open(in, slot, entry.meeting()), editor::close));
        look(entry);
    }

    /// What was found in a calendar is read from there and opened in the editor.
    void edit(Meeting meeting) {
        read.of().ifPresent(in -> editor.adopt(in, meeting));
    }

    /// Does only what is missing of it.
    void retry(CalendarEntry entry) {
        read.of().ifPresent(in -> deeds.create(in, SlotDeedsViewModel.open(List.of(entry)), results -> {}));
    }

    void begin(LocalDateTime start, LocalDateTime end) {
        read.of().ifPresent(in -> {
            chosen.set(Optional.empty());
            editor.begin(in, start, end);
        });
    }

    /// A meeting that another screen fills in: on this day, or on the next one where none is known.
    public void begin(Integration in, String subject, String body, Optional<LocalDate> day, List<String> attendees) {
        var start = day.filter(when -> !when.isBefore(today())).orElse(today().plusDays(1)).atTime(MORNING);
        begin(in, Planned.at(subject, start, words.zone()).withBody(body)
                .withAttendees(attendees.stream().map(address -> new Attendee(address, "", true)).toList()));
    }

    /// A meeting that another screen filled in. It waits until the view has asked about what is being edited, then [#take]s it.
    public void begin(Integration in, Planned filledIn) {
        handedOver.set(Optional.of(new HandedOver(in, filledIn)));
    }

    void take(HandedOver plan) {
        chosen.set(Optional.empty());
        page.set(page.get().at(plan.filledIn().start().toLocalDate()));
        editor.begin(plan.in(), plan.filledIn());
    }

    /// What waits to be brought into the editor.
    ObjectProperty<Optional<HandedOver>> handedOver() {
        return handedOver;
    }

    /// Another screen leads to this meeting: its day is shown, and it is opened.
    public void lookAt(Meeting meeting) {
        lookFor(meeting.start(), entry -> entry.meeting().filter(one -> one.id() == meeting.id()).isPresent());
    }

    public void lookAt(Slot slot) {
        lookFor(slot.planned().startsAt(), entry -> entry.slot().filter(one -> one.id() == slot.id()).isPresent());
    }

    private void lookFor(Instant start, Predicate<CalendarEntry> isIt) {
        lookedFor = Optional.of(isIt);
        filter.set("");
        page.set(page.get().opened(LocalDate.ofInstant(start, words.zone())));
        load();
    }

    private void bringUp() {
        var isIt = lookedFor;
        lookedFor = Optional.empty();
        isIt.flatMap(wanted -> read.entries().stream().filter(wanted).findFirst()).ifPresent(entry -> found.set(Optional.of(entry)));
    }

    /// What was looked for and is to be opened by the view, which empties it.
    ObjectProperty<Optional<CalendarEntry>> found() {
        return found;
    }

    LocalDateTime nextHour() {
        return page.get().nextHour(thisMinute());
    }

    LocalDateTime thisMinute() {
        return LocalDateTime.ofInstant(clock.instant(), words.zone()).truncatedTo(ChronoUnit.MINUTES);
    }

    private void look(CalendarEntry entry) {
        looking.cancel();
        looking = tasks.start(progress -> new Details(entry, entry.meeting().map(desk.known()::attendees).orElse(List.of())),
                found -> details.set(Optional.of(found)), problem -> shown.set(shown.get().failedWith(problem)));
    }

    void chooseNone() {
        looking.cancel();
        chosen.set(Optional.empty());
        details.set(Optional.empty());
    }

    /// What was chosen stays chosen as long as it is among what is shown.
    private void chooseAgain() {
        chosen.get().ifPresent(before -> read.entries().stream().filter(entry -> entry.key().equals(before.key())).findFirst().ifPresentOrElse(entry -> {
            if (!entry.equals(before)) {
                chosen.set(Optional.of(entry));
                look(entry);
            }
        }, this::chooseNone));
    }

    /// Whether a sync of the integration is at work, so that none need be asked for.
    public BooleanProperty syncing() {
        return syncing;
    }

    public void syncNow() {
        read.of().ifPresent(sync);
    }

    String invitation(Meeting of) {
        return read.of().map(in -> text.invitation(in, of)).orElse("");
    }

    /// The shown ones as an iCalendar file.
    void export(Path into, Consumer<Integer> done) {
        var some = shown.get().data().map(Shown::entries).orElse(List.of()).stream().flatMap(entry -> entry.meeting().stream()).toList();
        read.of().ifPresent(of -> tasks.start(progress -> desk.exports().write(of, some, into), done, problem -> shown.set(shown.get().failedWith(problem))));
    }
}
