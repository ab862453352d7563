package app.lectern.deliverables;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Turns chosen changes into errands and sends them. Each errand is committed before it is sent and goes only when its outcome
/// is known, so that a crash at any moment neither loses nor repeats one.
final class Outbox {
    private static final int CHUNK = 20;

    private final Integration of;
    private final EventsGraph graph;
    private final ErrandsStore store;

    Outbox(Integration of, GraphSession session, ErrandsStore store) {
        this.of = of;
        this.graph = new EventsGraph(session);
        this.store = store;
    }

    /// Accepts what Outlook says where that was chosen; this needs no write to the tenant. Returns how many.
    int keepTheirs(List<Change> chosen, Decisions decisions) {
        var links = new ArrayList<Link>();
        for (var change : chosen) {
            if (change.kind() == Change.Kind.CONFLICT && writes(change, decisions).isEmpty()) {
                var wanted = change.wanted().orElseThrow();
                links.add(change.found()
                        .map(event -> new Link(change.key(), change.target(), event.id(), wanted.content(), event.content(), false))
                        .orElseGet(() -> new Link(change.key(), change.target(), "", wanted.content(), wanted.content(), true)));
            }
        }
        store.keep(of.id(), links);
        return links.size();
    }

    /// The fields that are to be written; none where Outlook's word counts throughout.
    private static Set<Field> writes(Change change, Decisions decisions) {
        if (change.reason() == Change.Reason.GONE) {
            return decisions.side(change) == Decisions.Side.OURS ? EnumSet.allOf(Field.class) : EnumSet.noneOf(Field.class);
        }
        var fields = EnumSet.noneOf(Field.class);
        change.fields().stream().filter(field -> !field.edited() || decisions.side(change, field.field()) == Decisions.Side.OURS)
                .forEach(field -> fields.add(field.field()));
        return fields;
    }

    List<Errand> order(List<Change> chosen, Decisions decisions, ZoneId zone) {
        var order = new ArrayList<Errand>();
        for (var change : chosen) {
            switch (change.kind()) {
                case CREATE -> order.add(create(change, zone));
                case UPDATE -> order.add(update(change, writes(change, decisions), zone));
                case DELETE -> order.add(delete(change, zone, ""));
                case MOVE -> {
                    var made = create(change, zone);
                    order.add(made);
                    order.add(delete(change, zone, made.key()));
                }
                case CONFLICT -> {
                    var fields = writes(change, decisions);
                    if (!fields.isEmpty()) {
                        order.add(change.found().isPresent() ? update(change, fields, zone) : create(change, zone));
                    }
                }
            }
        }
        return order;
    }

    private static Errand create(Change change, ZoneId zone) {
        return new Errand(UUID.randomUUID().toString(), Errand.Kind.CREATE, change.key(), change.title(), change.target(), "", "",
                change.wanted().map(Wanted::imprint), EnumSet.allOf(Field.class), zone, "");
    }

    private static Errand update(Change change, Set<Field> fields, ZoneId zone) {
        var event = change.found().orElseThrow();
        return new Errand(UUID.randomUUID().toString(), Errand.Kind.UPDATE, change.key(), change.title(), change.target(), event.id(),
                event.etag(), change.wanted().map(Wanted::imprint), fields, zone, "");
    }

    private static Errand delete(Change change, ZoneId zone, String after) {
        var event = change.found().orElseThrow();
        return new Errand(UUID.randomUUID().toString(), Errand.Kind.DELETE, change.key(), change.title(), event.target(), event.id(),
                event.etag(), Optional.empty(), Set.of(), zone, after);
    }

    /// What has arrived already, although its answer was lost, is settled by what the calendar holds now; the rest is sent.
    SyncReport resume(List<Errand> waiting, EventsGraph.Read now, Progress progress) throws InterruptedException {
        var run = new Run(waiting, progress);
        var rest = new ArrayList<Errand>();
        for (var errand : waiting) {
            var arrived = now.events().stream().filter(event -> hasArrived(errand, event)).findFirst();
            if (errand.kind() == Errand.Kind.DELETE && !now.refused().containsKey(errand.target())
                    && now.events().stream().noneMatch(event -> event.id().equals(errand.eventId()))) {
                run.deleted(errand);
            } else if (arrived.isPresent()) {
                run.written(errand, arrived.get());
            } else {
                rest.add(errand);
            }
        }
        run.send(rest);
        return run.report();
    }

    private static boolean hasArrived(Errand errand, FoundEvent event) {
        return errand.imprint().filter(event.imprint()::equals).isPresent() && event.target().equals(errand.target())
                && (errand.kind() == Errand.Kind.CREATE || event.id().equals(errand.eventId()));
    }

    SyncReport send(List<Errand> order, Progress progress) throws InterruptedException {
        var run = new Run(order, progress);
        run.send(order);
        return run.report();
    }

    /// One run and its count.
    private final class Run {
        private final Progress progress;
        private final Map<String, Problem> failures = new LinkedHashMap<>();
        private final Set<String> failed = new HashSet<>();
        /// Creations that are one half of a move.
        private final Set<String> leaving;
        private int created;
        private int updated;
        private int moved;
        private int deleted;

        Run(List<Errand> order, Progress progress) {
            this.progress = progress;
            this.leaving = order.stream().map(Errand::after).collect(Collectors.toSet());
        }

        SyncReport report() {
            return new SyncReport(created, updated, moved, deleted, 0, failures);
        }

        /// Deletions come last: an event that moves is nowhere missing meanwhile.
        void send(List<Errand> order) throws InterruptedException {
            var writes = order.stream().filter(errand -> errand.kind() != Errand.Kind.DELETE).toList();
            var deletions = order.stream().filter(errand -> errand.kind() == Errand.Kind.DELETE).toList();
            chunks(writes, 0, order.size());
            var possible = new ArrayList<Errand>();
            for (var deletion : deletions) {
                if (failed.contains(deletion.after())) {
                    store.dismiss(List.of(deletion));
                } else {
                    possible.add(deletion);
                }
            }
            chunks(possible, writes.size(), order.size());
        }

        private void chunks(List<Errand> some, int before, int all) throws InterruptedException {
            for (int from = 0; from < some.size(); from += CHUNK) {
                progress.checkpoint();
                var chunk = some.subList(from, Math.min(from + CHUNK, some.size()));
                progress.detail(chunk.getFirst().title());
                var outcomes = graph.write(chunk, Progress.NONE);
                // what was sent is noted even when somebody cancels now
                boolean cancelled = Thread.interrupted();
                for (int at = 0; at < chunk.size(); at++) {
                    settle(chunk.get(at), outcomes.get(at));
                }
                progress.count(before + from + chunk.size(), all);
                if (cancelled) {
                    throw new InterruptedException();
                }
            }
        }

        private void settle(Errand errand, EventsGraph.Written outcome) {
            if (!outcome.sent()) {
                return;
            }
            boolean isGone = outcome.refusal().filter(problem -> problem.code() == Problem.Code.ITEM_GONE).isPresent();
            if (errand.kind() == Errand.Kind.DELETE && (outcome.refusal().isEmpty() || isGone)) {
                deleted(errand);
            } else if (outcome.event().isPresent()) {
                written(errand, outcome.event().get());
            } else {
                failed.add(errand.key());
                outcome.refusal().ifPresent(problem -> failures.put(errand.title(), problem));
                store.dismiss(List.of(errand));
            }
        }

        void written(Errand errand, FoundEvent event) {
            var written = errand.imprint().orElseThrow().written();
            store.done(of.id(), errand, new Link(errand.deliverable(), errand.target(), event.id(), written, event.content(), false));
            if (errand.kind() == Errand.Kind.CREATE) {
                created += leaving.contains(errand.key()) ? 0 : 1;
            } else {
                updated++;
            }
        }

        void deleted(Errand errand) {
            store.deleted(of.id(), errand);
            if (errand.after().isEmpty()) {
                deleted++;
            } else {
                moved++;
            }
        }
    }
}
