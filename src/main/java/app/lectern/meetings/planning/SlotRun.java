package app.lectern.meetings.planning;

import app.lectern.graph.GraphSession;
import app.lectern.graph.Sleeper;
import app.lectern.graph.Waiting;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.MeetingOptionsGraph.Online;
import app.lectern.meetings.planning.SlotEventsGraph.Made;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Takes slots through their steps: event, link, options. What a step brought is committed before the next one begins, so that a
/// crash loses nothing; every request may be sent again without making anything twice.
final class SlotRun {
    /// A link that is not there at once is looked for over a minute.
    private static final List<Duration> LOOKS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8),
            Duration.ofSeconds(15), Duration.ofSeconds(30));

    private final SlotEventsGraph events;
    private final MeetingOptionsGraph meetings;
    private final SlotStore store;
    private final Ended told;
    private final Sleeper sleeper;
    private final Clock clock;
    private final Map<Long, Slot> now = new ConcurrentHashMap<>();
    private final RunFigures figures;

    /// Told of slots that have just got whole, or as whole as they get.
    interface Ended {
        /// @param slots each with whether it had no link before
        void ended(Map<Slot, Boolean> slots);
    }

    SlotRun(Integration of, GraphSession session, SlotStore store, Ended told, Sleeper sleeper, Clock clock) {
        this.figures = new RunFigures(of.id());
        this.events = new SlotEventsGraph(session, this::waits);
        this.meetings = new MeetingOptionsGraph(session, this::waits);
        this.store = store;
        this.told = told;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /// The slots as they are afterwards, in their order. Their organisers are known.
    List<Slot> create(List<Slot> slots, Progress progress) throws InterruptedException {
        slots.forEach(slot -> now.put(slot.id(), slot));
        var done = new AtomicInteger();
        try {
            SlotLanes.run(slots, few -> {
                progress.detail(few.getFirst().planned().subject());
                begin(few);
                part(few);
                progress.count(done.addAndGet(few.size()), slots.size());
            }, progress);
            waitForLinks(slots, progress);
        } finally {
            // a link that is still awaited when somebody cancels stays open for the next look
            keep(result(slots).stream().filter(slot -> slot.state() == MeetingState.CREATING && slot.step() == Step.LINK)
                    .map(slot -> partly(slot, late(slot))).toList());
        }
        return result(slots);
    }

    List<Slot> result(List<Slot> slots) {
        return slots.stream().map(slot -> now.getOrDefault(slot.id(), slot)).toList();
    }

    /// Those that have come to an end are counted in the same transaction, and told of after it, each once.
    private void keep(Collection<Slot> slots) {
        var at = clock.instant();
        var changed = slots.stream().map(slot -> slot.changedAt(at)).toList();
        var ends = figures.take(changed, at);
        store.keep(changed, ends.created());
        changed.forEach(slot -> now.put(slot.id(), slot));
        if (!ends.ended().isEmpty()) {
            told.ended(ends.ended());
        }
    }

    private void begin(List<Slot> few) {
        few.forEach(figures::begin);
        keep(few.stream().map(slot -> slot.in(MeetingState.CREATING).trying(1).with(Optional.empty())).toList());
    }

    /// `Retrying 2/4`, kept so that every window and every command sees it.
    private void waits(Slot slot, Waiting waiting) {
        figures.refused(slot);
        var known = now.getOrDefault(slot.id(), slot);
        keep(List.of(known.in(MeetingState.RETRYING).trying(Math.min(Slot.TRIES, waiting.attempt()))));
    }

    private List<Slot> at(List<Slot> few, Step step) {
        return result(few).stream().filter(slot -> slot.step() == step && slot.isOnItsWay()).toList();
    }

    private void part(List<Slot> few) {
        event(at(few, Step.EVENT).stream().filter(slot -> slot.planned().way() == Way.CALENDAR).toList());
        link(at(few, Step.EVENT).stream().filter(slot -> slot.planned().way() == Way.LINK_ONLY).toList());
        var again = at(few, Step.LINK);
        if (!again.isEmpty()) {
            look(again, false);
        }
        options(at(few, Step.OPTIONS));
    }

    private void event(List<Slot> few) {
        if (few.isEmpty()) {
            return;
        }
        var sent = events.create(few);
        var changed = new ArrayList<Slot>();
        for (int at = 0; at < few.size(); at++) {
            var slot = now.get(few.get(at).id());
            var answer = sent.get(at);
            figures.answered(slot, answer);
            if (answer.value().isPresent()) {
                changed.add(withLink(slot, answer.value().get()));
            } else if (answer.refusedFor(Code.CONFLICT)) {
                changed.add(adopted(slot, answer.refusal().orElseThrow()));
            } else {
                changed.add(answer.refusal().map(problem -> failed(slot, problem)).orElse(slot));
            }
        }
        keep(changed);
    }

    /// An earlier try made the event, and the slot was changed before its answer came. What is there is taken and brought up to date.
    private Slot adopted(Slot slot, Problem problem) {
        try {
            var event = Optional.ofNullable(problem.facts().get("event")).filter(id -> !id.isEmpty()).or(() -> events.made(slot));
            if (event.isEmpty()) {
                return failed(slot, problem);
            }
            var there = slot.found(event.get(), "", "");
            var seen = events.look(List.of(there)).getFirst();
            var html = events.body(there);
            if (seen.value().isEmpty() || html.value().isEmpty()) {
                return failed(slot, seen.refusal().or(html::refusal).orElse(problem));
            }
            var linked = there.found(event.get(), "", seen.value().get().joinUrl());
            var fields = EnumSet.allOf(SlotField.class);
            if (linked.joinUrl().isEmpty()) {
                // without its link, Teams' part of the text could not be told from the rest
                fields.remove(SlotField.BODY);
            }
            var written = events.overwrite(linked, fields, html.value().get());
            figures.answered(slot, written);
            return written.value().map(value -> withLink(linked, value)).orElseGet(() -> failed(slot, written.refusal().orElse(problem)));
        } catch (ProblemException refused) {
            return failed(slot, refused.problem());
        }
    }

    /// 201 does not mean that there is a Teams meeting: Microsoft makes a plain event without complaint, or adds the link later.
    private Slot withLink(Slot slot, Made made) {
        var found = slot.found(made.eventId(), slot.onlineMeetingId(), made.joinUrl());
        if (!made.online()) {
            return partly(found.at(Step.LINK), Problem.of(Code.TEAMS_LINK_MISSING).with("account", slot.planned().organiser()));
        }
        return made.joinUrl().isEmpty() ? found.at(Step.LINK).in(MeetingState.CREATING) : linked(found);
    }

    private Slot linked(Slot slot) {
        figures.linked(slot);
        var id = slot.onlineMeetingId().isEmpty() ? MeetingKey.of(slot.organiserId(), slot.joinUrl()).orElse("") : slot.onlineMeetingId();
        return slot.found(slot.eventId(), id, slot.joinUrl()).at(Step.OPTIONS).in(MeetingState.CREATING);
    }

    private void link(List<Slot> few) {
        if (few.isEmpty()) {
            return;
        }
        var sent = meetings.createOrGet(few);
        var changed = new ArrayList<Slot>();
        for (int at = 0; at < few.size(); at++) {
            var slot = now.get(few.get(at).id());
            var answer = sent.get(at);
            figures.answered(slot, answer);
            changed.add(answer.value().map(found -> linked(slot.found("", found.id(), found.joinUrl())))
                    .orElseGet(() -> answer.refusal().map(problem -> failed(slot, problem)).orElse(slot)));
        }
        keep(changed);
    }

    /// @param last whether a link that is still not there is given up
    private void look(List<Slot> few, boolean last) {
        var sent = events.look(few);
        var plain = new ArrayList<Slot>();
        var changed = new ArrayList<Slot>();
        for (int at = 0; at < few.size(); at++) {
            var slot = now.get(few.get(at).id());
            var answer = sent.get(at);
            figures.answered(slot, answer);
            if (answer.value().isEmpty()) {
                changed.add(answer.refusal().map(problem -> partly(slot, problem)).orElse(slot));
            } else if (!answer.value().get().online()) {
                plain.add(slot);
            } else {
                var seen = withLink(slot, answer.value().get());
                changed.add(last && seen.step() == Step.LINK ? partly(seen, late(seen)) : seen);
            }
        }
        keep(changed);
        if (!plain.isEmpty()) {
            bringOnline(plain);
        }
    }

    private static Problem late(Slot slot) {
        return Problem.of(Code.TEAMS_LINK_LATE).with("account", slot.planned().organiser());
    }

    private void bringOnline(List<Slot> plain) {
        var sent = events.bringOnline(plain);
        var changed = new ArrayList<Slot>();
        for (int at = 0; at < plain.size(); at++) {
            var slot = now.get(plain.get(at).id());
            var answer = sent.get(at);
            figures.answered(slot, answer);
            changed.add(answer.value().map(seen -> withLink(slot, seen))
                    .orElseGet(() -> answer.refusal().map(problem -> partly(slot, problem)).orElse(slot)));
        }
        keep(changed);
    }

    private void options(List<Slot> few) {
        var unknown = few.stream().filter(slot -> slot.onlineMeetingId().isEmpty()).toList();
        set(few.stream().filter(slot -> !slot.onlineMeetingId().isEmpty()).toList(), true);
        set(identified(unknown), false);
    }

    /// Looks online meetings up by their links; those that are not found are marked.
    private List<Slot> identified(List<Slot> few) {
        if (few.isEmpty()) {
            return List.of();
        }
        var sent = meetings.find(few);
        var known = new ArrayList<Slot>();
        var changed = new ArrayList<Slot>();
        for (int at = 0; at < few.size(); at++) {
            var slot = now.get(few.get(at).id());
            var answer = sent.get(at);
            figures.answered(slot, answer);
            var found = answer.value().flatMap(each -> each).map(Online::id).filter(id -> !id.isEmpty());
            if (found.isPresent()) {
                known.add(slot.found(slot.eventId(), found.get(), slot.joinUrl()));
            } else if (answer.sent()) {
                changed.add(partly(slot, answer.refusal().orElseGet(() -> Problem.of(Code.ITEM_GONE).with("item", slot.planned().subject()))));
            }
        }
        changed.addAll(known);
        keep(changed);
        return result(known);
    }

    /// @param composed the ids were put together from the links, so a refusal may mean that they are wrong
    private void set(List<Slot> few, boolean composed) {
        if (few.isEmpty()) {
            return;
        }
        var sent = meetings.set(few);
        var changed = new ArrayList<Slot>();
        var wrong = new ArrayList<Slot>();
        for (int at = 0; at < few.size(); at++) {
            var slot = now.get(few.get(at).id());
            var answer = sent.get(at);
            figures.answered(slot, answer);
            if (answer.value().isPresent()) {
                changed.add(whole(slot, answer.value().get()));
            } else if (answer.sent() && answer.refusal().isEmpty()) {
                changed.add(slot.in(MeetingState.CREATED).at(Step.DONE));
            } else if (composed && slot.planned().way() == Way.CALENDAR
                    && answer.refusedFor(Code.ITEM_GONE, Code.ID_MALFORMED, Code.REQUEST_REFUSED, Code.USER_UNKNOWN, Code.NOT_ORGANISER)) {
                wrong.add(slot.found(slot.eventId(), "", slot.joinUrl()));
            } else {
                changed.add(answer.refusal().map(problem -> partly(slot, problem)).orElse(slot));
            }
        }
        changed.addAll(wrong);
        keep(changed);
        set(identified(result(wrong)), false);
    }

    static Slot whole(Slot slot, Online answer) {
        var refused = slot.planned().options().differences(answer.options());
        var found = slot.found(slot.eventId(), answer.id().isEmpty() ? slot.onlineMeetingId() : answer.id(), slot.joinUrl());
        if (refused.isEmpty()) {
            return found.in(MeetingState.CREATED).at(Step.DONE);
        }
        return partly(found, Problem.of(Code.OPTIONS_NOT_APPLIED).with("options", refused.stream()
                .map(part -> part.name().toLowerCase(Locale.ROOT).replace('_', '-')).collect(Collectors.joining(", "))));
    }

    private static Slot failed(Slot slot, Problem problem) {
        return slot.in(MeetingState.FAILED).with(Optional.of(problem));
    }

    private static Slot partly(Slot slot, Problem problem) {
        return slot.in(MeetingState.PARTLY).with(Optional.of(problem));
    }

    private void waitForLinks(List<Slot> slots, Progress progress) throws InterruptedException {
        for (int look = 0; look < LOOKS.size(); look++) {
            var late = at(slots, Step.LINK);
            if (late.isEmpty()) {
                break;
            }
            progress.checkpoint();
            sleeper.sleep(LOOKS.get(look));
            boolean last = look == LOOKS.size() - 1;
            SlotLanes.run(late, few -> {
                look(at(few, Step.LINK), last);
                options(at(few, Step.OPTIONS));
            }, progress);
        }
    }
}
