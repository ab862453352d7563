package app.lectern.shell;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;

/// The tenants between which the switcher in the top bar chooses. Everything here belongs to the FX thread.
public interface IntegrationChoices {
    enum Health { OK, WARNING, FAILED, UNKNOWN }

    /// Sign-in mode and state are words, as in "Client secret" and "Connected, needs attention".
    ///
    /// @param places the screens that the navigation shows for it; the others stay reachable by palette and shortcut
    record Choice(String id, String name, String signInMode, String state, Health health, boolean simulated, Set<Place> places) {
        public Choice(String id, String name, String signInMode, String state, Health health, boolean simulated) {
            this(id, name, signInMode, state, health, simulated, EnumSet.allOf(Place.class));
        }

        public Choice {
            places = Set.copyOf(places);
        }
    }

    ObservableList<Choice> choices();

    /// Null while there is no integration.
    ObjectProperty<Choice> selected();

    void add();

    void manage();
}
