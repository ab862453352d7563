package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountsViewModel.Filter;
import app.lectern.demo.faults.Fault;
import app.lectern.integrations.Integration;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Jobs;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Loading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsViewModelTest {
    @TempDir
    Path folder;

    private Northfield northfield;
    private Integration integration;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private AccountsViewModel model;

    @BeforeEach
    void open() {
        northfield = new Northfield(folder);
        integration = northfield.integration(northfield.tenant.apps().complete(), Northfield.OYELARAN, Northfield.SERVICE);
        model = model(new InlineTaskRunner(), Runnable::run);
        choice.set(choiceOf(integration));
    }

    @AfterEach
    void close() {
        northfield.close();
    }

    private AccountsViewModel model(TaskRunner tasks, Executor answers) {
        return new AccountsViewModel(northfield.verifier, northfield.organisers, northfield.integrations::find, choice, tasks, answers,
                northfield.words, northfield.clock);
    }

    private static Choice choiceOf(Integration integration) {
        return new Choice(integration.key(), integration.name(), "Client secret", "Connected", Health.OK, true);
    }

    private List<String> shown() {
        return model.shown().stream().map(AccountRow::address).toList();
    }

    private void verify(String... addresses) {
        model.inputProperty().set(String.join("\n", addresses));
        model.verify();
    }

    @Test
    void typedAddressesAreCountedAndCheckedAndTheInputIsFreeAgain() {
        model.inputProperty().set(Northfield.MARTA + ", " + Northfield.LINDQVIST + "\n" + Northfield.MARTA);
        assertThat(model.verifiable()).isEqualTo(2);
        assertThat(model.typed().duplicates()).isEqualTo(1);
        model.verify();
        assertThat(model.inputProperty().get()).isEmpty();
        assertThat(model.rows()).filteredOn(row -> row.address().equals(Northfield.MARTA)).singleElement().satisfies(row -> {
            assertThat(row.isReady()).isTrue();
            assertThat(row.state()).isEqualTo(AccountRow.State.DONE);
        });
        assertThat(model.checkedProperty().get()).isEqualTo(2);
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void rowsAreFilteredByVerdictAndText() {
        verify(Northfield.MARTA, Northfield.LINDQVIST, "nobody@northfield.example");
        model.filterProperty().set(Filter.PROBLEMS);
        assertThat(shown()).contains(Northfield.LINDQVIST, "nobody@northfield.example").doesNotContain(Northfield.MARTA);
        model.filterProperty().set(Filter.READY);
        assertThat(shown()).contains(Northfield.MARTA).doesNotContain(Northfield.LINDQVIST);
        model.filterProperty().set(Filter.ALL);
        model.filterTextProperty().set("Karin");
        assertThat(shown()).containsExactly(Northfield.LINDQVIST);
        assertThat(model.count(Filter.UNFINISHED)).isZero();
    }

    @Test
    void theChainIsShownWithItsWinner() {
        assertThat(model.organiser().chainProperty().get()).isInstanceOfSatisfying(Loading.Ready.class, ready ->
                assertThat(((EmailChain) ready.value()).winner().orElseThrow().address()).isEqualTo(Northfield.SERVICE));
        model.organiser().keepOrder(new OrganiserOrder(Northfield.MARTA, EmailChain.Role.SIGNED_IN_USER));
        assertThat(model.organiser().chainProperty().get().data().orElseThrow().winner().orElseThrow().address()).isEqualTo(Northfield.MARTA);
    }

    @Test
    void pastResultsAreThereWhenTheScreenOpensAndStaleOnesAreFound() {
        verify(Northfield.MARTA);
        northfield.clock.advance(Duration.ofHours(30));
        var again = model(new InlineTaskRunner(), Runnable::run);
        assertThat(again.rows()).extracting(AccountRow::address).contains(Northfield.MARTA);
        assertThat(again.stale()).extracting(AccountRow::address).contains(Northfield.MARTA).doesNotContain(Northfield.SERVICE);
        again.checkAgain(again.stale());
        assertThat(again.stale()).isEmpty();
    }

    @Test
    void anotherIntegrationHasItsOwnResults() {
        verify(Northfield.MARTA);
        choice.set(choiceOf(northfield.integration()));
        assertThat(model.rows()).isEmpty();
        choice.set(choiceOf(integration));
        assertThat(model.rows()).extracting(AccountRow::address).contains(Northfield.MARTA);
    }

    @Test
    void removedRowsComeBackWithUndo() {
        verify(Northfield.MARTA, Northfield.LINDQVIST);
        var gone = model.rows().stream().filter(row -> row.address().equals(Northfield.MARTA)).toList();
        var undo = model.remove(gone);
        assertThat(shown()).doesNotContain(Northfield.MARTA);
        assertThat(northfield.verifier.known(integration, Northfield.MARTA)).isEmpty();
        undo.run();
        assertThat(shown()).contains(Northfield.MARTA);
        assertThat(northfield.verifier.known(integration, Northfield.MARTA)).isPresent();
        model.clear();
        assertThat(northfield.verifier.known(integration, Northfield.MARTA)).isEmpty();
    }

    @Test
    void aFailedSignInIsShownAndTheRowsStay() {
        verify(Northfield.MARTA);
        choice.set(choiceOf(northfield.integration(northfield.tenant.apps().lapsed(), "", "")));
        verify(Northfield.LINDQVIST);
        assertThat(model.problemProperty().get().orElseThrow().code()).isEqualTo(Problem.Code.SECRET_EXPIRED);
        assertThat(model.rows()).singleElement().satisfies(row -> assertThat(row.state()).isEqualTo(AccountRow.State.WAITING));
        assertThat(model.runningProperty().get()).isFalse();
        model.dismissProblem();
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void filesFillTheInputAndUnreadableOnesSayWhy() throws Exception {
        var file = folder.resolve("staff.csv");
        Files.writeString(file, "email\n" + Northfield.MARTA + "\n");
        model.importFile(file);
        assertThat(model.inputProperty().get()).isEqualTo(Northfield.MARTA);
        model.importFile(folder.resolve("none.csv"));
        assertThat(model.problemProperty().get().orElseThrow().code()).isEqualTo(Problem.Code.INPUT_WRONG);
    }

    @Test
    void whatIsShownIsExportedAndSaysThatItIsSimulated() throws Exception {
        verify(Northfield.MARTA, Northfield.LINDQVIST);
        model.filterProperty().set(Filter.READY);
        var file = folder.resolve("out.csv");
        model.export(file, saved -> assertThat(saved).isEqualTo(file));
        var text = Files.readString(file);
        assertThat(text).contains(Northfield.MARTA).doesNotContain(Northfield.LINDQVIST).contains("simulated data");
        assertThat(model.report(List.of())).contains("GET /users/" + Northfield.MARTA + "/drive → 200");
        model.export(folder.resolve("no/such/folder.csv"), saved -> {});
        assertThat(model.problemProperty().get().orElseThrow().code()).isEqualTo(Problem.Code.FOLDER_UNUSABLE);
    }

    @Test
    void theDirectoryAnswersTheNewestText() {
        var found = new ArrayList<Account>();
        model.search("kow", found::addAll, refused -> {
            throw new AssertionError(refused);
        });
        assertThat(found).extracting(Account::displayName).containsExactly("Marta Kowalska");
    }

    @Test
    void theSameCommandNamesWhatWouldBeChecked() {
        model.inputProperty().set(Northfield.MARTA);
        assertThat(model.sameCommand().line()).isEqualTo("lectern accounts check --integration " + integration.key() + " " + Northfield.MARTA);
    }

    @Test
    void rowsStreamInAndCancellingKeepsWhatIsDone() throws Exception {
        var queue = new LinkedBlockingQueue<Runnable>();
        try (var jobs = new Jobs(queue::add, northfield.clock)) {
            model = model(jobs, queue::add);
            drain(queue);
            northfield.tenant.faults().graph("POST", "/$batch").after(9).always().with(Fault.delay(Duration.ofSeconds(4)));
            model.inputProperty().set(String.join("\n", northfield.people(40)));
            model.verify();
            for (int turn = 0; turn < 200 && model.checkedProperty().get() < 20; turn++) {
                runOne(queue);
            }
            assertThat(model.checkedProperty().get()).isGreaterThanOrEqualTo(20);
            assertThat(model.runningProperty().get()).isTrue();
            model.cancel();
            assertThat(model.runningProperty().get()).isFalse();
            drain(queue);
            assertThat(model.rows()).filteredOn(AccountRow::isFinished).hasSizeGreaterThanOrEqualTo(20);
            assertThat(model.rows()).noneMatch(row -> row.state() == AccountRow.State.CHECKING);
        }
    }

    private static void runOne(LinkedBlockingQueue<Runnable> queue) throws InterruptedException {
        var next = queue.poll(200, TimeUnit.MILLISECONDS);
        if (next != null) {
            next.run();
        }
    }

    private static void drain(LinkedBlockingQueue<Runnable> queue) throws InterruptedException {
        for (var next = queue.poll(500, TimeUnit.MILLISECONDS); next != null; next = queue.poll(500, TimeUnit.MILLISECONDS)) {
            next.run();
        }
    }
}
