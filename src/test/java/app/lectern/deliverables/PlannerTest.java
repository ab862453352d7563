package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The rule of the dry run, row by row.
class PlannerTest {
    private static final Target SHARED = new Target("office@northfield.example", "C1");
    private static final Target AMINA = new Target("amina@northfield.example", "");
    private static final Target TOMASZ = new Target("tomasz@northfield.example", "");

    private final List<Wanted> wanted = new ArrayList<>();
    private final List<FoundEvent> found = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Boolean> dates = new HashMap<>();
    private final Set<String> unreachable = new HashSet<>();
    private CalendarMode mode = CalendarMode.SHARED;

    private static Deliverable deliverable(String key) {
        return new Deliverable(key, "Coastal Library", "", key, OptionalInt.empty(), Optional.of(LocalDate.of(2026, 11, 19)), "", List.of(), "",
                Optional.empty());
    }

    private static EventContent content(String subject, String when) {
        return new EventContent(new EnumMap<>(Map.of(Field.SUBJECT, subject, Field.WHEN, when)));
    }

    private void want(String key, Target place, EventContent content) {
        wanted.add(new Wanted(deliverable(key), place, content));
        dates.put(key, true);
    }

    private FoundEvent event(String id, String key, Target place, EventContent now, EventContent written) {
        var event = new FoundEvent(id, "etag", place, new Imprint(deliverable(key), written), now);
        found.add(event);
        return event;
    }

    private Planner.Outcome plan() {
        return Planner.plan(new Planner.Input(mode, wanted, found, links, dates, unreachable));
    }

    private Change only() {
        assertThat(plan().changes()).hasSize(1);
        return plan().changes().getFirst();
    }

    @Test
    void whatIsNowhereIsCreated() {
        want("a", SHARED, content("A", "2026-11-19"));
        assertThat(only()).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CREATE);
            assertThat(change.startsTicked()).isTrue();
        });
    }

    @Test
    void whatIsAsItShouldBeIsSettledEvenWithoutALocalTrace() {
        want("a", SHARED, content("A", "2026-11-19"));
        event("1", "a", SHARED, content("A", "2026-11-19"), content("A", "2026-11-19"));
        assertThat(plan().changes()).isEmpty();
        assertThat(plan().settled()).hasSize(1);
    }

    @Test
    void aChangeOfTheListIsAnUpdateOfTheFieldsThatChanged() {
        want("a", SHARED, content("A", "2026-11-20"));
        event("1", "a", SHARED, content("A", "2026-11-19"), content("A", "2026-11-19"));
        assertThat(only()).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.UPDATE);
            assertThat(change.fields()).containsExactly(new FieldChange(Field.WHEN, "2026-11-19", "2026-11-20", false));
        });
    }

    @Test
    void anEditInOutlookIsAConflictOfThatFieldOnlyAndIsNotUndoneByItself() {
        want("a", SHARED, content("A", "2026-11-20"));
        event("1", "a", SHARED, content("A, moved", "2026-11-19"), content("A", "2026-11-19"));
        assertThat(only()).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CONFLICT);
            assertThat(change.startsTicked()).isFalse();
            assertThat(change.fields()).containsExactly(new FieldChange(Field.SUBJECT, "A, moved", "A", true),
                    new FieldChange(Field.WHEN, "2026-11-19", "2026-11-20", false));
        });
    }

    @Test
    void anEditThatWasAcceptedIsNoConflictAgain() {
        want("a", SHARED, content("A", "2026-11-19"));
        event("1", "a", SHARED, content("A, moved", "2026-11-19"), content("A", "2026-11-19"));
        links.add(new Link("a", SHARED, "1", content("A", "2026-11-19"), content("A, moved", "2026-11-19"), false));
        assertThat(plan().changes()).isEmpty();
    }

    @Test
    void theSameChangeOnBothSidesNeedsNothing() {
        want("a", SHARED, content("A", "2026-11-20"));
        event("1", "a", SHARED, content("A", "2026-11-20"), content("A", "2026-11-19"));
        assertThat(plan().changes()).isEmpty();
    }

    @Test
    void whatExchangeMadeOfATextIsNoEdit() {
        want("a", SHARED, content("A", "2026-11-19"));
        event("1", "a", SHARED, content("A (tidied)", "2026-11-19"), content("A", "2026-11-19"));
        links.add(new Link("a", SHARED, "1", content("A", "2026-11-19"), content("A (tidied)", "2026-11-19"), false));
        assertThat(plan().changes()).isEmpty();
    }

    @Test
    void anEventThatWasDeletedInOutlookIsNoticedAndNotMadeAgainUnasked() {
        want("a", SHARED, content("A", "2026-11-19"));
        links.add(new Link("a", SHARED, "1", content("A", "2026-11-19"), content("A", "2026-11-19"), false));
        assertThat(only()).satisfies(change -> {
            assertThat(change.reason()).isEqualTo(Change.Reason.GONE);
            assertThat(change.startsTicked()).isFalse();
        });
    }

    @Test
    void aDeletionThatWasAcceptedIsSilentUntilTheDeliverableChanges() {
        links.add(new Link("a", SHARED, "", content("A", "2026-11-19"), content("A", "2026-11-19"), true));
        want("a", SHARED, content("A", "2026-11-19"));
        assertThat(plan().changes()).isEmpty();
        wanted.clear();
        want("a", SHARED, content("A", "2026-11-20"));
        assertThat(only().reason()).isEqualTo(Change.Reason.GONE);
    }

    @Test
    void aDeletedDeliverableTakesItsEventAlongUnlessSomebodyEditedIt() {
        event("1", "a", SHARED, content("A", "2026-11-19"), content("A", "2026-11-19"));
        links.add(new Link("a", SHARED, "1", content("A", "2026-11-19"), content("A", "2026-11-19"), false));
        assertThat(only()).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.DELETE);
            assertThat(change.reason()).isEqualTo(Change.Reason.REMOVED);
            assertThat(change.startsTicked()).isTrue();
        });
        found.clear();
        event("1", "a", SHARED, content("A, by hand", "2026-11-19"), content("A", "2026-11-19"));
        assertThat(only().startsTicked()).isFalse();
    }

    @Test
    void withoutADateThereIsNoEvent() {
        event("1", "a", SHARED, content("A", "2026-11-19"), content("A", "2026-11-19"));
        dates.put("a", false);
        assertThat(only().reason()).isEqualTo(Change.Reason.WITHOUT_DATE);
    }

    @Test
    void aSecondEventForTheSameDeliverableIsADuplicateAndTheKnownOneStays() {
        want("a", SHARED, content("A", "2026-11-19"));
        event("1", "a", SHARED, content("A", "2026-11-19"), content("A", "2026-11-19"));
        event("2", "a", SHARED, content("A", "2026-11-19"), content("A", "2026-11-19"));
        links.add(new Link("a", SHARED, "2", content("A", "2026-11-19"), content("A", "2026-11-19"), false));
        assertThat(only()).satisfies(change -> {
            assertThat(change.reason()).isEqualTo(Change.Reason.DUPLICATE);
            assertThat(change.found().orElseThrow().id()).isEqualTo("1");
        });
    }

    @Test
    void eventsOfDeliverablesThatNobodyKnowsAreLeftAlone() {
        event("1", "stranger", SHARED, content("A", "2026-11-19"), content("A", "2026-11-19"));
        assertThat(plan().changes()).isEmpty();
        assertThat(plan().strangers()).hasSize(1);
    }

    @Test
    void fromOneCalendarToSeveralOneIsMovedAndTheOthersAreCreated() {
        mode = CalendarMode.INDIVIDUAL;
        want("a", AMINA, content("A", "2026-11-19"));
        want("a", TOMASZ, content("A", "2026-11-19"));
        event("1", "a", SHARED, content("A", "2026-11-19"), content("A", "2026-11-19"));
        assertThat(plan().changes()).extracting(Change::kind).containsExactly(Change.Kind.MOVE, Change.Kind.CREATE);
    }

    @Test
    void fromSeveralCalendarsToOneOneIsMovedAndTheOthersAreDeleted() {
        want("a", SHARED, content("A", "2026-11-19"));
        event("1", "a", AMINA, content("A", "2026-11-19"), content("A", "2026-11-19"));
        event("2", "a", TOMASZ, content("A", "2026-11-19"), content("A", "2026-11-19"));
        assertThat(plan().changes()).extracting(Change::kind).containsExactly(Change.Kind.MOVE, Change.Kind.DELETE);
    }

    @Test
    void whoIsNoLongerAssignedLosesTheEvent() {
        mode = CalendarMode.INDIVIDUAL;
        want("a", AMINA, content("A", "2026-11-19"));
        event("1", "a", AMINA, content("A", "2026-11-19"), content("A", "2026-11-19"));
        event("2", "a", TOMASZ, content("A", "2026-11-19"), content("A", "2026-11-19"));
        assertThat(only().reason()).isEqualTo(Change.Reason.NOT_ASSIGNED);
    }

    @Test
    void aMailboxThatCannotBeReadIsNotJudged() {
        mode = CalendarMode.INDIVIDUAL;
        want("a", AMINA, content("A", "2026-11-19"));
        links.add(new Link("a", AMINA, "1", content("A", "2026-11-19"), content("A", "2026-11-19"), false));
        unreachable.add(AMINA.mailbox());
        assertThat(plan().changes()).isEmpty();
        assertThat(plan().finished()).isEmpty();
    }

    @Test
    void aLinkWithoutEventAndWithoutWishIsForgotten() {
        links.add(new Link("a", SHARED, "1", content("A", "2026-11-19"), content("A", "2026-11-19"), false));
        assertThat(plan().changes()).isEmpty();
        assertThat(plan().finished()).hasSize(1);
    }
}
