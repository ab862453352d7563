package app.lectern.accounts;

import app.lectern.accounts.AccountRow.State;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.Progress;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.SameCommand;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The accounts screen: addresses go in, rows fill check by check, and the organiser chain stands above them. Follows the
/// integration that is chosen in the top bar.
public final class AccountsViewModel {
    public enum Filter { ALL, READY, PROBLEMS, UNFINISHED }

    private final AccountVerifier verifier;
    private final OrganiserChainViewModel organiser;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final Executor answers;
    private final Words words;
    private final Clock clock;

    private final StringProperty input = new SimpleStringProperty("");
    private final ObservableList<AccountRow> rows = FXCollections.observableArrayList();
    private final FilteredList<AccountRow> shown = new FilteredList<>(rows);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ObjectProperty<AccountRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final IntegerProperty checked = new SimpleIntegerProperty();
    private final IntegerProperty wanted = new SimpleIntegerProperty();
    private Job job = Job.NONE;
    private Job searchJob = Job.NONE;
    private int run;

    public AccountsViewModel(
            AccountVerifier verifier, Organisers organisers, Function<String, Integration> integrations, ObservableValue<Choice> choice,
            TaskRunner tasks, Executor answers, Words words, Clock clock) {
        this.verifier = verifier;
        this.integrations = integrations;
        this.choice = choice;
        this.tasks = tasks;
        this.answers = answers;
        this.words = words;
        this.clock = clock;
        this.organiser = new OrganiserChainViewModel(verifier, organisers, integrations, choice, tasks, this::known);
        filter.subscribe(now -> narrow());
        filterText.subscribe(now -> narrow());
        choice.subscribe(now -> load());
    }

    private void narrow() {
        var text = filterText.get().strip().toLowerCase(java.util.Locale.ROOT);
        shown.setPredicate(row -> row.contains(text) && switch (filter.get()) {
            case ALL -> true;
            case READY -> row.isReady();
            case PROBLEMS -> row.isProblem();
            case UNFINISHED -> !row.isFinished();
        });
    }

    public long count(Filter of) {
        return rows.stream().filter(row -> switch (of) {
            case ALL -> true;
            case READY -> row.isReady();
            case PROBLEMS -> row.isProblem();
            case UNFINISHED -> !row.isFinished();
        }).count();
    }

    /// Shows the past results of the chosen integration and the chain as it was known last, then has the chain checked.
    public void load() {
        job.cancel();
        settle(++run);
        rows.clear();
        selected.set(null);
        organiser.forget();
        problem.set(Optional.empty());
        if (choice.getValue() == null) {
            return;
        }
        var id = choice.getValue().id();
        tasks.start(progress -> verifier.known(integrations.apply(id)), known -> {
            if (isStill(id)) {
                known.forEach(report -> replace(AccountRow.of(report).in(State.DONE)));
            }
        }, this::failed);
        organiser.resolve();
    }

    /// A newer result of somebody in the list, asked for by others.
    private void known(AccountReport report) {
        if (row(report.address()).filter(row -> row.state() == State.DONE).isPresent()) {
            replace(AccountRow.of(report));
        }
    }

    private boolean isStill(String id) {
        return choice.getValue() != null && choice.getValue().id().equals(id);
    }

    /// What the input holds, brought into order.
    public AddressList typed() {
        return AddressList.ofText(input.get());
    }

    /// How many the button would check: those typed, or with nothing typed all in the list.
    public int verifiable() {
        return input.get().isBlank() ? rows.size() : typed().addresses().size();
    }

    public void verify() {
        var addresses = input.get().isBlank() ? rows.stream().map(AccountRow::address).toList() : typed().addresses();
        input.set("");
        check(addresses);
    }

    public void add(AddressList more) {
        check(more.addresses());
    }

    public void addText(String text) {
        add(AddressList.ofText(text));
    }

    /// Reads a file of addresses and checks them at once.
    public void importFile(Path file) {
        tasks.start(progress -> AddressList.read(file), read -> {
            if (read.addresses().isEmpty()) {
                failed(Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString())
                        .with("reason", "@accounts.cli.none"));
            } else {
                input.set(String.join("\n", read.addresses()));
            }
        }, refused -> failed(Problem.of(Problem.Code.INPUT_WRONG).with("field", file.getFileName().toString())
                .with("reason", "@accounts.cli.file")));
    }

    public void checkAgain(Collection<AccountRow> which) {
        check(which.stream().map(AccountRow::address).toList());
    }

    public List<AccountRow> stale() {
        var now = clock.instant();
        return rows.stream().filter(row -> row.report().filter(report -> report.isStale(now)).isPresent()).toList();
    }

    private void check(List<String> addresses) {
        if (addresses.isEmpty() || choice.getValue() == null) {
            return;
        }
        job.cancel();
        int mine = ++run;
        settle(mine);
        var id = choice.getValue().id();
        addresses.forEach(address -> replace(row(address).map(row -> row.in(State.WAITING)).orElseGet(() -> AccountRow.waiting(address))));
        problem.set(Optional.empty());
        wanted.set(addresses.size());
        checked.set(0);
        running.set(true);
        job = tasks.start(JobInfo.shown(words.text("accounts.job"), JobInfo.Kind.CHECK),
                progress -> work(id, addresses, mine, progress), done -> finished(), this::failed);
    }

    private List<AccountReport> work(String id, List<String> addresses, int mine, Progress progress) throws InterruptedException {
        try {
            var reports = verifier.check(integrations.apply(id), addresses, report -> answers.execute(() -> received(mine, report)), progress);
            progress.outcome(words.text("accounts.done", reports.size(),
                    reports.stream().filter(report -> report.verdict().kind() == Verdict.Kind.CAN_ORGANISE).count()));
            return reports;
        } finally {
            // a cancelled job answers nothing, and the rows must not wait for ever
            answers.execute(() -> {
                if (mine == run) {
                    settle(mine);
                }
            });
        }
    }

    private void received(int mine, AccountReport report) {
        if (mine != run) {
            return;
        }
        var row = AccountRow.of(report);
        replace(row);
        if (row.isFinished()) {
            checked.set(checked.get() + 1);
        }
    }

    private void finished() {
        organiser.resolve();
    }

    /// Nothing runs any more: what was waiting shows its last result again, or stays unfinished.
    private void settle(int mine) {
        running.set(false);
        for (var row : List.copyOf(rows)) {
            if (row.state() != State.DONE && row.report().filter(AccountReport::isComplete).isPresent()) {
                replace(row.in(State.DONE));
            } else if (row.state() == State.CHECKING) {
                replace(row.in(State.WAITING));
            }
        }
    }

    public void cancel() {
        job.cancel();
        settle(++run);
    }

    private Optional<AccountRow> row(String address) {
        return rows.stream().filter(row -> row.address().equals(address)).findFirst();
    }

    private void replace(AccountRow row) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).address().equals(row.address())) {
                boolean wasSelected = rows.get(at).equals(selected.get());
                rows.set(at, row);
                if (wasSelected) {
                    selected.set(row);
                }
                return;
            }
        }
        rows.add(row);
    }

    /// Takes rows off the list; what is returned puts them back.
    public Runnable remove(Collection<AccountRow> which) {
        var gone = List.copyOf(which);
        var before = List.copyOf(rows);
        var id = choice.getValue().id();
        rows.removeAll(gone);
        tasks.start(progress -> {
            verifier.forget(integrations.apply(id), gone.stream().map(AccountRow::address).toList());
            return gone;
        }, done -> {}, this::failed);
        return () -> {
            if (isStill(id)) {
                rows.setAll(before);
            }
            tasks.start(progress -> {
                verifier.restore(integrations.apply(id), gone.stream().flatMap(row -> row.report().stream()).filter(AccountReport::isComplete).toList());
                return gone;
            }, done -> {}, this::failed);
        };
    }

    /// Clears all results, also those of the organiser chain.
    public void clear() {
        var id = choice.getValue().id();
        cancel();
        rows.clear();
        tasks.start(progress -> verifier.forget(integrations.apply(id)), gone -> organiser.resolve(), this::failed);
    }

    /// Looks people up while somebody types; the newest text wins.
    public void search(String text, Consumer<List<Account>> found, Consumer<Problem> refused) {
        searchJob.cancel();
        var id = choice.getValue().id();
        searchJob = tasks.start(progress -> verifier.search(integrations.apply(id), text), found, refused);
    }

    public void export(Path file, Consumer<Path> saved) {
        boolean simulated = choice.getValue().simulated();
        var reports = finishedReports(shown);
        tasks.start(progress -> {
            write(file, new ReportCsv(words).csv(reports, simulated));
            return file;
        }, saved, this::failed);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
    }

    /// The selected account with all evidence, or every finished one in short.
    public String report(Collection<AccountRow> which) {
        var csv = new ReportCsv(words);
        var reports = finishedReports(which.isEmpty() ? shown : which);
        var texts = new ArrayList<String>();
        reports.forEach(report -> texts.add(csv.report(report, choice.getValue().simulated())));
        return String.join("\n", texts);
    }

    private static List<AccountReport> finishedReports(Collection<AccountRow> rows) {
        return rows.stream().flatMap(row -> row.report().stream()).filter(AccountReport::isComplete).toList();
    }

    public SameCommand sameCommand() {
        var arguments = new ArrayList<>(List.of("accounts", "check"));
        if (choice.getValue() != null) {
            arguments.addAll(List.of("--integration", choice.getValue().id()));
        }
        arguments.addAll(input.get().isBlank() ? rows.stream().map(AccountRow::address).limit(20).toList() : typed().addresses());
        return new SameCommand(arguments);
    }

    private void failed(Problem refused) {
        problem.set(Optional.of(refused));
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    public StringProperty inputProperty() {
        return input;
    }

    public ObservableList<AccountRow> rows() {
        return rows;
    }

    public FilteredList<AccountRow> shown() {
        return shown;
    }

    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    public StringProperty filterTextProperty() {
        return filterText;
    }

    public ObjectProperty<AccountRow> selectedProperty() {
        return selected;
    }

    public OrganiserChainViewModel organiser() {
        return organiser;
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public BooleanProperty runningProperty() {
        return running;
    }

    public IntegerProperty checkedProperty() {
        return checked;
    }

    public IntegerProperty wantedProperty() {
        return wanted;
    }

    public Clock clock() {
        return clock;
    }
}
