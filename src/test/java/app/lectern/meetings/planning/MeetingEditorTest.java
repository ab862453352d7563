package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.OrganiserDirectory;
import app.lectern.accounts.Organisers;
import app.lectern.demo.faults.Fault;
import app.lectern.graph.Sleeper;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.CalendarImport;
import app.lectern.meetings.CalendarOwners;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.Edited.Choice;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Meetings that are in the tenant are changed, moved and met with changes from Outlook, through the real SDK.
class MeetingEditorTest {
    @TempDir
    Path folder;
    private SlotBench bench;
    private MeetingEditor editor;
    private KnownMeetings known;

    @BeforeEach
    void open() {
        bench = new SlotBench(folder);
        var accounts = new AccountVerifier(bench.room.access::session, bench.room.store, bench.room.clock, Sleeper.REAL);
        editor = new MeetingEditor(bench.room.store, bench.room.access::session, accounts, new Organisers(accounts, bench.room.store), SlotTrail.NONE,
                bench.room.clock);
        known = new KnownMeetings(bench.room.store);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Slot lesson(String subject) throws InterruptedException {
        return bench.create(bench.lesson(subject).withBody("Bring a pencil.").withOptions(Preset.LESSON.options())
                .withAttendees(List.of(new Attendee(SlotBench.AMINA, "Amina Hassan", true))));
    }

    private Edited change(Slot slot, Planned wanted) throws InterruptedException {
        return editor.change(bench.integration, slot, wanted, Choice.ASK, Progress.NONE);
    }

    private static Slot done(Edited edited) {
        return ((Edited.Done) edited).slot();
    }

    @Test
    void whatTheTenantHoldsIsWhatWasPlanned() throws Exception {
        var slot = lesson("As planned");
        assertThat(editor.read(bench.integration, slot, Optional.empty()).orElseThrow().held()).isEqualTo(slot.planned());
        var series = bench.create(bench.lesson("Series as planned").withRepeat(Optional.of(Repeat.times(Repeat.Unit.WEEKLY, 2, 6))));
        assertThat(editor.read(bench.integration, series, Optional.empty()).orElseThrow().held()).isEqualTo(series.planned());
    }

    @Test
    void onlyWhatDiffersIsSentAndTheJoinBlockStays() throws Exception {
        var slot = lesson("Before");
        bench.room.tenant.requests().clear();
        var wanted = slot.planned().withSubject("After").withBody("Bring a compass.").withTimes(slot.planned().start().plusHours(2), slot.planned().end().plusHours(2))
                .withCategory("Lessons").withReminder(OptionalInt.empty());

        var after = done(change(slot, wanted));

        assertThat(after.planned()).isEqualTo(wanted);
        assertThat(after.change()).isEmpty();
        var event = bench.event("After");
        assertThat(event.body()).contains("Bring a compass.").doesNotContain("pencil").contains(slot.joinUrl());
        assertThat(event.meeting().joinUrl()).isEqualTo(slot.joinUrl());
        assertThat(event.times().startInstant()).isEqualTo(wanted.startsAt());
        assertThat(bench.room.tenant.requests().matching("PATCH", "/onlineMeetings/")).as("no option changed").isEmpty();
        assertThat(bench.room.tenant.requests().matching("PATCH", "/events/")).hasSize(1);
        assertThat(editor.read(bench.integration, after, Optional.empty()).orElseThrow().held()).isEqualTo(wanted);
        assertThat(known.byJoinUrl(bench.integration, slot.joinUrl()).getFirst().subject()).isEqualTo("After");
    }

    @Test
    void anOptionByItselfTouchesNoEventAndMailsNobody() throws Exception {
        var slot = lesson("Options only");
        bench.room.tenant.requests().clear();
        var wanted = slot.planned().withOptions(Preset.TUTORING.options());

        assertThat(Telling.of(slot.planned(), wanted)).isEqualTo(Telling.NOBODY);
        assertThat(done(change(slot, wanted)).planned().options()).isEqualTo(Preset.TUTORING.options());
        assertThat(bench.room.tenant.requests().matching("PATCH", "/events/")).isEmpty();
        assertThat(bench.online(slot).orElseThrow().options().path("lobbyBypassSettings").path("scope").asText()).isEqualTo("everyone");
        assertThat(Telling.of(slot.planned(), slot.planned().withReminder(OptionalInt.of(5)))).isEqualTo(Telling.NOBODY);
        assertThat(Telling.of(slot.planned(), slot.planned().withAttendees(List.of()))).isEqualTo(Telling.THE_CHANGED);
        assertThat(Telling.of(slot.planned(), slot.planned().withSubject("Other"))).isEqualTo(Telling.EVERYBODY);
    }

    @Test
    void aChangeInOutlookIsShownAndEitherVersionCanBeChosen() throws Exception {
        var slot = lesson("Contested");
        bench.room.tenant.school().control().editInOutlook(SlotBench.MARTA, "Contested", "Outlook's wording", Duration.ofHours(1));
        var wanted = slot.planned().withSubject("Our wording").withCategory("Lessons");

        var conflict = (Edited.Conflict) change(slot, wanted);
        assertThat(conflict.fields()).containsExactly(SlotField.SUBJECT);
        assertThat(conflict.theirs().subject()).isEqualTo("Outlook's wording");
        assertThat(bench.scheduler.find(slot.id())).as("nothing was done").contains(slot);
        assertThat(bench.events(SlotBench.MARTA, "Our wording")).isEmpty();

        var theirs = done(editor.change(bench.integration, slot, wanted, Choice.THEIRS, Progress.NONE));
        assertThat(theirs.planned().subject()).isEqualTo("Outlook's wording");
        assertThat(theirs.planned().category()).as("what only we changed is written").isEqualTo("Lessons");
        assertThat(theirs.planned().startsAt()).as("what only they changed stays").isEqualTo(slot.planned().startsAt().plus(Duration.ofHours(1)));
        var ours = done(editor.change(bench.integration, theirs, theirs.planned().withSubject("Our wording"), Choice.OURS, Progress.NONE));
        assertThat(bench.event("Our wording").meeting().joinUrl()).isEqualTo(ours.joinUrl());
    }

    @Test
    void aMeetingThatWasDeletedInOutlookIsNoticedAndCanBePlannedAnew() throws Exception {
        var slot = lesson("Deleted there");
        bench.room.tenant.school().control().deleteInOutlook(SlotBench.MARTA, "Deleted there");

        assertThat(editor.read(bench.integration, slot, Optional.empty())).isEmpty();
        assertThat(change(slot, slot.planned().withSubject("Other"))).isInstanceOf(Edited.Gone.class);

        var again = bench.scheduler.create(bench.integration, editor.again(slot), Progress.NONE).slots().getFirst();
        assertThat(again.state()).isEqualTo(MeetingState.CREATED);
        assertThat(again.joinUrl()).isNotEqualTo(slot.joinUrl());
        assertThat(bench.events(SlotBench.MARTA, "Deleted there")).hasSize(1);
    }

    @Test
    void oneDateOfASeriesIsMovedAndAnotherCancelledWhileTheOthersStay() throws Exception {
        var series = bench.create(bench.lesson("Weekly").withRepeat(Optional.of(Repeat.times(Repeat.Unit.WEEKLY, 1, 4))));
        var dates = known.byJoinUrl(bench.integration, series.joinUrl());
        var second = dates.get(1);
        var before = editor.read(bench.integration, series, Optional.of(second)).orElseThrow().held();
        assertThat(before.startsAt()).isEqualTo(second.start());

        var wanted = before.withSubject("Weekly, moved").withTimes(before.start().plusHours(3), before.end().plusHours(3));
        assertThat(editor.changeDate(bench.integration, series, second, before, wanted, Choice.ASK, Progress.NONE)).isInstanceOf(Edited.Done.class);
        editor.cancelDate(bench.integration, series, dates.get(2), "The room is painted.");

        var now = known.byJoinUrl(bench.integration, series.joinUrl());
        assertThat(now).extracting(Meeting::start).contains(second.start().plus(Duration.ofHours(3)), dates.get(0).start(), dates.get(3).start());
        assertThat(now).filteredOn(each -> each.state() == MeetingState.CANCELLED).extracting(Meeting::start).containsExactly(dates.get(2).start());
        assertThat(bench.event("Weekly").changes()).hasSize(2);
        assertThat(editor.read(bench.integration, series, Optional.of(dates.get(2)))).isEmpty();
        var whole = done(change(series, series.planned().withBody("New for all.")));
        assertThat(whole.planned().repeat()).isEqualTo(series.planned().repeat());
    }

    @Test
    void aMeetingThatWasMadeInOutlookCanBeChangedHere() throws Exception {
        var calendars = new CalendarImport(new CalendarOwners(new OrganiserDirectory(bench.room.access::session), bench.room.access, bench.room.store),
                bench.room.access::session, bench.room.store, new MeetingIds(bench.room.store, bench.room.access::session, bench.room.clock),
                new Checkpoints(bench.room.store, bench.room.clock), bench.room.clock);
        calendars.sync(new SyncOrder(bench.integration, new SyncScope.Organiser(SlotBench.MARTA), false), new SyncTally(), Progress.NONE);
        var now = bench.room.clock.instant();
        var meeting = known.between(bench.integration, now.plus(Duration.ofHours(2)), now.plus(Duration.ofDays(60))).stream()
                .filter(each -> !each.inSeries()).findFirst().orElseThrow();

        var slot = editor.adopt(bench.integration, meeting);
        assertThat(editor.adopt(bench.integration, meeting)).as("once").isEqualTo(slot);
        assertThat(slot.planned().startsAt()).isEqualTo(meeting.start());
        assertThat(slot.planned().attendees()).hasSameSizeAs(known.attendees(meeting));
        var changed = done(change(slot, slot.planned().withSubject("Renamed by Lectern")));

        assertThat(bench.event("Renamed by Lectern").meeting().joinUrl()).isEqualTo(meeting.joinUrl());
        assertThat(known.find(meeting.id()).orElseThrow().subject()).isEqualTo("Renamed by Lectern");
        assertThat(changed.state()).isEqualTo(MeetingState.CREATED);
    }

    @Test
    void aChangeThatWasNeverSentLeavesTheMeetingWhatItIs() throws Exception {
        var slot = lesson("Stays");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> change(slot, slot.planned().withSubject("Never"))).isInstanceOfAny(InterruptedException.class, CancellationException.class);
        Thread.interrupted();
        assertThat(bench.scheduler.find(slot.id())).contains(slot);

        bench.room.tenant.faults().graph("PATCH", "/users/*/events/*").always().with(Fault.serverError(500));
        assertThatThrownBy(() -> change(slot, slot.planned().withSubject("Refused"))).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(Problem.Code.SERVICE_DOWN));
        assertThat(bench.scheduler.find(slot.id())).contains(slot);
        assertThat(bench.events(SlotBench.MARTA, "Stays")).hasSize(1);
    }

    @Test
    void aChangeThatWasOnItsWayWhenTheProgramWasKilledIsFinished() throws Exception {
        var slot = lesson("Half way");
        new SlotStore(bench.room.store).keep(List.of(slot.change(Optional.of(slot.planned().withSubject("Finished")))));

        assertThat(editor.finish(bench.integration, Progress.NONE)).hasSize(1);

        assertThat(bench.event("Finished").meeting().joinUrl()).isEqualTo(slot.joinUrl());
        assertThat(new SlotStore(bench.room.store).changing(bench.integration.id())).isEmpty();
    }

    @Test
    void optionsThatAreRefusedWithAChangeLeaveItPartlyAndAreRetriedAlone() throws Exception {
        var slot = lesson("Both");
        bench.room.tenant.faults().graph("PATCH", "/users/*/onlineMeetings/*").times(1).with(Fault.serverError(500));
        var partly = done(change(slot, slot.planned().withSubject("Both changed").withOptions(Preset.TUTORING.options())));

        assertThat(partly.state()).isEqualTo(MeetingState.PARTLY);
        assertThat(partly.step()).isEqualTo(Step.OPTIONS);
        assertThat(bench.events(SlotBench.MARTA, "Both changed")).hasSize(1);
        var whole = bench.scheduler.create(bench.integration, partly, Progress.NONE).slots().getFirst();
        assertThat(whole.state()).isEqualTo(MeetingState.CREATED);
        assertThat(bench.online(whole).orElseThrow().options().path("isEntryExitAnnounced").asBoolean(true)).isFalse();
    }

    @Test
    void aBareLinkIsRenamedAndMoved() throws Exception {
        var slot = bench.create(bench.lesson("Link").withWay(Way.LINK_ONLY));
        var wanted = slot.planned().withSubject("Link, later").withTimes(slot.planned().start().plusDays(1), slot.planned().end().plusDays(1));

        assertThat(done(change(slot, wanted)).planned()).isEqualTo(wanted);
        var online = bench.online(slot).orElseThrow();
        assertThat(online.subject()).isEqualTo("Link, later");
        assertThat(online.start()).isEqualTo(wanted.startsAt());
    }

    @Test
    void teamsPartOfAnInvitationIsCutOutAndPutBack() {
        var url = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d";
        var rule = "_".repeat(80);
        var html = "<html><body><div>Old &amp; text</div><div>" + rule + "</div><a href=\"" + url + "\">Join</a><div>" + rule + "</div></body></html>";
        assertThat(JoinBlock.ownText(html, url)).isEqualTo("Old & text");
        assertThat(JoinBlock.with("New", html, url)).startsWith("<div>New</div><div>" + rule).contains(url).doesNotContain("Old");
        var bare = "<html><body><p>Text</p><p><a href=\"" + url + "\">Join the meeting</a></p></body></html>";
        assertThat(JoinBlock.ownText(bare, url)).isEqualTo("Text");
        assertThat(JoinBlock.with("New", bare, url)).contains("Join the meeting").contains(url);
        assertThat(JoinBlock.with("New", "<html><body>nothing</body></html>", url)).contains(url);
        assertThat(JoinBlock.ownText("<body>Plain</body>", "")).isEqualTo("Plain");
    }
}
