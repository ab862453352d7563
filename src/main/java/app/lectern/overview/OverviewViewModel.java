package app.lectern.overview;

import app.lectern.activity.CallFigures;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.planning.CreationFigures;
import app.lectern.meetings.planning.PastCreation;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The first screen's state: how the chosen integration stands and how the calls went. Shows what is known at once, and checks
/// by itself when that is old.
public final class OverviewViewModel {
    private final OverviewReader reader;
    private final TaskRunner tasks;
    private final Consumer<String> sync;
    private final BooleanProperty syncing = new SimpleBooleanProperty();
    private final Words words;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Loading<Standing>> standing = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<CallFigures> figures = new ReadOnlyObjectWrapper<>(CallFigures.NONE);
    private final ReadOnlyObjectWrapper<CreationFigures> creation = new ReadOnlyObjectWrapper<>(CreationFigures.NONE);
    private final ObjectProperty<FigureSet> set = new SimpleObjectProperty<>(FigureSet.CALLS);
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.WEEK);
    private String integration = "";
    private Job reading = Job.NONE;
    private Job counting = Job.NONE;
    private Job check = Job.NONE;

    /// `sync` starts a sync of the integration with this id, and has [#refresh] called when it has ended.
    public OverviewViewModel(OverviewReader reader, TaskRunner tasks, Consumer<String> sync, Words words, Clock clock) {
        this.reader = reader;
        this.sync = sync;
        this.tasks = tasks;
        this.words = words;
        this.clock = clock;
        span.addListener((observed, before, now) -> count());
    }

    /// Another integration was chosen; an empty id means none.
    public void show(String id) {
        if (id.equals(integration)) {
            return;
        }
        integration = id;
        check.cancel();
        checking.set(false);
        standing.set(Loading.idle());
        refresh();
    }

    /// Reads again what is known, and checks when that is old.
    public void refresh() {
        if (integration.isEmpty()) {
            return;
        }
        reading.cancel();
        var id = integration;
        standing.set(standing.get().busyAgain());
        reading = tasks.start(progress -> reader.known(id), found -> {
            standing.set(Loading.ready(found));
            if (reader.isDue(found)) {
                checkNow();
            }
        }, problem -> standing.set(standing.get().failedWith(problem)));
        count();
    }

    /// Asks Microsoft about everything, whatever is known.
    public void checkNow() {
        if (integration.isEmpty() || checking.get()) {
            return;
        }
        var id = integration;
        checking.set(true);
        check = tasks.start(JobInfo.shown(words.text("overview.checking"), JobInfo.Kind.CHECK), progress -> reader.checked(id, progress), found -> {
            checking.set(false);
            standing.set(Loading.ready(found));
            count();
        }, problem -> {
            checking.set(false);
            standing.set(standing.get().failedWith(problem));
        });
    }

    /// Whether a sync of the integration is at work, so that none need be asked for.
    public BooleanProperty syncing() {
        return syncing;
    }

    public void syncNow() {
        if (!integration.isEmpty()) {
            sync.accept(integration);
        }
    }

    private void count() {
        if (integration.isEmpty()) {
            return;
        }
        counting.cancel();
        var id = integration;
        var over = span.get().duration();
        // figures that cannot be read leave the old ones standing; the standing's own problem says why
        counting = tasks.start(progress -> new Counted(reader.figures(id, over), reader.creation(id, over)), counted -> {
            creation.set(counted.creation());
            figures.set(counted.calls());
        }, problem -> standing.set(standing.get().failedWith(problem)));
    }

    /// The creations that the figures count, as they are shown.
    void creations(Consumer<List<PastCreation>> told) {
        var id = integration;
        var over = span.get().duration();
        if (!id.isEmpty()) {
            tasks.start(progress -> reader.creations(id, over), told, problem -> standing.set(standing.get().failedWith(problem)));
        }
    }

    private record Counted(CallFigures calls, CreationFigures creation) {}

    public ReadOnlyObjectProperty<CreationFigures> creation() {
        return creation.getReadOnlyProperty();
    }

    /// Which figures are shown.
    public ObjectProperty<FigureSet> figureSet() {
        return set;
    }

    public ReadOnlyObjectProperty<Loading<Standing>> standing() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<CallFigures> figures() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    public ObjectProperty<Span> span() {
        return span;
    }

    /// `Thursday 19 November 2026, 09:42 · Europe/London`.
    public String now() {
        return words.text("overview.now", words.fullDate(clock.instant()), words.zone().getId());
    }
}
