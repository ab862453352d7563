package app.lectern.meetings.planning;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Calls meetings off in the tenant. What is gone there already counts as called off; what an interrupted try may have made is
/// looked for first.
final class SlotRemoval {
    private final Function<Integration, GraphSession> sessions;
    private final SlotStore store;
    private final SlotEcho echo;
    private final Clock clock;

    SlotRemoval(Function<Integration, GraphSession> sessions, SlotStore store, SlotEcho echo, Clock clock) {
        this.sessions = sessions;
        this.store = store;
        this.echo = echo;
        this.clock = clock;
    }

    /// @param message for the people who were invited; without one, the meetings are deleted
    List<Slot> run(Integration of, List<Slot> slots, Optional<String> message, Progress progress) throws InterruptedException {
        var session = sessions.apply(of);
        var work = new Work(of, new SlotEventsGraph(session, (slot, waiting) -> {}), new MeetingOptionsGraph(session, (slot, waiting) -> {}), message);
        var done = new AtomicInteger();
        SlotLanes.run(slots, few -> {
            progress.detail(few.getFirst().planned().subject());
            work.on(few);
            progress.count(done.addAndGet(few.size()), slots.size());
        }, progress);
        return slots.stream().map(slot -> work.now.getOrDefault(slot.id(), slot)).toList();
    }

    private final class Work {
        private final Integration of;
        private final SlotEventsGraph events;
        private final MeetingOptionsGraph meetings;
        private final Optional<String> message;
        private final Map<Long, Slot> now = new ConcurrentHashMap<>();

        Work(Integration of, SlotEventsGraph events, MeetingOptionsGraph meetings, Optional<String> message) {
            this.of = of;
            this.events = events;
            this.meetings = meetings;
            this.message = message;
        }

        void on(List<Slot> few) {
            var inCalendar = new ArrayList<Slot>();
            var bare = new ArrayList<Slot>();
            for (var each : few) {
                var slot = store.find(each.id()).orElse(each);
                now.put(slot.id(), slot);
                if (slot.state() == MeetingState.CANCELLED) {
                    continue;
                }
                try {
                    var there = located(slot);
                    if (!there.eventId().isEmpty()) {
                        inCalendar.add(there);
                    } else if (!there.onlineMeetingId().isEmpty()) {
                        bare.add(there);
                    } else {
                        cancelled(slot);
                    }
                } catch (ProblemException unknown) {
                    refused(slot, unknown.problem());
                }
            }
            settle(inCalendar, inCalendar.isEmpty() ? List.of() : events.remove(inCalendar, message));
            settle(bare, bare.isEmpty() ? List.of() : meetings.remove(bare));
        }

        /// A try whose answer was lost may have made something that the slot does not know of.
        private Slot located(Slot slot) {
            if (slot.isInTenant() || slot.attempts() == 0 || slot.organiserId().isEmpty()) {
                return slot;
            }
            if (slot.planned().way() == Way.CALENDAR) {
                return events.made(slot).map(event -> slot.found(event, "", "")).orElse(slot);
            }
            // makes it where it was not made, so that there is something to take away
            var bare = meetings.createOrGet(List.of(slot)).getFirst();
            bare.refusal().ifPresent(problem -> {
                throw problem.raise();
            });
            return bare.value().map(found -> slot.found("", found.id(), found.joinUrl())).orElse(slot);
        }

        private void settle(List<Slot> slots, List<? extends Sent<?>> sent) {
            for (int at = 0; at < slots.size(); at++) {
                var answer = sent.get(at);
                var slot = slots.get(at);
                if (answer.sent() && (answer.refusal().isEmpty() || answer.refusedFor(Code.ITEM_GONE))) {
                    cancelled(slot);
                } else {
                    answer.refusal().ifPresent(problem -> refused(now.get(slot.id()), problem));
                }
            }
        }

        private void cancelled(Slot slot) {
            var gone = slot.in(MeetingState.CANCELLED).change(Optional.empty()).with(Optional.empty()).changedAt(clock.instant());
            keep(gone);
            echo.cancelled(of, gone);
        }

        /// The meeting stays what it is; only the reason is kept.
        private void refused(Slot slot, Problem problem) {
            keep(slot.with(Optional.of(problem)).changedAt(clock.instant()));
        }

        private void keep(Slot slot) {
            store.keep(List.of(slot));
            now.put(slot.id(), slot);
        }
    }
}
