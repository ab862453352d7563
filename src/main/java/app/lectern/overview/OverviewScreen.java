package app.lectern.overview;

import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.Shell;
import app.lectern.sync.alerts.Fix;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The first screen as the window takes it.
public final class OverviewScreen {
    private OverviewScreen() {}

    public static Screen of(OverviewViewModel model, BiConsumer<Fix, Shell> fixes) {
        return Screen.of(Place.OVERVIEW, shell -> shell.fxml().load(OverviewView.class, model, (Consumer<Fix>) fix -> fixes.accept(fix, shell), shell))
                .on(Screen.Verb.REFRESH, model::refresh)
                .on(Screen.Verb.SYNC, model::syncNow);
    }
}
