package app.lectern.integrations.screen;

import app.lectern.integrations.CredentialExpiry;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationChanges;
import app.lectern.integrations.IntegrationTransfer;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.setup.AdminPack;
import app.lectern.integrations.setup.SetupDraft;
import app.lectern.integrations.setup.TestMeeting;
import app.lectern.integrations.wizard.SetupParts;
import app.lectern.integrations.wizard.SetupViewModel;
import app.lectern.integrations.wizard.SetupWork;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.integrations.upkeep.Upkeep;
import app.lectern.integrations.waiting.Wait;
import app.lectern.problems.Problem;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The Integrations screen: the list, the selected one, and the wizard when it is open.
public final class IntegrationsViewModel {
    private final IntegrationsDesk desk;
    private final SetupParts setup;
    private final TaskRunner tasks;
    private final Words words;
    private final Runnable changed;
    private final Consumer<Integration> sync;
    private final ReadOnlyObjectWrapper<Loading<List<IntegrationFacts>>> all = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<List<SetupDraft>> drafts = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<IntegrationFacts>> selected = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Long> made = Optional.empty();
    private final ObjectProperty<Optional<Asked>> asked = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SetupViewModel>> wizard = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    private OptionalLong wanted = OptionalLong.empty();

    /// `changed` is told when the list of integrations is another one; `sync` starts the first sync of a new one.
    public IntegrationsViewModel(IntegrationsDesk desk, SetupParts setup, Runnable changed, Consumer<Integration> sync) {
        this.desk = desk;
        this.setup = setup;
        this.tasks = setup.tasks();
        this.words = setup.words();
        this.changed = changed;
        this.sync = sync;
    }

    /// What another screen leads to here.
    public enum Errand { ROTATE, EDIT, SIGN_IN, REVIEW, JOBS }

    record Asked(Integration of, Errand errand) {}

    /// The dialog opens as soon as this screen is in front.
    public void ask(Integration of, Errand errand) {
        asked.set(Optional.of(new Asked(of, errand)));
    }

    ObjectProperty<Optional<Asked>> asked() {
        return asked;
    }

    ReadOnlyObjectProperty<Loading<List<IntegrationFacts>>> all() {
        return all.getReadOnlyProperty();
    }

    /// Those begun and left.
    ReadOnlyObjectProperty<List<SetupDraft>> drafts() {
        return drafts.getReadOnlyProperty();
    }

    ObjectProperty<Optional<IntegrationFacts>> selected() {
        return selected;
    }

    ReadOnlyObjectProperty<Optional<SetupViewModel>> wizard() {
        return wizard.getReadOnlyProperty();
    }

    /// What the last verb ran into.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    long daysLeft(CredentialExpiry expiry) {
        return expiry.daysLeft(setup.clock().instant());
    }

    /// Has this one chosen, now or as soon as the list is read.
    void choose(Integration of) {
        wanted = OptionalLong.of(of.id());
        all.get().data().ifPresent(this::chooseWanted);
    }

    private void chooseWanted(List<IntegrationFacts> known) {
        known.stream().filter(one -> wanted.isPresent() && wanted.getAsLong() == one.integration().id()).findFirst().ifPresent(found -> {
            wanted = OptionalLong.empty();
            selected.set(Optional.of(found));
        });
    }

    public void load() {
        all.set(all.get().busyAgain());
        tasks.start(progress -> desk.all(), this::loaded, why -> all.set(all.get().failedWith(why)));
        tasks.start(progress -> desk.setups().drafts(), drafts::set, this::failed);
    }

    private void loaded(List<IntegrationFacts> known) {
        var was = made.or(() -> selected.get().map(one -> one.integration().id()));
        made = Optional.empty();
        all.set(Loading.ready(known));
        selected.set(known.stream().filter(one -> was.filter(id -> id == one.integration().id()).isPresent()).findFirst()
                .or(() -> known.stream().findFirst()));
        chooseWanted(known);
    }

    /// Opens the wizard on a new draft.
    public void add() {
        tasks.start(progress -> desk.setups().begin(), this::resume, this::failed);
    }

    void resume(SetupDraft draft) {
        wizard.set(Optional.of(new SetupViewModel(draft, setup, this::finished, this::leaveWizard)));
    }

    void discard(SetupDraft draft) {
        run(() -> {
            desk.setups().discard(draft);
            return draft;
        }, gone -> { });
    }

    /// The new one is looked at next.
    private void finished(Integration connected) {
        boolean syncFirst = wizard.get().map(open -> open.last().syncFirst().get()).orElse(false);
        made = Optional.of(connected.id());
        leaveWizard();
        changed.run();
        check(connected);
        if (syncFirst) {
            sync.accept(connected);
        }
    }

    private void leaveWizard() {
        wizard.set(Optional.empty());
        load();
    }

    void tryDemo() {
        run(desk::demo, made -> changed.run());
    }

    void check(Integration of) {
        tasks.start(JobInfo.shown(words.text("integrations.job.check", of.name()), JobInfo.Kind.CHECK),
                progress -> desk.check(of, progress), report -> load(), this::failed);
    }

    void checkAll() {
        tasks.start(JobInfo.shown(words.text("integrations.job.check-all"), JobInfo.Kind.CHECK), desk::checkAll, reports -> load(), this::failed);
    }

    void rename(Integration of, String name) {
        run(() -> desk.update(of.named(name)), saved -> changed.run());
    }

    /// `then` is told what it needs to work again, such as a new secret for another app.
    void change(Integration before, Integration now, String account, boolean verify, Consumer<IntegrationChanges.Changed> then) {
        run(() -> {
            var saved = desk.change(before, now);
            return account.equals(saved.integration().serviceAccount()) ? saved
                    : new IntegrationChanges.Changed(desk.account(saved.integration(), account, verify), saved.needs());
        }, saved -> {
            changed.run();
            then.accept(saved);
        });
    }

    SetupParts parts() {
        return setup;
    }

    String signInWithCode(Integration of, Consumer<SetupWork.Code> given) {
        return desk.signInWithCode(of, given);
    }

    void signInWithBrowser(Integration of, Consumer<URI> opener, Consumer<String> done) {
        tasks.start(progress -> desk.signInWithBrowser(of, opener), person -> {
            changed.run();
            done.accept(person);
        }, this::failed);
    }

    void signedInAgain() {
        changed.run();
        load();
    }

    /// What its jobs need is looked at anew.
    void meanFor(Integration of, AppJobs jobs) {
        run(() -> desk.update(of.meantFor(jobs)), saved -> {
            changed.run();
            check(saved);
        });
    }

    void setActive(Integration of, boolean active) {
        run(() -> desk.update(of.active(active)), saved -> changed.run());
    }

    void duplicate(Integration of, String name) {
        run(() -> desk.duplicate(of, name), made -> changed.run());
    }

    /// What would go with it, by the name of the data.
    void localData(Integration of, Consumer<Map<String, Long>> told) {
        tasks.start(progress -> desk.localData(of), told, this::failed);
    }

    void remove(Integration of) {
        run(() -> desk.remove(of), gone -> changed.run());
    }

    /// The array is wiped. A refusal leaves the old secret in use.
    void rotate(Integration of, char[] secret, Runnable done, Consumer<Problem> refused) {
        run(() -> {
            var outcome = desk.rotate(of, secret);
            outcome.refusal().ifPresent(why -> {
                throw why.raise();
            });
            return outcome;
        }, outcome -> done.run(), refused);
    }

    /// The array is wiped.
    void rotate(Integration of, Path certificate, char[] password, Runnable done, Consumer<Problem> refused) {
        run(() -> {
            var outcome = desk.rotate(of, certificate, password);
            outcome.refusal().ifPresent(why -> {
                throw why.raise();
            });
            return outcome;
        }, outcome -> done.run(), refused);
    }

    void export(Path into, Runnable done) {
        var some = all.get().data().orElse(List.of()).stream().map(IntegrationFacts::integration).toList();
        run(() -> desk.export(some, into), file -> done.run());
    }

    void importFrom(Path file, Consumer<IntegrationTransfer.Imported> done) {
        run(() -> desk.importFrom(file), imported -> {
            changed.run();
            done.accept(imported);
        });
    }

    void pack(Integration of, Consumer<AdminPack> made) {
        run(() -> desk.pack(of), made);
    }

    /// Hands on how many things are waited for from now on.
    void handedOver(Integration of, Consumer<Integer> begun) {
        run(() -> desk.handedOver(of).size(), begun);
    }

    boolean isLate(Wait wait) {
        return wait.isLate(setup.clock().instant());
    }

    boolean isOverdue(Upkeep upkeep) {
        return upkeep.isOverdue(setup.clock().instant());
    }

    void done(Integration of, Upkeep upkeep) {
        run(() -> desk.done(of, upkeep.kind()), done -> { });
    }

    void stop(Wait wait) {
        run(() -> desk.stop(wait), stopped -> { });
    }

    void save(AdminPack pack, Path file, Runnable written, Consumer<Problem> refused) {
        run(() -> pack.writePage(file), done -> written.run(), refused);
    }

    void testMeeting(Integration of, Consumer<TestMeeting> made) {
        tasks.start(JobInfo.shown(words.text("integrations.job.test", of.name()), JobInfo.Kind.MEETING),
                progress -> desk.testMeeting(of, progress), meeting -> {
                    made.accept(meeting);
                    load();
                }, this::failed);
    }

    private <T> void run(java.util.concurrent.Callable<T> work, Consumer<? super T> done) {
        run(work, done, this::failed);
    }

    private <T> void run(java.util.concurrent.Callable<T> work, Consumer<? super T> done, Consumer<Problem> refused) {
        problem.set(Optional.empty());
        tasks.start(progress -> work.call(), result -> {
            done.accept(result);
            load();
        }, refused);
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why));
    }
}
