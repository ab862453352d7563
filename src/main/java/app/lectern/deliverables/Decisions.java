package app.lectern.deliverables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a person wants of a dry run: which changes, and in a conflict whose word counts, field by field.
public final class Decisions {
    public enum Side { THEIRS, OURS }

    private final Set<String> ticked = new HashSet<>();
    private final Map<String, Map<Field, Side>> sides = new HashMap<>();
    private final Map<String, Side> gone = new HashMap<>();

    /// As every dry run begins: all that undoes nobody's work, and in conflicts what Outlook says.
    public static Decisions usual(Plan plan) {
        var decisions = new Decisions();
        plan.changes().stream().filter(Change::startsTicked).forEach(change -> decisions.tick(change, true));
        return decisions;
    }

    /// The same with every conflict settled in one way.
    public static Decisions settling(Plan plan, Side side) {
        var decisions = usual(plan);
        plan.changes().stream().filter(change -> change.kind() == Change.Kind.CONFLICT).forEach(change -> {
            decisions.tick(change, true);
            decisions.decideAll(change, side);
        });
        return decisions;
    }

    public void tick(Change change, boolean wanted) {
        if (wanted) {
            ticked.add(change.id());
        } else {
            ticked.remove(change.id());
        }
    }

    public boolean isTicked(Change change) {
        return ticked.contains(change.id());
    }

    public void decide(Change change, Field field, Side side) {
        sides.computeIfAbsent(change.id(), id -> new HashMap<>()).put(field, side);
    }

    public void decideAll(Change change, Side side) {
        gone.put(change.id(), side);
        change.fields().stream().filter(FieldChange::edited).forEach(field -> decide(change, field.field(), side));
    }

    public Side side(Change change, Field field) {
        return sides.getOrDefault(change.id(), Map.of()).getOrDefault(field, Side.THEIRS);
    }

    /// Whose word counts where the event was deleted.
    public Side side(Change change) {
        return gone.getOrDefault(change.id(), Side.THEIRS);
    }

    public long count(Plan plan) {
        return plan.changes().stream().filter(this::isTicked).count();
    }
}
