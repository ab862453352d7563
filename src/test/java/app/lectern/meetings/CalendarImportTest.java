package app.lectern.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.accounts.OrganiserDirectory;
import app.lectern.demo.faults.Fault;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.Facet;
import app.lectern.sync.FacetCount;
import app.lectern.sync.SyncFailure;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The organisers' calendars through the real SDK against the demo tenant.
class CalendarImportTest {
    private static final String MARTA = "marta.kowalska@northfield.example";
    private static final Duration LATER = Duration.ofMinutes(6);

    @TempDir
    Path folder;
    private Room room;
    private Integration integration;
    private KnownMeetings known;
    private CalendarOwners owners;
    private CalendarImport calendars;

    @BeforeEach
    void open() {
        room = new Room(folder);
        integration = room.connected();
        known = new KnownMeetings(room.store);
        owners = new CalendarOwners(new OrganiserDirectory(room.access::session), room.access, room.store);
        calendars = new CalendarImport(owners, room.access::session, room.store, new MeetingIds(room.store, room.access::session, room.clock),
                new Checkpoints(room.store, room.clock), room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SyncTally sync(SyncScope scope, boolean force) throws InterruptedException {
        var tally = new SyncTally();
        tally.lookedAt(calendars.facets());
        calendars.sync(new SyncOrder(integration, scope, force), tally, Progress.NONE);
        return tally;
    }

    private SyncTally everything() throws InterruptedException {
        return sync(new SyncScope.Everything(), false);
    }

    private List<Meeting> all() {
        var now = room.clock.instant();
        return known.between(integration, now.minus(Duration.ofDays(100)), now.plus(Duration.ofDays(300)));
    }

    private Meeting called(String subject) {
        return all().stream().filter(meeting -> meeting.subject().equals(subject)).findFirst().orElseThrow();
    }

    /// A meeting that lies ahead; the control object takes the first event of its name.
    private Meeting soon() {
        var all = all();
        return all.stream().filter(meeting -> all.stream().filter(other -> other.subject().equals(meeting.subject())).count() == 1)
                .filter(meeting -> meeting.start().isAfter(room.clock.instant().plus(Duration.ofHours(2)))).findFirst().orElseThrow();
    }

    @Test
    void theSchoolsMeetingsAreKnownWithTheirPeopleAndOccurrences() throws Exception {
        var tally = everything();

        assertThat(tally.failures()).isEmpty();
        assertThat(tally.counts().get(Facet.MEETINGS).created()).isEqualTo(all().size()).isGreaterThan(80);
        var briefing = called("Staff briefing");
        assertThat(briefing.kind()).isEqualTo(MeetingKind.SCHEDULED);
        assertThat(known.attendees(briefing)).hasSize(14);
        var series = all().stream().filter(meeting -> meeting.subject().equals("Tutor group 11K")).toList();
        assertThat(series).hasSize(4).allSatisfy(meeting -> assertThat(meeting.kind()).isEqualTo(MeetingKind.RECURRING))
                .extracting(Meeting::joinUrl).containsOnly(series.getFirst().joinUrl());
        assertThat(all()).filteredOn(meeting -> meeting.endedBy(room.clock.instant()) && !meeting.organiser().address().startsWith("y.tanaka"))
                .allSatisfy(meeting -> {
                    assertThat(meeting.onlineMeetingId()).isNotEmpty();
                    assertThat(meeting.threadId()).startsWith("19:meeting_");
                });
    }

    @Test
    void aSecondLookAsksForChangesOnlyAndAnotherRightAfterAsksNobody() throws Exception {
        everything();
        room.clock.advance(LATER);
        room.tenant.requests().clear();

        var second = everything();

        assertThat(second.counts()).containsEntry(Facet.MEETINGS, FacetCount.NONE);
        assertThat(room.tenant.requests().matching("GET", "/calendarView/delta")).filteredOn(entry -> entry.status() == 200).isNotEmpty().allSatisfy(
                entry -> assertThat(entry.query()).contains("deltatoken"));
        room.tenant.requests().clear();
        everything();
        // two people have a plan for a mailbox and none yet, so theirs is looked for each time
        assertThat(room.tenant.requests().matching("GET", "/calendarView/delta")).allSatisfy(entry -> assertThat(entry.status()).isEqualTo(404));
    }

    @Test
    void whatWasChangedOrDeletedInOutlookIsNoticed() throws Exception {
        everything();
        var first = soon();
        room.tenant.school().control().editInOutlook(first.organiser().address(), first.subject(), "Moved lesson", Duration.ofHours(1));
        room.clock.advance(LATER);

        var changed = everything();

        assertThat(changed.counts()).containsEntry(Facet.MEETINGS, new FacetCount(0, 1, 0, 0, 0));
        assertThat(called("Moved lesson").state()).isEqualTo(MeetingState.CREATED);
        room.tenant.school().control().deleteInOutlook(first.organiser().address(), "Moved lesson");
        room.clock.advance(LATER);
        assertThat(everything().counts()).containsEntry(Facet.MEETINGS, new FacetCount(0, 0, 0, 1, 0));
        assertThat(called("Moved lesson").state()).isEqualTo(MeetingState.CANCELLED);
    }

    @Test
    void aMarkThatExchangeNoLongerKnowsIsStartedOver() throws Exception {
        var created = everything().counts().get(Facet.MEETINGS).created();
        room.tenant.school().control().expireDeltaTokens();
        room.clock.advance(LATER);

        var tally = everything();

        assertThat(tally.failures()).isEmpty();
        assertThat(tally.counts()).containsEntry(Facet.MEETINGS, new FacetCount(0, 0, created, 0, 0));
    }

    @Test
    void aMarkOutlivesTheHostItWasGivenBy() throws Exception {
        owners.choose(integration, List.of(new Organiser(room.idOf(MARTA), MARTA, "Marta Kowalska")));
        int created = everything().counts().get(Facet.MEETINGS).created();
        var link = mark().link();
        assertThat(link).startsWith("/").contains("deltatoken");

        // as an earlier Lectern kept them: of this host, and of one that is gone
        keep(room.access.session(integration).connection().cloud().apiRoot() + link);
        assertThat(everything().counts()).containsEntry(Facet.MEETINGS, FacetCount.NONE);
        keep("https://127.0.0.1:1/v1.0" + link);
        var anew = everything();

        assertThat(anew.failures()).isEmpty();
        assertThat(anew.counts()).containsEntry(Facet.MEETINGS, new FacetCount(0, 0, created, 0, 0));
        assertThat(mark().link()).startsWith("/");
        room.clock.advance(LATER);
        assertThat(everything().counts()).containsEntry(Facet.MEETINGS, FacetCount.NONE);
    }

    private CalendarMark mark() {
        return new Checkpoints(room.store, room.clock).find(integration, "meetings/calendar/" + room.idOf(MARTA)).flatMap(CalendarMark::read).orElseThrow();
    }

    private void keep(String link) {
        new Checkpoints(room.store, room.clock).keep(integration, "meetings/calendar/" + room.idOf(MARTA), mark().at(link, room.clock.instant()).written());
        room.clock.advance(LATER);
    }

    @Test
    void forcedEverythingIsReadAnewAndNothingDoubled() throws Exception {
        int before = everything().counts().get(Facet.MEETINGS).created();

        assertThat(sync(new SyncScope.Everything(), true).counts()).containsEntry(Facet.MEETINGS, new FacetCount(0, 0, before, 0, 0));
        assertThat(all()).hasSize(before);
    }

    @Test
    void aCalendarThatIsRefusedIsNamedAndTheOthersAreRead() throws Exception {
        room.tenant.rules().closeMailbox(room.idOf(MARTA), room.tenant.apps().lectern().appId());

        var tally = everything();

        assertThat(tally.failures()).singleElement().isInstanceOfSatisfying(SyncFailure.class, failure -> {
            assertThat(failure.subject()).isEqualTo(MARTA);
            assertThat(failure.problem().code()).isEqualTo(Problem.Code.MAILBOX_BLOCKED);
        });
        assertThat(all()).isNotEmpty();
    }

    @Test
    void onlyChosenCalendarsAreReadAndOnlyTheOrganiserThatWasAskedFor() throws Exception {
        owners.choose(integration, List.of(new Organiser(room.idOf(MARTA), MARTA, "Marta Kowalska")));
        everything();
        assertThat(all()).extracting(meeting -> meeting.organiser().address()).containsOnly(MARTA);

        owners.choose(integration, List.of());
        sync(new SyncScope.Organiser("daniel.osei@northfield.example"), false);
        assertThat(known.organisers(integration)).extracting(Organiser::address)
                .containsExactlyInAnyOrder(MARTA, "daniel.osei@northfield.example");
    }

    @Test
    void noMailboxIsAskedMoreThanFourThingsAtOnceAndAThrottledCalendarIsReadInTheEnd() throws Exception {
        room.tenant.faults().graph("GET", "/users/*/calendarView/delta").times(3).with(Fault.throttled("0"));

        assertThat(everything().failures()).isEmpty();
        assertThat(room.tenant.mailboxes().highestConcurrency()).isLessThanOrEqualTo(4);
    }

    @Test
    void withoutThePermissionTheFirstRefusalEndsItForAll() {
        integration = room.connected(room.tenant.apps().bare());
        // chosen by hand, so that the directory is not what refuses
        owners.choose(integration, List.of(new Organiser(room.idOf(MARTA), MARTA, "Marta Kowalska"),
                new Organiser(room.idOf("daniel.osei@northfield.example"), "daniel.osei@northfield.example", "Daniel Osei")));

        assertThatThrownBy(this::everything).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isIn(Problem.Code.PERMISSION_MISSING, Problem.Code.CONSENT_MISSING));
    }
}
