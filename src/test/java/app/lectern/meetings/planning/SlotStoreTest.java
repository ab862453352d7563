package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slots are kept whole, through the real store.
class SlotStoreTest {
    @TempDir
    Path folder;
    private Room room;
    private Integration integration;
    private SlotStore store;
    private MeetingScheduler scheduler;
    private final Planned lesson = Planned.at("Maths", LocalDateTime.of(2026, 11, 20, 9, 0), ZoneId.of("Europe/Berlin"))
            .withAttendees(List.of(new Attendee("amina@northfield.example", "Amina", true), new Attendee("tomasz@northfield.example", "", false)))
            .withOptions(Preset.TUTORING.options()).withRepeat(Optional.of(Repeat.times(Repeat.Unit.WEEKLY, 1, 5))).withBody("Bring a pencil.\nAnd paper.")
            .withCategory("Lessons").withNotice("This meeting is recorded.");

    @BeforeEach
    void open() {
        room = new Room(folder);
        integration = room.connected();
        store = new SlotStore(room.store);
        scheduler = SlotBench.scheduler(room, SlotTrail.NONE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aSlotComesBackAsItWasKept() {
        var kept = scheduler.draft(integration, lesson);

        assertThat(store.find(kept.id())).contains(kept);
        assertThat(kept.planned()).isEqualTo(lesson);
        var further = kept.organisedBy("daniel.osei@northfield.example", "oid").found("event", "meeting", "https://teams.microsoft.com/l/x")
                .in(MeetingState.PARTLY).at(Step.OPTIONS).trying(3).change(Optional.of(lesson.withSubject("Physics")))
                .with(Optional.of(Problem.of(Problem.Code.THROTTLED).with("until", "3 s")));
        store.keep(List.of(further));
        assertThat(store.find(kept.id())).contains(further);
        assertThat(store.byEvent(integration.id(), "event")).contains(further);
        assertThat(store.byLink(integration.id(), "https://teams.microsoft.com/l/x")).contains(further);
        assertThat(store.changing(integration.id())).containsExactly(further);
    }

    @Test
    void slotsAreFoundByTimeStateAndImport() {
        var others = scheduler.drafts(integration, List.of(lesson, lesson.withTimes(lesson.start().plusDays(9), lesson.end().plusDays(9))), "import-1");
        var single = scheduler.draft(integration, lesson.withSubject("Single"));

        assertThat(scheduler.batch(integration, "import-1")).isEqualTo(others);
        var start = lesson.startsAt();
        assertThat(scheduler.slots(integration, start, start.plus(Duration.ofDays(1)))).containsExactly(others.getFirst(), single);
        assertThat(scheduler.slots(integration, lesson.endsAt(), start.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(scheduler.open(integration)).hasSize(3);
        store.keep(List.of(single.in(MeetingState.CREATED).found("e", "m", "u")));
        assertThat(scheduler.open(integration)).isEqualTo(others);
        scheduler.discard(scheduler.slots(integration, start, start.plus(Duration.ofDays(30))));
        assertThat(store.all(integration.id())).extracting(Slot::id).as("what the tenant holds is not dropped here").containsExactly(single.id());
    }

    @Test
    void aDraftIsReplannedAndWhatTheTenantHoldsIsNot() {
        var draft = scheduler.draft(integration, lesson);
        assertThat(scheduler.replan(draft, lesson.withSubject("Chemistry")).planned().subject()).isEqualTo("Chemistry");
        assertThat(store.find(draft.id()).orElseThrow().planned().subject()).isEqualTo("Chemistry");
        assertThatThrownBy(() -> scheduler.replan(draft.found("e", "", ""), lesson)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slotsGoWithTheirIntegration() {
        scheduler.draft(integration, lesson);
        room.integrations.remove(integration);

        assertThat(store.count(integration.id())).isZero();
    }
}
