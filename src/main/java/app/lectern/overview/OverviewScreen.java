package app.lectern.overview;

import app.lectern.shell.Place;
import app.lectern.shell.Screen;

/// The first screen as the window takes it.
public final class OverviewScreen {
    private OverviewScreen() {}

    public static Screen of(OverviewViewModel model) {
        return Screen.of(Place.OVERVIEW, shell -> shell.fxml().load(OverviewView.class, model, shell))
                .on(Screen.Verb.REFRESH, model::refresh)
                .on(Screen.Verb.SYNC, model::syncNow);
    }
}
