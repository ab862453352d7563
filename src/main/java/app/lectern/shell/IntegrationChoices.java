package app.lectern.shell;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;

/// The tenants between which the switcher in the top bar chooses. Everything here belongs to the FX thread.
public interface IntegrationChoices {
    enum Health { OK, WARNING, FAILED, UNKNOWN }

    /// Sign-in mode and state are words, as in "Client secret" and "Connected, needs attention".
    record Choice(String id, String name, String signInMode, String state, Health health, boolean simulated) {}

    ObservableList<Choice> choices();

    /// Null while there is no integration.
    ObjectProperty<Choice> selected();

    void add();

    void manage();
}
