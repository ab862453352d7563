package app.lectern.deliverables;

import app.lectern.graph.GraphSession;
import app.lectern.home.Home;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.ExitStatus;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import app.lectern.sync.SyncLock;
import app.lectern.words.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings the calendars into line with the list: a dry run first, which writes nothing, then what was chosen of it.
public final class DeliverableSync {
    private final Deliverables deliverables;
    private final Function<Integration, GraphSession> sessions;
    private final Home home;
    private final ErrandsStore errands;
    private final CalendarTroubleStore troubles;
    private final Words words;
    private final Clock clock;
    private final List<BiConsumer<Integration, SyncReport>> listeners = new CopyOnWriteArrayList<>();

    public DeliverableSync(
            Deliverables deliverables, Function<Integration, GraphSession> sessions, Home home, Store store, Words words, Clock clock) {
        this.home = home;
        this.deliverables = deliverables;
        this.sessions = sessions;
        this.errands = new ErrandsStore(store);
        this.troubles = new CalendarTroubleStore(store);
        this.words = words;
        this.clock = clock;
    }

    /// Told after each application.
    public void onApplied(BiConsumer<Integration, SyncReport> listener) {
        listeners.add(listener);
    }

    /// What would have to be done.
    public Plan plan(Integration of, Progress progress) throws InterruptedException {
        try {
            var plan = new DryRun(of, progress).plan();
            if (plan.calendar() == CalendarState.NOT_READ) {
                Optional.ofNullable(plan.problems().get(deliverables.mailbox(of))).ifPresent(met -> troubles.met(of.id(), met, false, clock.instant()));
            } else {
                troubles.over(of.id(), plan.isEmpty() && plan.unfinished() == 0);
            }
            return plan;
        } catch (ProblemException refused) {
            troubles.met(of.id(), refused.problem(), false, clock.instant());
            throw refused;
        }
    }

    /// Whether the due dates are kept in calendars, by the settings and by what the last looks and applications met. Asks the store only.
    public CalendarStanding standing(Integration of) {
        boolean hasMailbox = true;
        try {
            deliverables.mailbox(of);
        } catch (ProblemException nowhere) {
            hasMailbox = false;
        }
        return CalendarStanding.of(of.active(), deliverables.list(of), deliverables.settings(of), hasMailbox, troubles.of(of.id()));
    }

    /// How many writes of an interrupted run are still to come.
    public int unfinished(Integration of) {
        return errands.waiting(of.id()).size();
    }

    /// Does what was chosen of a dry run, after what an earlier run left unfinished. Finishing that makes the dry run an old one,
    /// so it is made anew, and only what it still finds to be done is done.
    public SyncReport apply(Integration of, Plan plan, Decisions decisions, Progress progress) throws InterruptedException {
        try (var _ = SyncLock.take(home, of, "deliverables")) {
            var report = applyAlone(of, plan, decisions, progress);
            report.failures().values().stream().findFirst().ifPresentOrElse(met -> troubles.met(of.id(), met, true, clock.instant()),
                    () -> troubles.over(of.id(), true));
            return report;
        } catch (ProblemException refused) {
            if (refused.problem().code() != Problem.Code.PLAN_OUTDATED && refused.problem().code() != Problem.Code.SYNC_RUNNING) {
                troubles.met(of.id(), refused.problem(), true, clock.instant());
            }
            throw refused;
        }
    }

    private SyncReport applyAlone(Integration of, Plan plan, Decisions decisions, Progress progress) throws InterruptedException {
        boolean isApplied = deliverables.settings(of).lastApplied().filter(plan.madeAt()::isBefore).isPresent();
        if (plan.revision() != deliverables.revision(of) || isApplied) {
            throw Problem.of(Problem.Code.PLAN_OUTDATED).raise();
        }
        boolean isInterrupted = unfinished(of) > 0;
        var report = finishAlone(of, progress);
        var present = isInterrupted ? plan(of, progress) : plan;
        var outbox = new Outbox(of, sessions.apply(of), errands);
        var chosen = present.changes().stream().filter(decisions::isTicked).toList();
        var kept = outbox.keepTheirs(chosen, decisions);
        var order = outbox.order(withCalendar(of, chosen), decisions, deliverables.settings(of).zone());
        errands.post(of.id(), order);
        report = report.plus(outbox.send(order, progress)).plus(new SyncReport(0, 0, 0, 0, kept, Map.of()));
        deliverables.applied(of, clock.instant());
        tell(of, report);
        return report;
    }

    private void tell(Integration of, SyncReport report) {
        if (report.done() > 0 || !report.failures().isEmpty()) {
            listeners.forEach(listener -> listener.accept(of, report));
        }
    }

    /// Sends what an interrupted run left behind; what had arrived all the same is recognised in the calendar.
    public SyncReport finish(Integration of, Progress progress) throws InterruptedException {
        try (var _ = SyncLock.take(home, of, "deliverables")) {
            return finishAlone(of, progress);
        }
    }

    private SyncReport finishAlone(Integration of, Progress progress) throws InterruptedException {
        var waiting = errands.waiting(of.id());
        if (waiting.isEmpty()) {
            return SyncReport.NOTHING;
        }
        var session = sessions.apply(of);
        var places = waiting.stream().map(Errand::target).distinct().toList();
        var read = new EventsGraph(session).read(places, progress);
        return new Outbox(of, session, errands).resume(waiting, read, progress);
    }

    /// Gives up what an interrupted run left behind.
    public void abandon(Integration of) {
        errands.dismiss(errands.waiting(of.id()));
    }

    /// Puts the real calendar in the place of the one that the dry run only announced.
    private List<Change> withCalendar(Integration of, List<Change> chosen) {
        if (chosen.stream().noneMatch(change -> change.target().isNotYet())) {
            return chosen;
        }
        var settings = deliverables.settings(of);
        var mailbox = deliverables.mailbox(of);
        var made = new CalendarsGraph(sessions.apply(of)).create(mailbox, settings.calendarName());
        deliverables.found(of, made);
        var target = new Target(mailbox, made.id());
        return chosen.stream().map(change -> change.target().isNotYet() ? change.at(target) : change).toList();
    }

    /// Makes deliverables of the events that this list does not know. Returns how many came.
    public int rebuild(Integration of, Set<String> people, Progress progress) throws InterruptedException {
        var session = sessions.apply(of);
        var graph = new EventsGraph(session);
        var found = new LinkedHashMap<String, FoundEvent>();
        var places = new LinkedHashSet<Target>();
        new DryRun(of, progress).sharedCalendar().ifPresent(places::add);
        people.forEach(person -> places.add(new Target(person, "")));
        var looked = new HashSet<Target>();
        // an event names all its assignees, in whose calendars there may be more
        while (!looked.containsAll(places)) {
            var next = places.stream().filter(place -> !looked.contains(place)).toList();
            looked.addAll(next);
            for (var event : graph.read(next, progress).events()) {
                found.putIfAbsent(event.key(), event);
                event.imprint().deliverable().assignees().forEach(person -> places.add(new Target(person, "")));
            }
        }
        var known = deliverables.list(of).stream().map(Deliverable::key).collect(Collectors.toSet());
        var fresh = found.values().stream().map(event -> event.imprint().deliverable())
                .filter(each -> !known.contains(each.key()) && each.fault().isEmpty()).toList();
        deliverables.restore(of, fresh);
        return fresh.size();
    }

    /// One look at the tenant.
    private final class DryRun {
        private final Integration of;
        private final Progress progress;
        private final GraphSession session;
        private final Map<String, Problem> problems = new LinkedHashMap<>();
        private CalendarSettings settings;
        private CalendarState state = CalendarState.NOT_NEEDED;

        DryRun(Integration of, Progress progress) {
            this.of = of;
            this.progress = progress;
            this.session = sessions.apply(of);
            this.settings = deliverables.settings(of);
        }

        Plan plan() throws InterruptedException {
            var list = deliverables.list(of);
            var links = errands.links(of.id());
            boolean usesShared = settings.mode() == CalendarMode.SHARED || !settings.calendarId().isEmpty();
            var shared = usesShared ? sharedCalendar() : Optional.<Target>empty();
            var wanted = wanted(list, shared);
            var places = places(wanted, links, shared);
            var read = new EventsGraph(session).read(places, progress);
            var unreachable = new HashSet<String>();
            read.refused().forEach((place, problem) -> {
                requireMore(problem);
                problems.putIfAbsent(place.mailbox(), problem);
                unreachable.add(place.mailbox());
            });
            if (state == CalendarState.NOT_READ) {
                unreachable.add(deliverables.mailbox(of));
            }
            var dates = list.stream().collect(Collectors.toMap(Deliverable::key, each -> each.date().isPresent()));
            var outcome = Planner.plan(new Planner.Input(settings.mode(), wanted, read.events(), links, dates, unreachable));
            remember(outcome, links);
            return new Plan(settings.mode(), settings.calendarName(), state, clock.instant(), deliverables.revision(of), outcome.changes(),
                    problems, outcome.strangers(), outcome.settled().size(), errands.waiting(of.id()).size());
        }

        /// Links to what is right and links to what is gone; nothing of it concerns the tenant.
        private void remember(Planner.Outcome outcome, List<Link> links) {
            var known = links.stream().map(Link::eventId).collect(Collectors.toSet());
            errands.keep(of.id(), outcome.settled().stream().filter(event -> !known.contains(event.id())).map(Link::of).toList());
            errands.forget(of.id(), outcome.finished());
        }

        /// By id, else by name; what was found anew or renamed is remembered.
        Optional<Target> sharedCalendar() {
            var mailbox = deliverables.mailbox(of);
            List<SharedCalendar> calendars;
            try {
                calendars = new CalendarsGraph(session).list(mailbox, progress);
            } catch (ProblemException refused) {
                requireMore(refused.problem());
                problems.put(mailbox, refused.problem());
                state = CalendarState.NOT_READ;
                return Optional.empty();
            }
            var byId = calendars.stream().filter(each -> each.id().equals(settings.calendarId())).findFirst();
            var found = byId.or(() -> calendars.stream().filter(each -> each.name().equalsIgnoreCase(settings.calendarName())).findFirst());
            if (found.isEmpty()) {
                state = settings.calendarId().isEmpty() ? CalendarState.TO_BE_MADE : CalendarState.DELETED;
                return Optional.empty();
            }
            boolean renamed = byId.isPresent() && !byId.get().name().equals(settings.calendarName());
            state = renamed ? CalendarState.RENAMED : CalendarState.FOUND;
            settings = deliverables.found(of, found.get());
            return Optional.of(new Target(mailbox, found.get().id()));
        }

        private List<Wanted> wanted(List<Deliverable> list, Optional<Target> shared) {
            var everybody = new TreeSet<String>();
            list.forEach(each -> everybody.addAll(each.assignees()));
            problems.putAll(new CalendarsGraph(session).unknown(everybody, progress));
            var text = new EventText(words, settings, problems.keySet());
            var target = shared.orElseGet(() -> new Target(deliverables.mailbox(of), Target.NOT_YET));
            var wanted = new ArrayList<Wanted>();
            for (var each : list) {
                each.date().ifPresent(day -> targets(each, target).forEach(
                        place -> wanted.add(new Wanted(text.imprinted(each), place, text.of(each, day)))));
            }
            return wanted;
        }

        private List<Target> targets(Deliverable of, Target shared) {
            return settings.mode() == CalendarMode.SHARED ? List.of(shared)
                    : of.assignees().stream().filter(person -> !problems.containsKey(person)).map(person -> new Target(person, "")).toList();
        }

        private static List<Target> places(List<Wanted> wanted, List<Link> links, Optional<Target> shared) {
            var places = new LinkedHashSet<Target>();
            shared.ifPresent(places::add);
            wanted.stream().map(Wanted::target).filter(target -> !target.isNotYet()).forEach(places::add);
            links.stream().map(Link::target).filter(Target::isOwnCalendar).forEach(places::add);
            return List.copyOf(places);
        }

        /// Without the permission, or without a way to the service, nothing at all can be said.
        private static void requireMore(Problem problem) {
            boolean concernsAll = problem.code().exit() == ExitStatus.SIGN_IN_OR_PERMISSION && problem.code() != Problem.Code.MAILBOX_BLOCKED;
            if (concernsAll || problem.code().exit() == ExitStatus.NETWORK) {
                throw problem.raise();
            }
        }
    }
}
