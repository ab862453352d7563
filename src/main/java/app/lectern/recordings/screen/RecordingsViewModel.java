package app.lectern.recordings.screen;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.recordings.ListFigures;
import app.lectern.recordings.ListOrder;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.RecordingList.Listed;
import app.lectern.recordings.RecordingSettings;
import app.lectern.recordings.SortBy;
import app.lectern.recordings.StateFilter;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Later;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

/// The list of the Recordings screen: which recordings, in which order, which of them are chosen, and everything about the one
/// that was chosen last. Follows the integration of the top bar.
public final class RecordingsViewModel {
    /// What the last check knows about the integration's permissions, and how it is checked again, after which [#load] is called.
    public record Permissions(Function<Integration, Optional<PermissionReport>> known, Consumer<Integration> again) {}

    /// What the list is at the moment.
    record Shown(Optional<Integration> of, Listed listed, ListFigures figures, List<Recording> first, RecordingSettings settings, StorageFacts storage,
            Optional<PermissionReport> missing) {
        static final Shown NOTHING = new Shown(Optional.empty(), Listed.NOTHING, new ListFigures(0, 0, 0, 0), List.of(), RecordingSettings.USUAL,
                StorageFacts.UNKNOWN, Optional.empty());
    }

    /// Downloads that end one after the other have the list read anew once.
    private static final Duration SETTLED = Duration.ofMillis(400);

    private final RecordingsDesk desk;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final Permissions permissions;
    private final Consumer<Integration> sync;
    private final BooleanProperty syncing = new SimpleBooleanProperty();
    private final TaskRunner tasks;
    private final Clock clock;
    private final RecordingText text;
    private final FilterViewModel filter;
    private final RowsViewModel rows;
    private final LookupsViewModel lookups;
    private final HeadViewModel head;
    private final DownloadsViewModel downloads;

    private final ReadOnlyObjectWrapper<Loading<Shown>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Loading<RecordingDetails>> details = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Optional<PermissionReport>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> selectRow = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<StorageFacts> storage = new ReadOnlyObjectWrapper<>(StorageFacts.UNKNOWN);
    private final ReadOnlyBooleanWrapper everything = new ReadOnlyBooleanWrapper();
    private final BooleanProperty grouped = new SimpleBooleanProperty();
    private final Set<Long> closed = new HashSet<>();
    private ListOrder order = ListOrder.NEWEST;
    private Shown shown = Shown.NOTHING;
    private List<Recording> chosen = List.of();
    private Job reading = Job.NONE;
    private Job looking = Job.NONE;

    /// `sync` starts a sync of an integration, after which [#load] is called again.
    public RecordingsViewModel(RecordingsDesk desk, Function<String, Integration> integrations, ObservableValue<Choice> choice, Permissions permissions,
            Consumer<Integration> sync, TaskRunner tasks, Supplier<Later> pauses, Words words, Clock clock) {
        this.desk = desk;
        this.integrations = integrations;
        this.choice = choice;
        this.permissions = permissions;
        this.sync = sync;
        this.tasks = tasks;
        this.clock = clock;
        this.text = new RecordingText(words, clock);
        this.head = new HeadViewModel(words);
        this.filter = new FilterViewModel(pauses.get(), () -> list(true), words, clock);
        this.rows = new RowsViewModel(tasks, this::failed);
        this.lookups = new LookupsViewModel(desk, () -> shown.of(), tasks, words, clock);
        var settling = pauses.get();
        this.downloads = new DownloadsViewModel(desk.queue(), () -> shown.of(), () -> settling.run(SETTLED, this::load), tasks, pauses.get(), words, clock, this::failed);
        rows.addListener((ListChangeListener<RecordingRow>) changed -> renewChosen());
        grouped.addListener((observed, before, now) -> list(true));
        choice.addListener((observed, before, now) -> changeIntegration());
    }

    private void changeIntegration() {
        choose(List.of());
        closed.clear();
        filter.forget();
        state.set(Loading.idle());
        list(true);
    }

    /// Reads anew what is known; asks nobody.
    public void load() {
        list(false);
    }

    /// @param another whether it is another list, which begins at its top, or the same one read anew
    private void list(boolean another) {
        reading.cancel();
        state.set(state.get().busyAgain());
        var id = Optional.ofNullable(choice.getValue()).map(Choice::id);
        var by = order;
        boolean byMeeting = grouped.get();
        var narrowed = filter.filter();
        reading = tasks.start(progress -> {
            if (id.isEmpty()) {
                return Shown.NOTHING;
            }
            var of = integrations.apply(id.get());
            var settings = desk.choices().of(of);
            var warning = settings.warning(clock.instant());
            var listed = desk.list().list(of, narrowed.apply(warning), by, byMeeting);
            return new Shown(Optional.of(of), listed, desk.list().figures(of, warning), desk.list().read(listed.part(0, RowsViewModel.PAGE)),
                    settings, storage(of), permissions.known().apply(of).filter(report -> !report.capability(Capability.GET_RECORDINGS).missing().isEmpty()));
        }, read -> show(read, another), refused -> state.set(state.get().failedWith(refused)));
    }

    private void show(Shown read, boolean another) {
        shown = read;
        text.reckonBy(read.settings());
        var listed = read.listed();
        RowsViewModel.Source source = (from, count) -> desk.list().read(listed.part(from, count));
        if (another || rows.isEmpty()) {
            rows.begin(plan(), source, read.first());
        } else {
            rows.renew(plan(), source);
        }
        missing.set(read.missing());
        head.show(read.figures(), read.settings().warnDays());
        everything.set(false);
        storage.set(read.storage());
        state.set(Loading.ready(read));
        chooseAgain(another);
        downloads.refresh();
    }

    private StorageFacts storage(Integration in) {
        var folder = desk.choices().folder(in);
        long free = 0;
        long total = 0;
        try {
            var there = folder.toAbsolutePath();
            while (there.getParent() != null && !Files.isDirectory(there)) {
                there = there.getParent();
            }
            var disk = Files.getFileStore(there);
            free = disk.getUsableSpace();
            total = disk.getTotalSpace();
        } catch (IOException unknown) {
            // a folder on a drive that is away has no figures
        }
        return new StorageFacts(desk.space().drives(in), desk.space().nearlyFull(in).size(), desk.choices().of(in).warnPercent(), folder.toString(), free, total);
    }

    private RowPlan plan() {
        return grouped.get() ? new RowPlan(shown.listed().groups(), closed) : new RowPlan(shown.listed().count());
    }

    /// The recording that was chosen stays chosen where it is still in sight; otherwise the first is.
    private void chooseAgain(boolean another) {
        var before = details.get().data().map(RecordingDetails::recording);
        var row = before.flatMap(one -> rows.rowOf(one.id()));
        if (row.isPresent() && !another) {
            look(before.orElseThrow().id());
        } else if (rows.isEmpty()) {
            choose(List.of());
        } else {
            selectRow.set(OptionalInt.empty());
            selectRow.set(OptionalInt.of(row.orElse(rows.plan().isGrouped() ? Math.min(1, rows.size() - 1) : 0)));
        }
    }

    /// The table's selected rows are others now.
    void selected(List<Integer> indices) {
        everything.set(false);
        choose(indices.stream().filter(row -> row >= 0 && row < rows.size()).map(rows::get)
                .filter(RecordingRow.Line.class::isInstance).map(row -> ((RecordingRow.Line) row).recording()).toList());
    }

    /// The chosen ones as the library knows them by now.
    private void renewChosen() {
        if (!chosen.isEmpty() && !everything.get()) {
            chosen = chosen.stream().map(one -> rows.known(one.id()).orElse(one)).toList();
            head.chosen(chosen, shown.listed().count());
        }
    }

    private void choose(List<Recording> now) {
        chosen = now;
        head.chosen(now, shown.listed().count());
        if (now.isEmpty()) {
            looking.cancel();
            details.set(Loading.idle());
        } else {
            look(now.getLast().id());
        }
    }

    /// Reads everything about one recording.
    private void look(long id) {
        looking.cancel();
        if (details.get().data().filter(before -> before.recording().id() == id).isEmpty()) {
            details.set(Loading.busy());
        }
        looking = tasks.start(progress -> desk.list().find(id).map(this::details), found -> details.set(found.<Loading<RecordingDetails>>map(Loading::ready)
                .orElseGet(Loading::idle)), refused -> details.set(details.get().failedWith(refused)));
    }

    private RecordingDetails details(Recording one) {
        var in = integrations.apply(choice.getValue().id());
        return new RecordingDetails(one, desk.list().companions(one), desk.ledger().of(in, one), desk.library().expiry(in, one),
                desk.words().transcriptOf(one).isPresent());
    }

    /// All that match, whether or not they were ever in sight.
    void selectEverything() {
        if (!rows.isEmpty()) {
            everything.set(true);
            head.allChosen(shown.listed().count(), shown.listed().bytes());
        }
    }

    /// Hands on what is chosen: the rows, or everything that matches.
    void withChosen(Consumer<List<Recording>> act) {
        if (!everything.get()) {
            if (!chosen.isEmpty()) {
                act.accept(chosen);
            }
            return;
        }
        var all = shown.listed();
        tasks.start(progress -> desk.list().read(all.part(0, all.count())), act, this::failed);
    }

    void sort(SortBy by, boolean descending) {
        var wanted = new ListOrder(by, descending);
        if (!wanted.equals(order)) {
            order = wanted;
            list(true);
        }
    }

    /// Opens or closes a group.
    void toggle(long group) {
        if (!closed.remove(group)) {
            closed.add(group);
        }
        rows.arrange(plan());
    }

    /// Queues what is chosen.
    void download() {
        withChosen(all -> shown.of().ifPresent(in -> downloads.add(in, all)));
    }

    /// The list as it is narrowed and sorted now.
    void exportList(Path file, Consumer<Integer> written) {
        var listed = shown.listed();
        shown.of().ifPresent(in -> tasks.start(progress -> desk.listFile().write(in, listed, file), written, this::failed));
    }

    /// Whether a sync of the integration is at work, so that none need be asked for.
    public BooleanProperty syncing() {
        return syncing;
    }

    public void syncNow() {
        shown.of().ifPresent(sync);
    }

    /// What can be downloaded and neither is nor is being.
    public void showWaiting() {
        filter.only(StateFilter.ONLINE_ONLY);
    }

    /// Of these, the ones that the tenant is about to remove.
    public void showAtRisk() {
        filter.only(StateFilter.AT_RISK, RecordingKind.VIDEO);
    }

    void checkAgain() {
        shown.of().ifPresent(permissions.again());
    }

    void failed(Problem refused) {
        problem.set(Optional.of(refused));
    }

    void dismissProblem() {
        problem.set(Optional.empty());
    }

    boolean isEmptyLibrary() {
        return shown.figures().recordings() == 0 && !filter.isSet().get();
    }

    Optional<Integration> integration() {
        return shown.of();
    }

    RowsViewModel rows() {
        return rows;
    }

    RecordingText text() {
        return text;
    }

    FilterViewModel filter() {
        return filter;
    }

    LookupsViewModel lookups() {
        return lookups;
    }

    HeadViewModel head() {
        return head;
    }

    public DownloadsViewModel downloads() {
        return downloads;
    }

    Clock clock() {
        return clock;
    }

    ReadOnlyObjectProperty<StorageFacts> storage() {
        return storage.getReadOnlyProperty();
    }

    ListOrder order() {
        return order;
    }

    BooleanProperty grouped() {
        return grouped;
    }

    ReadOnlyBooleanProperty everything() {
        return everything.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Loading<Shown>> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Loading<RecordingDetails>> details() {
        return details.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<PermissionReport>> missing() {
        return missing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// A row that is to be selected now.
    ReadOnlyObjectProperty<OptionalInt> selectRow() {
        return selectRow.getReadOnlyProperty();
    }
}
