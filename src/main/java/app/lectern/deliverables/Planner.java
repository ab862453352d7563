package app.lectern.deliverables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares the events that there should be with those that there are. A pure rule: it asks nobody and writes nothing.
final class Planner {
    /// @param dates       the keys of all deliverables on the list, with whether they have a date
    /// @param unreachable mailboxes that could not be read, about which nothing can be said
    record Input(CalendarMode mode, List<Wanted> wanted, List<FoundEvent> found, List<Link> links, Map<String, Boolean> dates,
            Set<String> unreachable) {}

    /// @param settled  events that are as they should be
    /// @param finished links to events that are gone and no longer wanted
    record Outcome(List<Change> changes, List<FoundEvent> strangers, List<FoundEvent> settled, List<Link> finished) {}

    private record Place(String key, Target target) {}

    private final Input input;
    private final Map<Place, List<FoundEvent>> found = new LinkedHashMap<>();
    private final Map<Place, Link> links = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<FoundEvent> settled = new ArrayList<>();

    private Planner(Input input) {
        this.input = input;
        input.found().forEach(event -> found.computeIfAbsent(new Place(event.key(), event.target()), place -> new ArrayList<>()).add(event));
        input.links().forEach(link -> links.put(new Place(link.key(), link.target()), link));
    }

    static Outcome plan(Input input) {
        return new Planner(input).plan();
    }

    private Outcome plan() {
        for (var wanted : input.wanted()) {
            if (!input.unreachable().contains(wanted.target().mailbox())) {
                one(wanted, found.remove(new Place(wanted.key(), wanted.target())));
            }
        }
        var strangers = new ArrayList<FoundEvent>();
        for (var left : found.entrySet()) {
            if (isOurs(left.getKey().key())) {
                left.getValue().forEach(event -> changes.add(Change.delete(event, why(event), edited(event))));
            } else {
                strangers.addAll(left.getValue());
            }
        }
        return new Outcome(paired(), strangers, List.copyOf(settled), finished());
    }

    private void one(Wanted wanted, List<FoundEvent> there) {
        var link = Optional.ofNullable(links.get(new Place(wanted.key(), wanted.target())));
        if (there == null) {
            missing(wanted, link);
            return;
        }
        var kept = there.stream()
                .min(Comparator.comparing((FoundEvent event) -> !link.map(Link::eventId).filter(event.id()::equals).isPresent())
                        .thenComparing(FoundEvent::id))
                .orElseThrow();
        compare(wanted, kept, link.filter(known -> known.eventId().equals(kept.id())).orElseGet(() -> Link.of(kept)));
        there.stream().filter(event -> event != kept)
                .forEach(copy -> changes.add(Change.delete(copy, Change.Reason.DUPLICATE, edited(copy))));
    }

    private void missing(Wanted wanted, Optional<Link> link) {
        if (link.isEmpty()) {
            changes.add(Change.create(wanted));
        } else if (!link.get().dropped() || !link.get().written().equals(wanted.content())) {
            changes.add(new Change(Change.Kind.CONFLICT, Change.Reason.GONE, wanted.key(), wanted.content().value(Field.SUBJECT),
                    wanted.target(), Optional.of(wanted), Optional.empty(), List.of(), true));
        }
    }

    /// Field by field: what both say alike is settled; what only the list has changed is written; what somebody edited in
    /// Outlook is a conflict, whether or not the list has changed too.
    private void compare(Wanted wanted, FoundEvent event, Link link) {
        var fields = new ArrayList<FieldChange>();
        for (var field : Field.values()) {
            var ours = wanted.content().value(field);
            var theirs = event.content().value(field);
            boolean changedHere = !ours.equals(link.written().value(field));
            boolean editedThere = !theirs.equals(link.seen().value(field));
            if (!theirs.equals(ours) && (changedHere || editedThere)) {
                fields.add(new FieldChange(field, theirs, ours, editedThere));
            }
        }
        if (fields.isEmpty()) {
            settled.add(event);
            return;
        }
        boolean edited = fields.stream().anyMatch(FieldChange::edited);
        changes.add(new Change(edited ? Change.Kind.CONFLICT : Change.Kind.UPDATE, edited ? Change.Reason.EDITED : Change.Reason.CHANGED,
                wanted.key(), wanted.content().value(Field.SUBJECT), wanted.target(), Optional.of(wanted), Optional.of(event), fields, edited));
    }

    private boolean isOurs(String key) {
        return input.dates().containsKey(key) || input.links().stream().anyMatch(link -> link.key().equals(key));
    }

    private Change.Reason why(FoundEvent event) {
        var dated = input.dates().get(event.key());
        if (dated == null) {
            return Change.Reason.REMOVED;
        }
        if (!dated) {
            return Change.Reason.WITHOUT_DATE;
        }
        return input.mode() == CalendarMode.INDIVIDUAL && event.target().isOwnCalendar() ? Change.Reason.NOT_ASSIGNED
                : Change.Reason.OTHER_CALENDAR;
    }

    private boolean edited(FoundEvent event) {
        var link = links.get(new Place(event.key(), event.target()));
        var before = link == null || !link.eventId().equals(event.id()) ? event.imprint().written() : link.seen();
        return !before.differences(event.content()).isEmpty();
    }

    /// An event that goes in one calendar and comes in another is one move, not a loss and a surprise.
    private List<Change> paired() {
        var result = new ArrayList<>(changes);
        for (var gone : changes) {
            if (gone.reason() != Change.Reason.OTHER_CALENDAR) {
                continue;
            }
            result.stream().filter(change -> change.kind() == Change.Kind.CREATE && change.key().equals(gone.key())).findFirst()
                    .ifPresent(made -> {
                        result.set(result.indexOf(made), Change.move(made.wanted().orElseThrow(), gone.found().orElseThrow(), gone.edited()));
                        result.remove(gone);
                    });
        }
        return List.copyOf(result);
    }

    private List<Link> finished() {
        var ids = input.found().stream().map(FoundEvent::id).collect(java.util.stream.Collectors.toSet());
        var wanted = input.wanted().stream().map(each -> new Place(each.key(), each.target())).collect(java.util.stream.Collectors.toSet());
        return input.links().stream()
                .filter(link -> !ids.contains(link.eventId()) && !wanted.contains(new Place(link.key(), link.target()))
                        && !input.unreachable().contains(link.target().mailbox()))
                .toList();
    }
}
