package app.lectern.shell;

import app.lectern.shell.controls.Tone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Node;

/// One screen as a feature hands it to the window: which place it takes, how its view is made (once, when it is first
/// opened), the count shown beside its name, and what the keys that work everywhere do on it.
public record Screen(Place place, Function<Shell, ? extends Node> view, Optional<Badge> badge, Map<Verb, Runnable> verbs) {
    /// F5, Shift+F5, Ctrl+N, Ctrl+E and Ctrl+F.
    public enum Verb { REFRESH, SYNC, NEW, EXPORT, FIND }

    public record Badge(ReadOnlyIntegerProperty count, Tone tone) {}

    public Screen {
        verbs = Map.copyOf(verbs);
    }

    public static Screen of(Place place, Function<Shell, ? extends Node> view) {
        return new Screen(place, view, Optional.empty(), Map.of());
    }

    /// The count beside the name; 0 shows nothing.
    public Screen counting(ReadOnlyIntegerProperty count, Tone tone) {
        return new Screen(place, view, Optional.of(new Badge(count, tone)), verbs);
    }

    public Screen on(Verb verb, Runnable action) {
        var more = new EnumMap<Verb, Runnable>(Verb.class);
        more.putAll(verbs);
        more.put(verb, action);
        return new Screen(place, view, badge, more);
    }
}
