package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.demo.school.MailboxState;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Due dates in calendars, through the real SDK, against the demo tenant.
class DeliverableSyncTest {
    private static final String AMINA = CalendarBench.AMINA;
    private static final String TOMASZ = CalendarBench.TOMASZ;
    private static final LocalDate DAY = CalendarBench.DAY;

    @TempDir
    Path folder;
    private CalendarBench bench;

    @BeforeEach
    void open() {
        bench = new CalendarBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void individual() {
        bench.deliverables.save(bench.integration, bench.deliverables.settings(bench.integration).mode(CalendarMode.INDIVIDUAL));
    }

    @Test
    void theFirstApplicationMakesTheCalendarAndTheSecondDryRunIsEmpty() throws Exception {
        bench.add("a", DAY, AMINA);
        bench.add("b", null, AMINA);
        var plan = bench.plan();
        assertThat(plan.calendar()).isEqualTo(CalendarState.TO_BE_MADE);
        assertThat(bench.shared()).as("a dry run writes nothing").isEmpty();

        var report = bench.apply();

        assertThat(report).isEqualTo(new SyncReport(1, 0, 0, 0, 0, java.util.Map.of()));
        assertThat(bench.shared()).singleElement().satisfies(event -> {
            assertThat(event.calendar().name()).isEqualTo("Project Deliverables");
            assertThat(event.subject()).isEqualTo("Coastal Library: Item a");
            assertThat(event.times().allDay()).isTrue();
            assertThat(event.times().start()).isEqualTo(DAY.atStartOfDay());
            assertThat(event.times().end()).isEqualTo(DAY.plusDays(1).atStartOfDay());
            assertThat(event.body()).contains("Harbour Council", "Bring the plans.", "https://projects.northfield.example/a");
            assertThat(event.attendees()).isEmpty();
            assertThat(event.details().path("showAs").asText()).isEqualTo("free");
        });
        var second = bench.plan();
        assertThat(second.changes()).isEmpty();
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(second.calendar()).isEqualTo(CalendarState.FOUND);
    }

    @Test
    void changesAndDeletionsOfTheListArriveAndOthersEventsAreNeverTouched() throws Exception {
        var a = bench.add("a", DAY);
        var b = bench.add("b", DAY);
        bench.apply();
        int others = bench.room.tenant.school().calendars().of(bench.room.tenant.school().people().named(AMINA)).own().size();
        bench.deliverables.save(bench.integration, a.on(DAY.plusDays(4)));
        bench.deliverables.delete(bench.integration, List.of(b));

        var report = bench.apply();

        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.deleted()).isEqualTo(1);
        assertThat(bench.shared()).singleElement().satisfies(event -> assertThat(event.times().start()).isEqualTo(DAY.plusDays(4).atStartOfDay()));
        assertThat(bench.room.tenant.school().calendars().of(bench.room.tenant.school().people().named(AMINA)).own()).hasSize(others);
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void allDayStaysOneDayWhenTheClocksChange() throws Exception {
        for (var zone : List.of("Europe/London", "America/New_York", "Pacific/Auckland")) {
            var settings = bench.deliverables.settings(bench.integration);
            bench.deliverables.save(bench.integration,
                    settings.events(ZoneId.of(zone), settings.reminder(), settings.category(), false, true));
            for (var day : List.of("2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-05", "2026-09-27")) {
                bench.add(zone + day, LocalDate.parse(day));
            }
            assertThat(bench.apply().failures()).isEmpty();
            assertThat(bench.plan().changes()).isEmpty();
        }
        assertThat(bench.shared()).hasSize(18).allSatisfy(event -> {
            assertThat(event.times().start().toLocalTime()).isEqualTo(java.time.LocalTime.MIDNIGHT);
            assertThat(event.times().end()).isEqualTo(event.times().start().plusDays(1));
        });
    }

    @Test
    void individualCalendarsHoldWhatTheirOwnersAreAssignedAndNothingElse() throws Exception {
        individual();
        bench.add("a", DAY, AMINA, TOMASZ);
        bench.add("b", DAY, TOMASZ);
        bench.add("c", DAY);

        assertThat(bench.apply().created()).isEqualTo(3);

        assertThat(CalendarBench.subjects(bench.events(AMINA))).containsExactly("Coastal Library: Item a");
        assertThat(CalendarBench.subjects(bench.events(TOMASZ))).containsExactly("Coastal Library: Item a", "Coastal Library: Item b");
        assertThat(bench.events(AMINA)).allSatisfy(event -> assertThat(event.calendar().isDefault()).isTrue());
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void switchingTheModeMovesTheEventsBothWays() throws Exception {
        bench.add("a", DAY, AMINA, TOMASZ);
        bench.add("b", DAY, AMINA);
        bench.apply();
        individual();
        var there = bench.plan();
        assertThat(there.count(Change.Kind.MOVE)).isEqualTo(2);
        assertThat(there.count(Change.Kind.CREATE)).isEqualTo(1);

        var report = bench.apply();

        assertThat(report).isEqualTo(new SyncReport(1, 0, 2, 0, 0, java.util.Map.of()));
        assertThat(bench.shared()).isEmpty();
        assertThat(bench.events(AMINA)).hasSize(2);
        assertThat(bench.events(TOMASZ)).hasSize(1);
        assertThat(bench.plan().changes()).isEmpty();

        bench.deliverables.save(bench.integration, bench.deliverables.settings(bench.integration).mode(CalendarMode.SHARED));
        bench.apply();
        assertThat(bench.shared()).hasSize(2);
        assertThat(bench.events(AMINA)).isEmpty();
        assertThat(bench.events(TOMASZ)).isEmpty();
        assertThat(bench.plan().changes()).isEmpty();
    }

    private void delete(CalendarEvent event) {
        var school = bench.room.tenant.school();
        school.exclusively(() -> {
            school.calendars().delete(event, event.organiser());
            return null;
        });
    }

    @Test
    void aRenamedCalendarIsKnownAndADeletedOneIsMadeAgain() throws Exception {
        bench.add("a", DAY);
        bench.apply();
        var school = bench.room.tenant.school();
        var mailbox = school.calendars().of(school.people().find(Room.SERVICE_ACCOUNT).orElseThrow());
        mailbox.renameCalendar(bench.shared().getFirst().calendar(), "Due dates");
        var renamed = bench.plan();
        assertThat(renamed.calendar()).isEqualTo(CalendarState.RENAMED);
        assertThat(renamed.calendarName()).isEqualTo("Due dates");
        assertThat(renamed.changes()).isEmpty();

        var calendar = mailbox.calendars().stream().filter(each -> each.name().equals("Due dates")).findFirst().orElseThrow();
        school.exclusively(() -> {
            school.calendars().deleteCalendar(calendar);
            return null;
        });
        assertThat(bench.plan().calendar()).isEqualTo(CalendarState.DELETED);
        assertThat(bench.apply().created()).isEqualTo(1);
        assertThat(bench.shared()).hasSize(1);
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void unknownAssigneesAndMissingMailboxesAreNamedAndTheRestGoesOn() throws Exception {
        individual();
        bench.add("a", DAY, AMINA, "nobody@northfield.example", "k.lindqvist@northfield.example");

        var plan = bench.plan();

        assertThat(plan.problems()).containsOnlyKeys("nobody@northfield.example", "k.lindqvist@northfield.example");
        assertThat(plan.problems().get("nobody@northfield.example").code()).isEqualTo(Problem.Code.USER_UNKNOWN);
        assertThat(plan.problems().get("k.lindqvist@northfield.example").code()).isEqualTo(Problem.Code.MAILBOX_MISSING);
        bench.apply();
        assertThat(bench.events(AMINA)).hasSize(1);
    }

    @Test
    void aServiceAccountWithoutMailboxIsNamed() throws Exception {
        bench.add("a", DAY);
        bench.room.tenant.school().control().mailbox(Room.SERVICE_ACCOUNT, MailboxState.ON_PREMISES);

        var plan = bench.plan();

        assertThat(plan.calendar()).isEqualTo(CalendarState.NOT_READ);
        assertThat(plan.problems().get(Room.SERVICE_ACCOUNT).code()).isEqualTo(Problem.Code.MAILBOX_MISSING);
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void oneRefusalLeavesTheOthersDoneAndIsPlannedAgain() throws Exception {
        for (int at = 0; at < 5; at++) {
            bench.add("k" + at, DAY);
        }
        bench.plan();
        bench.room.tenant.faults().graph("POST", "/users/*/calendars/*/events").times(1).with(Fault.empty(400));

        var report = bench.apply();

        assertThat(report.created()).isEqualTo(4);
        assertThat(report.failures()).hasSize(1);
        assertThat(bench.apply().created()).isEqualTo(1);
        assertThat(bench.shared()).hasSize(5);
    }

    @Test
    void theCalendarIsSharedWithPeopleAndWithTheOrganisation() throws Exception {
        bench.add("a", DAY);
        assertThatThrownBy(() -> bench.sharing.list(bench.integration)).isInstanceOf(ProblemException.class);
        bench.apply();
        bench.sharing.share(bench.integration, AMINA);
        bench.sharing.organisation(bench.integration, true);
        assertThat(bench.sharing.list(bench.integration)).filteredOn(CalendarShare::mayRead).hasSize(2);
        var amina = bench.sharing.list(bench.integration).stream().filter(share -> share.address().equals(AMINA)).findFirst().orElseThrow();
        bench.sharing.remove(bench.integration, amina);
        bench.sharing.organisation(bench.integration, false);
        assertThat(bench.sharing.list(bench.integration)).noneMatch(CalendarShare::mayRead);
    }

    @Test
    void aLostListIsMadeAgainFromTheCalendars() throws Exception {
        var a = bench.add("a", DAY, AMINA, TOMASZ);
        var b = bench.add("b", DAY, TOMASZ);
        bench.apply();
        var lost = new CalendarBench(new Room(folder.resolve("other"), bench.room.tenant), null);
        try (lost) {
            var plan = lost.plan();
            assertThat(plan.changes()).as("events that nobody knows are left alone").isEmpty();
            assertThat(plan.strangers()).hasSize(2);

            assertThat(lost.sync.rebuild(lost.integration, Set.of(), Progress.NONE)).isEqualTo(2);

            assertThat(lost.deliverables.list(lost.integration)).containsExactlyInAnyOrder(a, b);
            assertThat(lost.plan().changes()).isEmpty();
        }
    }

    @Test
    void aListOfIndividualCalendarsIsMadeAgainFromOnePersonOnwards() throws Exception {
        individual();
        bench.add("a", DAY, AMINA, TOMASZ);
        bench.add("b", DAY, TOMASZ);
        bench.apply();
        var list = bench.deliverables.list(bench.integration);
        bench.deliverables.delete(bench.integration, list);

        assertThat(bench.sync.rebuild(bench.integration, Set.of(AMINA), Progress.NONE)).isEqualTo(2);

        assertThat(bench.deliverables.list(bench.integration)).isEqualTo(list);
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void assigneesAreInvitedOnlyIfThatIsWanted() throws Exception {
        var settings = bench.deliverables.settings(bench.integration);
        bench.deliverables.save(bench.integration, settings.events(settings.zone(), OptionalInt.empty(), "Projects", true, false));
        bench.add("a", DAY, AMINA, "nobody@northfield.example");
        bench.apply();
        assertThat(bench.shared()).singleElement().satisfies(event -> {
            assertThat(event.attendees()).singleElement().satisfies(attendee -> assertThat(attendee.address()).isEqualToIgnoringCase(AMINA));
            assertThat(event.body()).doesNotContain("Bring the plans");
            assertThat(event.details().path("singleValueExtendedProperties").toString()).doesNotContain("Bring the plans");
            assertThat(event.details().path("isReminderOn").asBoolean(true)).isFalse();
        });
        assertThat(bench.plan().changes()).isEmpty();
    }

    @Test
    void withoutThePermissionThatIsSaidAtOnce() {
        var bare = bench.room.integrations.update(bench.room.connected(bench.room.tenant.apps().bare()).organisingAs(Room.SERVICE_ACCOUNT));
        bench.deliverables.save(bare, bench.add("a", DAY));
        assertThatThrownBy(() -> bench.sync.plan(bare, Progress.NONE)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isIn(Problem.Code.CONSENT_MISSING, Problem.Code.PERMISSION_MISSING));
    }

    @Test
    void aThousandAreSyncedAndTheSecondDryRunIsEmpty() throws Exception {
        var some = new java.util.ArrayList<Deliverable>();
        for (int at = 0; at < 1000; at++) {
            some.add(new Deliverable("k" + at, "Project " + at % 20, "", "Item " + at, OptionalInt.empty(),
                    java.util.Optional.of(DAY.plusDays(at % 200)), "", List.of(at % 2 == 0 ? AMINA : TOMASZ), "", java.util.Optional.empty()));
        }
        bench.deliverables.saveAll(bench.integration, some);
        assertThat(bench.apply().created()).isEqualTo(1000);
        assertThat(bench.shared()).hasSize(1000);
        assertThat(new HashSet<>(CalendarBench.subjects(bench.shared()))).hasSize(1000);
        var second = bench.plan();
        assertThat(second.changes()).isEmpty();
        assertThat(second.unchanged()).isEqualTo(1000);
    }
}
