package app.lectern.activity;

import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.shell.Later;
import app.lectern.shell.Loading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One tab of the Activity screen: filters, the pages read so far, the selected entry, and whether new entries are followed.
public final class LogViewModel<R extends LogRow> {
    /// Counting stops here: that there are more is all that anybody needs.
    static final long MOST_COUNTED = 10_000;
    private static final Duration TYPING = Duration.ofMillis(300);
    private static final Duration FOLLOWING = Duration.ofSeconds(2);

    /// How far back; from the beginning of a day in the person's zone.
    public enum Period { TODAY, TWO_DAYS, WEEK, MONTH, ALL }

    /// Empty stands for all of them.
    public final StringProperty text = new SimpleStringProperty("");
    public final StringProperty request = new SimpleStringProperty("");
    public final ObjectProperty<Period> period;
    public final ObjectProperty<Optional<LogLevel>> level = new SimpleObjectProperty<>(Optional.empty());
    public final ObjectProperty<Optional<String>> integration = new SimpleObjectProperty<>(Optional.empty());
    /// The calls behind a figure, as long as these are looked at; then their span of time holds, not the period.
    public final ObjectProperty<Optional<Behind>> behind = new SimpleObjectProperty<>(Optional.empty());
    public final BooleanProperty follow = new SimpleBooleanProperty(true);
    public final ObjectProperty<R> selected = new SimpleObjectProperty<>();

    private final LogSource<R> source;
    private final TaskRunner tasks;
    private final Later typing;
    private final Later ticking;
    private final Clock clock;
    private final ZoneId zone;
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Loading<LogPage<R>>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper errors = new ReadOnlyLongWrapper();
    private Optional<LogCursor> next = Optional.empty();
    private Job reading = Job.NONE;
    private Job looking = Job.NONE;
    private boolean readingMore;
    private long mark = -1;

    /// What a figure counts over the span that ends now.
    public record Behind(CallRows rows, Duration span) {}

    private record Read<R>(LogPage<R> page, long count, long errors, long mark) {}

    public LogViewModel(LogSource<R> source, Period usual, TaskRunner tasks, Later typing, Later ticking, Clock clock, ZoneId zone) {
        this.source = source;
        this.tasks = tasks;
        this.typing = typing;
        this.ticking = ticking;
        this.clock = clock;
        this.zone = zone;
        this.period = new SimpleObjectProperty<>(usual);
        text.subscribe((before, now) -> typing.run(TYPING, this::refresh));
        request.subscribe((before, now) -> typing.run(TYPING, this::refresh));
        period.subscribe((before, now) -> {
            behind.set(Optional.empty());
            refresh();
        });
        behind.subscribe((before, now) -> refresh());
        level.subscribe((before, now) -> refresh());
        integration.subscribe((before, now) -> refresh());
        follow.subscribe((before, now) -> {
            if (now) {
                look();
            }
        });
    }

    public ObservableList<R> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Loading<LogPage<R>>> state() {
        return state.getReadOnlyProperty();
    }

    /// How many entries the filters admit, text aside; [#MOST_COUNTED] stands for that many or more.
    public ReadOnlyLongProperty count() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty errors() {
        return errors.getReadOnlyProperty();
    }

    public boolean isFiltered() {
        return !text.get().isBlank() || !request.get().isBlank() || level.get().isPresent() || integration.get().isPresent() || behind.get().isPresent();
    }

    /// Only what a figure of this integration counts, whatever narrowed the log before.
    public void showBehind(Behind figure, String of) {
        clearFilters();
        integration.set(Optional.of(of));
        behind.set(Optional.of(figure));
    }

    public void clearFilters() {
        text.set("");
        request.set("");
        level.set(Optional.empty());
        integration.set(Optional.empty());
        behind.set(Optional.empty());
    }

    /// A request id is looked for in the whole log, whatever the period says.
    public LogFilter filter() {
        var requests = RequestIds.in(request.get());
        var from = requests.isEmpty() && !requests.unreadable() ? from() : Optional.<Instant>empty();
        return new LogFilter(text.get().strip(), from, level.get(), integration.get(), requests, behind.get().map(Behind::rows));
    }

    private Optional<Instant> from() {
        if (behind.get().isPresent()) {
            return behind.get().map(figure -> clock.instant().minus(figure.span()));
        }
        var today = clock.instant().atZone(zone).truncatedTo(ChronoUnit.DAYS);
        return switch (period.get()) {
            case TODAY -> Optional.of(today.toInstant());
            case TWO_DAYS -> Optional.of(today.minusDays(1).toInstant());
            case WEEK -> Optional.of(today.minusDays(6).toInstant());
            case MONTH -> Optional.of(today.minusDays(29).toInstant());
            case ALL -> Optional.empty();
        };
    }

    /// Reads the first page anew; the selection stays on its entry where that is still there.
    public void refresh() {
        var filter = filter();
        reading.cancel();
        readingMore = false;
        state.set(state.get().busyAgain());
        reading = tasks.start(progress -> {
            long now = source.mark();
            var page = source.page(filter, Optional.empty(), progress);
            var asked = filter.requests();
            return asked.isEmpty() && !asked.unreadable()
                    ? new Read<>(page, source.count(filter, MOST_COUNTED), source.count(errorsOf(filter), MOST_COUNTED), now)
                    : new Read<>(page, page.rows().size(), page.rows().stream().filter(row -> row.level() == LogLevel.ERROR).count(), now);
        }, this::show, problem -> state.set(state.get().failedWith(problem)));
    }

    private static LogFilter errorsOf(LogFilter filter) {
        return filter.level(LogLevel.ERROR);
    }

    private void show(Read<R> read) {
        var keep = Optional.ofNullable(selected.get()).map(LogRow::id);
        mark = read.mark();
        next = read.page().next();
        count.set(read.count());
        errors.set(read.errors());
        rows.setAll(read.page().rows());
        selected.set(keep.flatMap(this::row).orElse(rows.isEmpty() ? null : rows.getFirst()));
        state.set(Loading.ready(read.page()));
    }

    private Optional<R> row(long id) {
        return rows.stream().filter(each -> each.id() == id).findFirst();
    }

    public boolean hasMore() {
        return next.isPresent();
    }

    /// Reads the page after the last one; for the moment in which its end comes into view.
    public void more() {
        if (next.isEmpty() || readingMore || state.get().isBusy()) {
            return;
        }
        readingMore = true;
        var filter = filter();
        var after = next;
        reading = tasks.start(progress -> source.page(filter, after, progress), page -> {
            readingMore = false;
            next = page.next();
            rows.addAll(page.rows());
            state.set(Loading.ready(page));
        }, problem -> {
            readingMore = false;
            state.set(state.get().failedWith(problem));
        });
    }

    /// The person looks at older entries: new ones must not push them away.
    public void scrolled(boolean up) {
        if (up) {
            follow.set(false);
        }
    }

    /// Looks for new entries from time to time, until [#rest].
    public void watch() {
        ticking.run(FOLLOWING, () -> {
            if (follow.get()) {
                look();
            }
            watch();
        });
    }

    /// Nobody looks any more: nothing more is read.
    public void rest() {
        ticking.cancel();
        typing.cancel();
        reading.cancel();
        looking.cancel();
        readingMore = false;
    }

    private void look() {
        looking = tasks.start(progress -> source.mark(), now -> {
            if (now != mark && follow.get() && !state.get().isBusy()) {
                refresh();
            }
        }, problem -> state.set(state.get().failedWith(problem)));
    }

}
