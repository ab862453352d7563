package app.lectern.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingKind;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncScope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Both places through the real SDK against the demo tenant.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsSyncTest {
    private static final String MARTA = RecordingsRoom.MARTA;

    private RecordingsRoom room;

    @BeforeAll
    void open(@TempDir Path folder) {
        room = new RecordingsRoom(folder);
    }

    @AfterEach
    void mend() {
        room.room.tenant.faults().clear();
    }

    @AfterAll
    void close() {
        room.close();
    }

    @Test
    void whatBothPlacesTellOfIsOneRow() throws InterruptedException {
        long meeting = room.recorded(MARTA, "Reaction rates");

        var tally = room.sync();

        assertThat(tally.failures()).isEmpty();
        var video = room.video(meeting);
        assertThat(video.itemId()).as("from the drive").isNotEmpty();
        assertThat(video.graphId()).as("from the meetings API").isNotEmpty();
        assertThat(video.size()).hasValue(1_200_000);
        assertThat(video.meetingTitle()).isEqualTo("Reaction rates");
        assertThat(room.of(meeting).stream().filter(one -> one.kind() == RecordingKind.VIDEO)).hasSize(1);
        assertThat(room.of(meeting).stream().filter(one -> one.kind() == RecordingKind.TRANSCRIPT)).hasSize(1);
    }

    @Test
    void theMeetingsApiAloneFindsTheMeetingByItsIdEvenWhenNobodyLookedItUpBefore() throws InterruptedException {
        room.room.tenant.faults().graph("GET", "**/drive").always().with(Fault.of(GraphRefusal.of(403, "accessDenied", "Access denied")));
        long meeting = room.recorded(MARTA, "Reaction rates");

        room.sync();

        assertThat(room.video(meeting).matchBy()).isEqualTo(MatchBy.IDS);
        assertThat(room.video(meeting).itemId()).isEmpty();
    }

    @Test
    void aMeetingOfAChannelIsKnownByItsRecordingAndItsFileIsFoundInTheTeamsSite() throws InterruptedException {
        room.recorded(MARTA, "Reaction rates");
        var held = room.recordedInChannel(MARTA, "Chemistry: General, week 5");

        room.sync();

        var meeting = room.known.byJoinUrl(room.integration, held.joinUrl());
        assertThat(meeting).singleElement().satisfies(known -> {
            assertThat(known.kind()).isEqualTo(MeetingKind.CHANNEL);
            assertThat(known.subject()).isEqualTo("Chemistry: General, week 5");
            assertThat(known.start()).isEqualTo(held.start());
            assertThat(known.onlineMeetingId()).isEqualTo(held.id());
            assertThat(known.threadId()).isEqualTo(held.channel().threadId());
        });
        var video = room.video(meeting.getFirst().id());
        assertThat(video.place()).isEqualTo(Place.SHAREPOINT);
        assertThat(video.title()).isEqualTo("Chemistry: General, week 5");
        assertThat(video.graphId()).isNotEmpty();
        assertThat(room.file(video).drive()).isEqualTo(held.channel().team().drive());
        assertThat(room.of(meeting.getFirst().id())).as("the same from both places").hasSize(2);
        room.sync();
        assertThat(room.known.byJoinUrl(room.integration, held.joinUrl())).hasSize(1);
        assertThat(room.of(meeting.getFirst().id())).hasSize(2);

        room.queue.await(room.queue.add(room.integration, List.of(video.id())), Progress.NONE);
        assertThat(room.library.get(video.id()).local()).isEqualTo(LocalState.VERIFIED);
    }

    @Test
    void whatAppMayNotLookIntoTeamsKnowsTheMeetingNevertheless() throws InterruptedException {
        room.recorded(MARTA, "Reaction rates");
        var held = room.recordedInChannel(MARTA, "Chemistry: Labs, week 6");
        room.room.tenant.faults().graph("GET", "/users/*/joinedTeams").always().with(Fault.of(GraphRefusal.of(403, "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.")));

        var tally = room.sync();

        assertThat(tally.failures()).isEmpty();
        var video = room.video(room.known.byJoinUrl(room.integration, held.joinUrl()).getFirst().id());
        assertThat(video.meetingTitle()).isEqualTo("Chemistry: Labs, week 6");
        assertThat(video.itemId()).isEmpty();
    }

    @Test
    void aSecondRunChangesNothingAndReadsOnlyWhatIsNew() throws InterruptedException {
        room.recorded(MARTA, "Reaction rates");
        room.sync();
        room.room.clock.advance(Duration.ofMinutes(10));
        long newer = room.recorded(MARTA, "Equilibrium");

        var tally = room.sync();

        assertThat(room.of(newer)).isNotEmpty();
        assertThat(tally.counts().get(Facet.RECORDINGS).created()).isEqualTo(1);
        assertThat(room.sync().counts().get(Facet.RECORDINGS).created()).isZero();
    }

    @Test
    void whatIsGoneFromTheDriveIsShownAsRemoved() throws InterruptedException {
        long meeting = room.recorded(MARTA, "Reaction rates");
        room.sync();
        room.room.tenant.school().control().bin(room.file(room.video(meeting)));

        room.room.clock.advance(Duration.ofMinutes(10));
        var tally = room.sync();

        assertThat(tally.counts().get(Facet.RECORDINGS).removed()).isEqualTo(1);
        assertThat(room.video(meeting).state()).isEqualTo(RecordingState.REMOVED);
        assertThat(room.video(meeting).removedAt()).contains(room.room.clock.instant());
    }

    @Test
    void aForgottenDeltaBeginsAnewAndStillSeesWhatIsGone() throws InterruptedException {
        long meeting = room.recorded(MARTA, "Reaction rates");
        room.sync();
        room.room.tenant.school().control().bin(room.file(room.video(meeting)));
        room.room.tenant.school().control().expireDeltaTokens();

        room.room.clock.advance(Duration.ofMinutes(10));
        var tally = room.sync();

        assertThat(tally.failures()).isEmpty();
        assertThat(room.video(meeting).state()).isEqualTo(RecordingState.REMOVED);
    }

    @Test
    void aMeetingThatHasJustEndedIsBeingProcessedUntilItsFileIsThere() throws InterruptedException {
        var now = room.room.clock.instant();
        var meeting = room.meeting(MARTA, "Titration", now.minus(Duration.ofMinutes(65)));
        long known = room.know(meeting, true);
        room.sync();
        assertThat(room.of(known)).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(RecordingState.PROCESSING));

        room.room.tenant.school().control().hold(meeting.id(), meeting.start(), meeting.end(), true, false);
        room.room.clock.advance(Duration.ofMinutes(40));
        room.sync();

        assertThat(room.of(known)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(RecordingState.AVAILABLE);
            assertThat(one.itemId()).isNotEmpty();
        });
    }

    @Test
    void whoDoesNotAskForRecordingsExpectsNoneAndSoNeverSaysThatNoneCame() throws InterruptedException {
        var now = room.room.clock.instant();
        long known = room.know(room.meeting(MARTA, "Titration", now.minus(Duration.ofMinutes(65))), true);

        room.sync(new AppJobs(Set.of(Capability.GET_TRANSCRIPTS)));

        assertThat(room.of(known)).isEmpty();
    }

    @Test
    void onePersonsDriveThatFailsKeepsNobodyFromTheOthers() throws InterruptedException {
        long hers = room.recorded(MARTA, "Reaction rates");
        long his = room.recorded("daniel.osei@northfield.example", "Vectors");
        room.room.tenant.faults().graph("GET", "**/users/" + room.room.idOf(MARTA) + "/drive").always().with(Fault.of(GraphRefusal.of(400, "invalidRequest", "Unable to serve")));

        var tally = room.sync();

        assertThat(tally.failures()).singleElement().satisfies(failure -> assertThat(failure.subject()).isEqualTo(MARTA));
        assertThat(room.video(his).itemId()).isNotEmpty();
        assertThat(room.video(hers).graphId()).isNotEmpty();
    }

    @Test
    void singleMeetingsAreAskedForByThemselves() throws InterruptedException {
        long meeting = room.recorded(MARTA, "Reaction rates");
        room.recorded("daniel.osei@northfield.example", "Vectors");
        room.room.tenant.requests().clear();

        room.sync(new SyncScope.Meetings(List.of(meeting)));

        assertThat(room.video(meeting).graphId()).isNotEmpty();
        assertThat(room.video(meeting).itemId()).isNotEmpty();
        assertThat(room.room.tenant.requests().count("GET", room.room.idOf("daniel.osei@northfield.example"))).isZero();
    }

    @Test
    void anOrganiserWhoWasJustReadIsAskedAgainOnlyForWhatEndedSinceOrByWhoMeansThat() throws InterruptedException {
        var daniel = "daniel.osei@northfield.example";
        room.recorded(daniel, "Vectors");
        room.room.clock.advance(Duration.ofHours(2));
        long meeting = room.recorded(MARTA, "Reaction rates");
        room.sync();
        var marta = room.room.idOf(MARTA);
        room.room.tenant.requests().clear();

        assertThat(room.sync().spared().organisers()).as("both of them and the service account").isEqualTo(3);
        assertThat(room.room.tenant.requests().count("GET", marta)).isZero();

        room.sync(new SyncScope.Ended());
        assertThat(room.room.tenant.requests().count("GET", marta)).as("a meeting of hers ended recently").isPositive();
        assertThat(room.room.tenant.requests().count("GET", room.room.idOf(daniel))).isZero();

        room.room.tenant.requests().clear();
        room.sync(new SyncScope.Meetings(List.of(meeting)));
        assertThat(room.room.tenant.requests().count("GET", marta)).isPositive();
        room.room.tenant.requests().clear();
        room.sync(new SyncScope.Organiser(daniel));
        assertThat(room.room.tenant.requests().count("GET", room.room.idOf(daniel))).isPositive();

        room.know(room.meeting(MARTA, "Just over", room.room.clock.instant().minus(Duration.ofMinutes(59))), true);
        room.room.clock.advance(Duration.ofMinutes(2));
        room.room.tenant.requests().clear();
        assertThat(room.sync().spared().organisers()).isEqualTo(2);
        assertThat(room.room.tenant.requests().count("GET", marta)).as("a meeting of hers has ended since").isPositive();
    }

    @Test
    void theListOfAnOrganiserIsAskedForWithoutAnEndAndBeginsWithTheOldest() throws InterruptedException {
        room.room.tenant.faults().graph("GET", "**/drive").always().with(Fault.of(GraphRefusal.of(403, "accessDenied", "Access denied")));
        long old = room.recorded("beatrice.nwosu@northfield.example", "Elements");
        room.room.clock.advance(Duration.ofDays(130));
        long newer = room.recorded("beatrice.nwosu@northfield.example", "Compounds");
        room.room.tenant.requests().clear();

        room.sync();

        assertThat(room.of(old)).isNotEmpty();
        assertThat(room.of(newer)).isNotEmpty();
        assertThat(room.room.tenant.requests().all()).filteredOn(entry -> entry.path().contains("/onlineMeetings/getAll")).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.path()).doesNotContain("DateTime"));
    }

    @Test
    void aCallThatWasNoMeetingIsOneRowOfBothPlacesAndIsReadAgainOnlyWhereItIsNew() throws InterruptedException {
        room.recorded(MARTA, "Reaction rates");
        var start = room.room.clock.instant();
        var call = room.room.tenant.school().control().call(MARTA, start, start.plus(Duration.ofMinutes(20)));
        room.room.clock.advance(Duration.ofHours(2));

        var tally = room.sync();

        assertThat(tally.failures()).isEmpty();
        assertThat(room.list.all(room.integration, ListFilter.none().of(RecordingKind.VIDEO), ListOrder.NEWEST)).filteredOn(one -> one.callId().equals(call))
                .singleElement().satisfies(one -> {
                    assertThat(one.itemId()).as("its file").isNotEmpty();
                    assertThat(one.title()).isNotEmpty();
                    assertThat(one.meeting()).isEmpty();
                    assertThat(one.isOfCall()).isTrue();
                });
        assertThat(room.list.all(room.integration, ListFilter.none(), ListOrder.NEWEST)).filteredOn(one -> one.title().equals("Reaction rates")).isNotEmpty()
                .noneMatch(Recording::isOfCall);
        room.room.clock.advance(Duration.ofDays(7));
        room.room.tenant.requests().clear();
        assertThat(room.sync().counts().get(Facet.RECORDINGS).created()).isZero();
        assertThat(room.room.tenant.requests().all()).filteredOn(entry -> entry.path().contains("/adhocCalls/getAll")).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.path()).contains("startDateTime="));
    }

    @Test
    void whoMayNotReadCallsDoesWithoutThem() throws InterruptedException {
        room.room.tenant.faults().graph("GET", "**/adhocCalls/**").always().with(Fault.of(GraphRefusal.of(403, "Forbidden", "Missing role")));
        long meeting = room.recorded(MARTA, "Reaction rates");

        var tally = room.sync();

        assertThat(tally.failures()).isEmpty();
        assertThat(room.video(meeting).itemId()).isNotEmpty();
    }

    @Test
    void anIntegrationThatIsNotForTranscriptsAsksForNoneAndOneForTranscriptsAloneForNothingElse() throws InterruptedException {
        room.recorded(MARTA, "Reaction rates");
        room.room.tenant.requests().clear();

        var tally = room.sync(new AppJobs(Set.of(Capability.GET_RECORDINGS)));

        assertThat(tally.counts()).containsOnlyKeys(Facet.RECORDINGS);
        assertThat(room.room.tenant.requests().count("GET", "ranscripts")).isZero();
        room.room.tenant.requests().clear();
        room.room.clock.advance(Duration.ofMinutes(10));

        tally = room.sync(new AppJobs(Set.of(Capability.GET_TRANSCRIPTS)));

        assertThat(tally.counts()).containsOnlyKeys(Facet.TRANSCRIPTS);
        assertThat(room.room.tenant.requests().count("GET", "ranscripts")).isPositive();
        assertThat(room.room.tenant.requests().count("GET", "ecordings")).isZero();
        assertThat(room.room.tenant.requests().count("GET", "/drive/")).isZero();
    }
}
