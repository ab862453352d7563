package app.lectern.shell;

import app.lectern.words.Words;

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

    void go(Place place);

    /// Puts the text on the clipboard and says so.
    void copy(String text);
}
