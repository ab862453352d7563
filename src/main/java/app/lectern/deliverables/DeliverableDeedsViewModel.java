package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.ProblemText;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What people do with due dates on the screen: enter, change, mark, remove, import, export, share, roll out, plan a review.
public final class DeliverableDeedsViewModel {
    private final DeliverablesDesk desk;
    private final DeliverablesViewModel screen;
    private final TaskRunner tasks;
    private final Words words;
    private Job searching = Job.NONE;

    public DeliverableDeedsViewModel(DeliverablesDesk desk, DeliverablesViewModel screen, TaskRunner tasks, Words words) {
        this.desk = desk;
        this.screen = screen;
        this.tasks = tasks;
        this.words = words;
    }

    /// The list and the settings as they were last read.
    Optional<Snapshot> now() {
        return screen.stateProperty().get().data();
    }

    private interface Act<T> {
        T on(Integration of) throws InterruptedException;
    }

    /// Work on the chosen integration, whose refusal shows above the list.
    private <T> void act(Act<T> act, Consumer<? super T> done) {
        var id = screen.chosen();
        tasks.start(progress -> act.on(desk.integrations().apply(id)), done, screen::failed);
    }

    private void change(Consumer<Integration> work) {
        act(of -> {
            work.accept(of);
            return of;
        }, done -> screen.load());
    }

    public void save(Deliverable changed) {
        change(of -> desk.deliverables().save(of, changed));
    }

    public void saveSettings(CalendarSettings settings) {
        change(of -> desk.deliverables().save(of, settings));
    }

    public void switchTo(CalendarMode mode) {
        now().ifPresent(now -> saveSettings(now.settings().mode(mode)));
    }

    public void markDone(Collection<Deliverable> which, boolean done) {
        change(of -> which.forEach(each -> desk.deliverables().done(of, each, done)));
    }

    /// Takes them off the list; what is returned puts them back.
    public Runnable delete(Collection<Deliverable> which) {
        var gone = List.copyOf(which);
        change(of -> desk.deliverables().delete(of, gone));
        return () -> change(of -> desk.deliverables().restore(of, gone));
    }

    /// Fills the list of a simulated tenant, with a mailbox that is there.
    public void loadSamples() {
        change(of -> desk.deliverables().restore(of, desk.samples().apply(of)));
    }

    public void export(Path file, Consumer<Integer> saved) {
        act(of -> desk.exports().write(of, file), saved);
    }

    public void readFile(Path file, Consumer<DeliverableImport.Sheet> read) {
        tasks.start(progress -> desk.imports().read(file), read, screen::failed);
    }

    public void preview(DeliverableImport.Sheet sheet, Map<Column, Integer> mapping, Consumer<ImportPreview> made) {
        act(of -> desk.imports().preview(of, sheet, mapping), made);
    }

    public void importAll(ImportPreview preview) {
        change(of -> desk.imports().apply(of, preview));
    }

    public SharingViewModel sharing() {
        return new SharingViewModel(desk.sharing(), chosen(), tasks);
    }

    public Optional<RollOutViewModel> rollOut() {
        return desk.rollOut().map(services -> new RollOutViewModel(services, chosen(), tasks));
    }

    /// The one that is chosen now, also after another was chosen.
    private Supplier<Integration> chosen() {
        var id = screen.chosen();
        return () -> desk.integrations().apply(id);
    }

    /// Looks people up while somebody types; the newest text wins.
    public void searchPeople(String text, Consumer<List<Person>> found, Consumer<String> refused) {
        searching.cancel();
        var id = screen.chosen();
        searching = tasks.start(progress -> desk.people().apply(desk.integrations().apply(id), text).stream()
                .map(account -> new Person(account.mail(), account.displayName())).toList(), found, problem -> refused.accept(new ProblemText(words).what(problem)));
    }

    public boolean canMakeReview() {
        return desk.review().isPresent();
    }

    public void makeReview(Deliverable about) {
        desk.review().ifPresent(editor -> now().ifPresent(now -> editor.accept(new ReviewDraft(now.integration(),
                words.text("deliverables.review.subject", about.subject()), about.link(), about.date(), about.assignees()))));
    }
}
