package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.bulk.ImportBatch;
import app.lectern.meetings.planning.bulk.Rehearsal;
import app.lectern.meetings.planning.bulk.Rehearsals;
import app.lectern.meetings.planning.bulk.RehearsalText;
import app.lectern.meetings.planning.bulk.RowNote;
import app.lectern.meetings.planning.bulk.RowState;
import app.lectern.meetings.planning.bulk.SlotColumn;
import app.lectern.meetings.planning.bulk.SlotImport;
import app.lectern.meetings.planning.bulk.SlotRow;
import app.lectern.meetings.planning.bulk.SlotSheet;
import app.lectern.meetings.planning.bulk.SubjectTemplate;
import app.lectern.meetings.planning.bulk.TermPattern;
import app.lectern.problems.Problem;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// An import without its controls: a list or a term is rehearsed, shown, and only then created.
public final class ImportViewModel {
    private final ImportDesk desk;
    private final TaskRunner tasks;
    private final Words words;
    private final RehearsalText text;
    private final Runnable changed;
    private final Consumer<Problem> failed;
    private final ReadOnlyObjectWrapper<Loading<Rehearsal>> rehearsal = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final Map<SlotColumn, Integer> mapping = new EnumMap<>(SlotColumn.class);
    private Optional<SlotSheet> sheet = Optional.empty();
    private Optional<Integration> in = Optional.empty();
    private boolean withRepetitions;
    private Job rehearsing = Job.NONE;

    /// @param changed called when there is something new to show in the calendar
    ImportViewModel(ImportDesk desk, TaskRunner tasks, Words words, Runnable changed, Consumer<Problem> failed) {
        this.desk = desk;
        this.tasks = tasks;
        this.words = words;
        this.text = new RehearsalText(words);
        this.changed = changed;
        this.failed = failed;
    }

    /// What would be created, row by row; idle while nothing is rehearsed.
    ReadOnlyObjectProperty<Loading<Rehearsal>> rehearsal() {
        return rehearsal.getReadOnlyProperty();
    }

    Optional<SlotSheet> sheet() {
        return sheet;
    }

    Map<SlotColumn, Integer> mapping() {
        return mapping;
    }

    String notes(SlotRow of) {
        return text.notes(of);
    }

    String note(RowNote of) {
        return text.sentence(of);
    }

    /// Reads a file and rehearses it with the headings that it has.
    void open(Integration into, Path file) {
        in = Optional.of(into);
        rehearsal.set(Loading.busy());
        rehearsing.cancel();
        rehearsing = tasks.start(progress -> SlotSheet.read(file), read -> {
            sheet = Optional.of(read);
            mapping.clear();
            mapping.putAll(read.guessed());
            rehearse();
        }, this::refused);
    }

    void map(SlotColumn column, Optional<Integer> at) {
        mapping.remove(column);
        at.ifPresent(index -> mapping.put(column, index));
        rehearse();
    }

    /// The columns that the list has, with what stands there in a row.
    Map<SlotColumn, String> cells(SlotRow of) {
        var cells = new EnumMap<SlotColumn, String>(SlotColumn.class);
        sheet.ifPresent(read -> mapping.forEach((column, at) -> cells.put(column, read.cell(of.line(), at))));
        return cells;
    }

    /// Rehearses anew with other cells in one row; the file stays as it is.
    void mend(SlotRow row, Map<SlotColumn, String> cells) {
        var texts = new HashMap<Integer, String>();
        cells.forEach((column, text) -> texts.put(mapping.get(column), text));
        sheet = sheet.map(read -> read.mended(row.line(), texts));
        rehearse();
    }

    private void rehearse() {
        rehearsing.cancel();
        rehearsal.set(rehearsal.get().busyAgain());
        var columns = Map.copyOf(mapping);
        sheet.ifPresent(read -> in.ifPresent(into -> rehearsing = tasks.start(
                JobInfo.shown(words.text("meetings.job.rehearse", read.file()), JobInfo.Kind.MEETING),
                progress -> desk.rehearsals().of(into, read, columns, Rehearsals.Choices.NONE, progress), this::rehearsed,
                problem -> rehearsal.set(rehearsal.get().failedWith(problem)))));
    }

    /// A term in place of a list.
    void term(Integration into, String name, TermPattern pattern, Planned like, SubjectTemplate subject) {
        in = Optional.of(into);
        sheet = Optional.empty();
        rehearsing.cancel();
        rehearsal.set(Loading.busy());
        rehearsing = tasks.start(JobInfo.shown(words.text("meetings.job.rehearse", name), JobInfo.Kind.MEETING),
                progress -> desk.rehearsals().of(into, name, pattern.plans(like, subject, words.locale()), progress), this::rehearsed, this::refused);
    }

    private void rehearsed(Rehearsal made) {
        rehearsal.set(Loading.ready(made));
        changed.run();
    }

    /// Without a list there is nothing to show.
    private void refused(Problem problem) {
        rehearsal.set(Loading.idle());
        failed.accept(problem);
    }

    /// Meetings that are there already are created again only when somebody wants that.
    void withRepetitions(boolean wanted) {
        withRepetitions = wanted;
    }

    private Set<RowState> wanted() {
        var states = EnumSet.copyOf(Rehearsal.WITHOUT_REPETITIONS);
        if (withRepetitions) {
            states.add(RowState.THERE_ALREADY);
        }
        return states;
    }

    int wantedCount() {
        return rehearsal.get().data().map(made -> made.in(wanted()).size()).orElse(0);
    }

    /// The rehearsed meetings as the calendar shows them.
    List<CalendarEntry> entries() {
        return rehearsal.get().data().map(made -> made.rows().stream().flatMap(row -> row.planned().stream()
                .map(plan -> CalendarEntry.rehearsed(row.line(), plan, words.of(row.state())))).toList()).orElse(List.of());
    }

    /// Keeps what is wanted, so that the calendar shows it, and creates it as one job; `done` gets a row for each.
    void create(Consumer<SlotImport.Imported> done) {
        rehearsal.get().data().ifPresent(made -> in.ifPresent(into -> {
            var states = wanted();
            rehearsal.set(Loading.busy());
            tasks.start(progress -> desk.imports().keep(into, made, states), batch -> {
                forget();
                create(into, batch, done);
            }, problem -> {
                rehearsal.set(Loading.ready(made));
                failed.accept(problem);
            });
        }));
    }

    /// Takes up what failed of an import.
    void create(Integration into, ImportBatch batch, Consumer<SlotImport.Imported> done) {
        run("meetings.job.import", batch, progress -> desk.imports().create(into, batch, progress), done);
    }

    /// Takes a whole import back.
    void undo(Integration into, ImportBatch batch, Consumer<SlotImport.Imported> done) {
        run("meetings.job.undo", batch, progress -> desk.imports().undo(into, batch, progress), done);
    }

    private void run(String key, ImportBatch batch, TaskRunner.Work<SlotImport.Imported> work, Consumer<SlotImport.Imported> done) {
        tasks.start(JobInfo.shown(words.text(key, batch.source()), JobInfo.Kind.MEETING), work, imported -> {
            changed.run();
            done.accept(imported);
        }, problem -> {
            changed.run();
            failed.accept(problem);
        });
        changed.run();
    }

    /// The imports so far, the newest first.
    void earlier(Integration of, Consumer<List<ImportBatch>> found) {
        tasks.start(progress -> desk.imports().earlier(of), found, failed);
    }

    /// What subjects of new meetings are made from, where that was said.
    void template(Integration of, Consumer<String> found) {
        tasks.start(progress -> desk.presets().defaults(of).subject(), found, failed);
    }

    /// Nothing is created.
    void forget() {
        rehearsing.cancel();
        sheet = Optional.empty();
        rehearsal.set(Loading.idle());
        changed.run();
    }
}
