package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingKind;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.MeetingOptions.Chat;
import app.lectern.meetings.planning.MeetingOptions.Lobby;
import app.lectern.meetings.planning.MeetingOptions.Presenters;
import app.lectern.problems.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slots become meetings through the real SDK against the strict demo tenant, where they are read back.
class MeetingSchedulerTest {
    @TempDir
    Path folder;
    private SlotBench bench;

    @BeforeEach
    void open() {
        bench = new SlotBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aLessonStandsInTheOrganisersCalendarWithItsPeopleItsLinkAndItsOptions() throws Exception {
        var slot = bench.create(bench.lesson("Maths 9B").withBody("Bring a pencil.").withNotice("This lesson is recorded.").withCategory("Lessons")
                .withReminder(OptionalInt.of(30)).withAttendees(List.of(new Attendee(SlotBench.AMINA, "Amina Hassan", true),
                        new Attendee("visitor@partner.example", "", false))).withOptions(Preset.TUTORING.options()));

        assertThat(slot.problem()).isEmpty();
        assertThat(slot.state()).isEqualTo(MeetingState.CREATED);
        assertThat(slot.step()).isEqualTo(Step.DONE);
        var event = bench.event("Maths 9B");
        assertThat(event.transactionId()).isEqualTo(slot.key());
        assertThat(event.times().zoneName()).isEqualTo("Europe/London");
        assertThat(event.times().startInstant()).isEqualTo(slot.planned().startsAt());
        assertThat(event.body()).contains("Bring a pencil.").contains("This lesson is recorded.");
        assertThat(event.attendees()).extracting(each -> each.address() + " " + each.type())
                .containsExactly(SlotBench.AMINA + " required", "visitor@partner.example optional");
        assertThat(event.details().path("categories").toString()).contains("Lessons");
        assertThat(event.details().path("reminderMinutesBeforeStart").asInt()).isEqualTo(30);
        assertThat(slot.joinUrl()).isEqualTo(event.meeting().joinUrl());
        assertThat(slot.onlineMeetingId()).isEqualTo(event.meeting().id());
        assertThat(bench.options(slot).path("lobbyBypassSettings").path("scope").asText()).isEqualTo("everyone");
        assertThat(bench.options(slot).path("lobbyBypassSettings").path("isDialInBypassEnabled").asBoolean()).isTrue();
        assertThat(bench.options(slot).path("isEntryExitAnnounced").asBoolean(true)).isFalse();
        assertThat(bench.told).containsExactly("created Maths 9B");
    }

    @Test
    void theOptionsAreReadBackWhateverTheyAre() throws Exception {
        int number = 0;
        for (var options : List.of(
                MeetingOptions.USUAL.withLobby(Lobby.INVITED).withChat(Chat.LIMITED).withRecord(true).withCamera(false).withBreakoutRooms(false),
                MeetingOptions.USUAL.withLobby(Lobby.ORGANISER).withPresenters(Presenters.ORGANISER).withChat(Chat.DISABLED).withTranscription(false),
                MeetingOptions.USUAL.withLobby(Lobby.ORGANISATION_AND_FEDERATED).withPresenters(Presenters.ORGANISATION).withMicrophone(false),
                MeetingOptions.USUAL.withLobby(Lobby.ORGANISATION_WITHOUT_GUESTS).withAnnouncements(false).withDialInBypass(true))) {
            var slot = bench.create(bench.lesson("Options " + ++number).withOptions(options));

            assertThat(slot.state()).as(options.toString()).isEqualTo(MeetingState.CREATED);
            var graph = new MeetingOptionsGraph(bench.room.access.session(bench.integration), (each, waiting) -> {});
            var read = graph.find(List.of(slot)).getFirst().value().orElseThrow().orElseThrow();
            assertThat(read.options()).isEqualTo(options);
            assertThat(read.id()).isEqualTo(slot.onlineMeetingId());
        }
    }

    @Test
    void whatWasCreatedIsKnownToTheOtherFeaturesAtOnce() throws Exception {
        var slot = bench.create(bench.lesson("Known at once").withAttendees(List.of(new Attendee(SlotBench.AMINA, "", true))));
        var series = bench.create(bench.lesson("Known series").withRepeat(Optional.of(Repeat.times(Repeat.Unit.WEEKLY, 1, 4))));

        var known = new KnownMeetings(bench.room.store);
        var meeting = known.byJoinUrl(bench.integration, slot.joinUrl()).getFirst();
        assertThat(meeting.plannedHere()).isTrue();
        assertThat(meeting.onlineMeetingId()).isEqualTo(slot.onlineMeetingId());
        assertThat(known.attendees(meeting)).extracting(Attendee::address).containsExactly(SlotBench.AMINA);
        assertThat(bench.scheduler.slotOf(bench.integration, meeting)).contains(slot);
        var dates = known.byJoinUrl(bench.integration, series.joinUrl());
        assertThat(dates).hasSize(4).allSatisfy(each -> {
            assertThat(each.kind()).isEqualTo(MeetingKind.RECURRING);
            assertThat(bench.scheduler.slotOf(bench.integration, each)).contains(series);
        });
        assertThat(dates.get(1).start()).isEqualTo(dates.get(0).start().plus(Duration.ofDays(7)));
    }

    @Test
    void aBareLinkStandsInNoCalendarAndSaysSo() throws Exception {
        var slot = bench.create(bench.lesson("Bare link").withWay(Way.LINK_ONLY).withOptions(Preset.TUTORING.options()));

        assertThat(slot.state()).isEqualTo(MeetingState.CREATED);
        assertThat(bench.events(SlotBench.MARTA, "Bare link")).isEmpty();
        assertThat(bench.online(slot).orElseThrow().externalId()).isEqualTo(slot.key());
        assertThat(bench.options(slot).path("lobbyBypassSettings").path("scope").asText()).isEqualTo("everyone");
        var meeting = new KnownMeetings(bench.room.store).byJoinUrl(bench.integration, slot.joinUrl()).getFirst();
        assertThat(meeting.kind()).isEqualTo(MeetingKind.LINK_ONLY);
    }

    @Test
    void withoutAnOrganiserTheOrderOfOrganisersDecidesAndAnUnknownOneIsNamed() throws Exception {
        var usual = bench.create(bench.lesson("Whose").withOrganiser(""));
        assertThat(usual.state()).isEqualTo(MeetingState.CREATED);
        assertThat(usual.planned().organiser()).isEqualTo("hannah.ivers@northfield.example");

        var unknown = bench.create(bench.lesson("Nobody's").withOrganiser("nobody@northfield.example"));
        assertThat(unknown.state()).isEqualTo(MeetingState.FAILED);
        assertThat(SlotBench.code(unknown)).isEqualTo(Problem.Code.USER_UNKNOWN);
        assertThat(bench.scheduler.find(unknown.id())).as("the slot stays").contains(unknown);
        assertThat(bench.scheduler.faults(bench.integration, unknown.planned(), Progress.NONE)).extracting(SlotFault::what)
                .containsExactly(SlotFault.What.ORGANISER_UNKNOWN);
    }

    @Test
    void hoursThatTheClocksTouchAreWrittenAsTheMomentsTheyMean() throws Exception {
        bench.create(bench.lesson("Gap").withTimes(LocalDateTime.of(2027, 3, 28, 1, 30), LocalDateTime.of(2027, 3, 28, 4, 0)));
        assertThat(bench.event("Gap").times().startInstant()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(bench.event("Gap").times().zoneName()).isEqualTo("Europe/London");
        bench.create(bench.lesson("Twice").withTimes(LocalDateTime.of(2027, 10, 31, 1, 30), LocalDateTime.of(2027, 10, 31, 3, 0)));
        assertThat(bench.event("Twice").times().startInstant()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(bench.event("Twice").times().endInstant()).isEqualTo(Instant.parse("2027-10-31T03:00:00Z"));
    }

    @Test
    void aMeetingIsCancelledWithAMessageOrDeletedAndWhatIsGoneCountsAsDone() throws Exception {
        var cancelled = bench.create(bench.lesson("Cancelled").withAttendees(List.of(new Attendee(SlotBench.AMINA, "", true))));
        var deleted = bench.create(bench.lesson("Deleted"));
        var gone = bench.create(bench.lesson("Gone"));
        var bare = bench.create(bench.lesson("Bare").withWay(Way.LINK_ONLY));
        bench.room.tenant.school().control().deleteInOutlook(SlotBench.MARTA, "Gone");
        bench.told.clear();

        var results = bench.scheduler.cancel(bench.integration, List.of(cancelled, gone, bare), "The hall is flooded.", Progress.NONE);
        assertThat(results.slots()).allSatisfy(slot -> assertThat(slot.state()).isEqualTo(MeetingState.CANCELLED));
        assertThat(results.done()).isEqualTo(3);
        assertThat(bench.events(SlotBench.MARTA, "Cancelled")).isEmpty();
        assertThat(bench.online(bare)).isEmpty();
        assertThat(bench.told).containsExactlyInAnyOrder("cancelled Cancelled", "cancelled Gone", "cancelled Bare");
        assertThat(new KnownMeetings(bench.room.store).byJoinUrl(bench.integration, cancelled.joinUrl()))
                .allSatisfy(meeting -> assertThat(meeting.state()).isEqualTo(MeetingState.CANCELLED));

        bench.scheduler.delete(bench.integration, List.of(deleted), Progress.NONE);
        assertThat(bench.events(SlotBench.MARTA, "Deleted")).isEmpty();
        assertThat(bench.scheduler.find(deleted.id())).isEmpty();
    }

    @Test
    void aRefusedCancellationLeavesTheMeetingWhatItIs() throws Exception {
        var slot = bench.create(bench.lesson("Stays"));
        bench.room.tenant.faults().graph("POST", "/users/*/events/*/cancel").always().with(Fault.serverError(500));

        var refused = bench.scheduler.cancel(bench.integration, List.of(slot), "", Progress.NONE).slots().getFirst();

        assertThat(refused.state()).isEqualTo(MeetingState.CREATED);
        assertThat(SlotBench.code(refused)).isEqualTo(Problem.Code.SERVICE_DOWN);
        assertThat(bench.events(SlotBench.MARTA, "Stays")).hasSize(1);
    }

    @Test
    void manySlotsAreOneJobThatNeverAsksAMailboxFiveThingsAtOnceAndIsUndoneAtOnce() throws Exception {
        var plans = IntStream.range(0, 30).mapToObj(at -> bench.lesson("Bulk " + at).withOrganiser(at % 3 == 0 ? SlotBench.DANIEL : SlotBench.MARTA)
                .withOptions(Preset.LESSON.options())).toList();
        var slots = bench.scheduler.drafts(bench.integration, plans, "import-7");
        bench.room.tenant.faults().graph("POST", "/users/*/events").after(5).times(1).with(Fault.of(GraphRefusal.of(403, "ErrorAccessDenied", "Access is denied.")));

        var results = bench.scheduler.create(bench.integration, slots, Progress.NONE);

        assertThat(results.slots()).hasSize(30);
        assertThat(results.failed()).as("one bad row does not stop the others").hasSize(1);
        assertThat(bench.scheduler.create(bench.integration, results.failed(), Progress.NONE).failed()).isEmpty();
        assertThat(bench.room.tenant.mailboxes().highestConcurrency()).isLessThanOrEqualTo(4);
        for (int at = 0; at < 30; at++) {
            assertThat(bench.events(plans.get(at).organiser(), "Bulk " + at)).hasSize(1);
        }
        assertThat(bench.scheduler.undo(bench.integration, "import-7", Progress.NONE).done()).isEqualTo(30);
        assertThat(bench.scheduler.batch(bench.integration, "import-7")).isEmpty();
        assertThat(bench.events(SlotBench.MARTA, "Bulk 1")).isEmpty();
    }

    @Test
    void whatWasNotBegunWhenTheJobIsCancelledIsWhatItWasBefore() throws Exception {
        var made = bench.create(bench.lesson("Made").withOptions(Preset.LESSON.options()));
        var drafts = bench.scheduler.drafts(bench.integration, List.of(bench.lesson("One"), bench.lesson("Two")), "");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> bench.scheduler.setOptions(bench.integration, List.of(made), Preset.TUTORING.options(), Progress.NONE))
                .isInstanceOf(Exception.class);
        Thread.interrupted();
        assertThat(bench.scheduler.find(made.id()).orElseThrow().planned().options()).isEqualTo(Preset.LESSON.options());
        assertThat(bench.scheduler.find(made.id()).orElseThrow().state()).isEqualTo(MeetingState.CREATED);

        var stopped = new StoppedProgress();
        assertThatThrownBy(() -> bench.scheduler.create(bench.integration, drafts, stopped)).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> bench.scheduler.setOptions(bench.integration, List.of(made), Preset.TUTORING.options(), stopped))
                .isInstanceOf(InterruptedException.class);
        assertThat(bench.scheduler.find(made.id())).contains(made);
        assertThat(drafts).allSatisfy(draft -> assertThat(bench.scheduler.find(draft.id()).orElseThrow().state()).isEqualTo(MeetingState.DRAFT));
        assertThat(bench.events(SlotBench.MARTA, "One")).isEmpty();

        var set = bench.scheduler.setOptions(bench.integration, List.of(made), Preset.TUTORING.options(), Progress.NONE).slots().getFirst();
        assertThat(set.state()).isEqualTo(MeetingState.CREATED);
        assertThat(bench.options(set).path("lobbyBypassSettings").path("scope").asText()).isEqualTo("everyone");
    }

    /// Somebody has pressed cancel.
    private static final class StoppedProgress implements Progress {
        @Override
        public void detail(String text) {}

        @Override
        public void count(long done, long total) {}

        @Override
        public void bytes(long done, long total) {}

        @Override
        public void outcome(String text) {}

        @Override
        public boolean cancelled() {
            return true;
        }

        @Override
        public void checkpoint() throws InterruptedException {
            throw new InterruptedException();
        }
    }

    @Test
    void aPersonWhoIsErasedIsInvitedNowhereAndNamedInNoText() throws Exception {
        var slot = bench.create(bench.lesson("Talk with Amina Hassan").withBody("Write to " + SlotBench.AMINA + " before.")
                .withAttendees(List.of(new Attendee(SlotBench.AMINA, "Amina Hassan", true), new Attendee(SlotBench.DANIEL, "", true))));

        bench.scheduler.forgetPerson(bench.integration, SlotBench.AMINA);

        var planned = bench.scheduler.find(slot.id()).orElseThrow().planned();
        assertThat(planned.attendees()).extracting(Attendee::address).containsExactly(SlotBench.DANIEL);
        assertThat(planned.subject() + planned.body()).doesNotContain(SlotBench.AMINA).doesNotContain("Amina Hassan");
        List<String> subjects = bench.room.store.read(handle -> handle.createQuery("SELECT subject FROM meeting_slot").mapTo(String.class).list());
        assertThat(subjects).containsExactly("Talk with …");
    }
}
