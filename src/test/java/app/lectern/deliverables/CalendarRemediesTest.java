package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.demo.school.MailboxState;
import app.lectern.integrations.Room;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.shell.Loading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What mends a refusal of the calendars, as Microsoft words it.
class CalendarRemediesTest {
    @TempDir
    Path folder;
    private CalendarBench bench;

    @BeforeEach
    void open() {
        bench = new CalendarBench(folder);
        bench.add("a", CalendarBench.DAY, CalendarBench.AMINA);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void close(String mailbox) {
        bench.room.tenant.rules().closeMailbox(bench.room.tenant.school().people().find(mailbox).orElseThrow().id(), bench.integration.clientId());
    }

    private static List<Remedy> remedies(DuesDesk dues, Problem.Code code) {
        var met = switch (dues.plan.stateProperty().get()) {
            case Loading.Failed<Plan>(Problem problem, var before) -> problem;
            case Loading.Ready<Plan>(Plan plan) -> plan.problems().values().iterator().next();
            default -> throw new AssertionError("nothing was refused");
        };
        assertThat(met.code()).isEqualTo(code);
        return dues.list.remedies(met);
    }

    @Test
    void aPermissionIsGrantedInEntraOrByItsScript() {
        bench.room.tenant.faults().graph("*", "/**").always().with(Fault.of(GraphRefusals.missingPermission(GraphService.EXCHANGE)));
        var offered = remedies(new DuesDesk(bench), Problem.Code.PERMISSION_MISSING);
        assertThat(offered).extracting(Remedy::kind).containsExactly(Remedy.Kind.OPEN_PAGE, Remedy.Kind.COPY_COMMAND);
        assertThat(offered.get(0).payload()).contains(bench.integration.clientId());
        assertThat(offered.get(1).payload()).contains("New-MgServicePrincipalAppRoleAssignment", "'Calendars.ReadWrite'", bench.integration.clientId());
    }

    @Test
    void aMailboxIsOpenedToTheAppByAScriptForIt() {
        close(Room.SERVICE_ACCOUNT);
        assertThat(remedies(new DuesDesk(bench), Problem.Code.MAILBOX_BLOCKED)).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Remedy.Kind.COPY_COMMAND);
            assertThat(each.payload()).contains("New-ManagementScope", "Application Calendars.ReadWrite", Room.SERVICE_ACCOUNT);
        });
    }

    @Test
    void inIndividualCalendarsTheScriptIsForTheMailboxThatIsClosed() {
        bench.deliverables.save(bench.integration, bench.deliverables.settings(bench.integration).mode(CalendarMode.INDIVIDUAL));
        close(CalendarBench.AMINA);
        assertThat(remedies(new DuesDesk(bench), Problem.Code.MAILBOX_BLOCKED)).singleElement().satisfies(each ->
                assertThat(each.payload()).contains(CalendarBench.AMINA));
    }

    @Test
    void whatNobodyCanMendThereOffersNothing() {
        bench.room.tenant.school().control().mailbox(Room.SERVICE_ACCOUNT, MailboxState.ON_PREMISES);
        assertThat(remedies(new DuesDesk(bench), Problem.Code.MAILBOX_MISSING)).isEmpty();
        assertThat(CalendarRemedies.of(bench.integration, Problem.of(Problem.Code.PERMISSION_MISSING))).as("which permission is not known").isEmpty();
    }
}
