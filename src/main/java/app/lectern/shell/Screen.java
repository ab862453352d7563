package app.lectern.shell;

import app.lectern.shell.controls.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Node;

/// One screen as a feature hands it to the window: which place it takes, how its view is made (once, when it is first
/// opened), the count shown beside its name, what the keys that work everywhere do on it, and what it offers in the palette.
public record Screen(Place place, Function<Shell, ? extends Node> view, Optional<Badge> badge, Map<Verb, Runnable> verbs,
        List<Offer> offers) {
    /// F5, Shift+F5, Ctrl+N, Ctrl+E and Ctrl+F.
    public enum Verb { REFRESH, SYNC, NEW, EXPORT, FIND }

    public record Badge(ReadOnlyIntegerProperty count, Tone tone) {}

    /// A line in the palette, whatever screen is in front.
    public record Offer(String icon, String title, Consumer<Shell> action) {}

    public Screen {
        verbs = Map.copyOf(verbs);
        offers = List.copyOf(offers);
    }

    public Screen(Place place, Function<Shell, ? extends Node> view, Optional<Badge> badge, Map<Verb, Runnable> verbs) {
        this(place, view, badge, verbs, List.of());
    }

    public static Screen of(Place place, Function<Shell, ? extends Node> view) {
        return new Screen(place, view, Optional.empty(), Map.of());
    }

    /// The count beside the name; 0 shows nothing.
    public Screen counting(ReadOnlyIntegerProperty count, Tone tone) {
        return new Screen(place, view, Optional.of(new Badge(count, tone)), verbs, offers);
    }

    public Screen on(Verb verb, Runnable action) {
        var more = new EnumMap<Verb, Runnable>(Verb.class);
        more.putAll(verbs);
        more.put(verb, action);
        return new Screen(place, view, badge, more, offers);
    }

    public Screen offering(Offer offer) {
        var more = new ArrayList<>(offers);
        more.add(offer);
        return new Screen(place, view, badge, verbs, more);
    }
}
