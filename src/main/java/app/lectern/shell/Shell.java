package app.lectern.shell;

import app.lectern.words.Words;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;

/// What the window offers to the screens in it.
public interface Shell {
    Words words();

    Dialogs dialogs();

    Notifications notifications();

    /// Panes over the whole window: sheets and a feature's own dialogs.
    Layers layers();

    LiveSettings settings();

    /// Loads a view's FXML with the bundle and constructor injection.
    FxmlLoader fxml();

    Outside outside();

    /// Whether there is no way to Microsoft now, so that what needs one is not offered.
    default BooleanExpression offline() {
        return BooleanExpression.booleanExpression(new SimpleBooleanProperty());
    }

    void go(Place place);

    /// Puts the text on the clipboard and says so.
    void copy(String text);
}
