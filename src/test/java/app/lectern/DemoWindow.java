package app.lectern;

import app.lectern.demo.DemoOptions;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.jobs.Jobs;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.ShellParts;
import app.lectern.shell.Toolkit;
import app.lectern.store.ReadyStore;
import app.lectern.vault.Keychain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.stage.Stage;

/// The whole window on a fresh folder, with the demo tenant as an integration.
final class DemoWindow implements AutoCloseable {
    final Wiring wiring;
    final Jobs jobs;
    private SwitcherViewModel switcher;
    private MainWindow window;
    Stage stage;

    DemoWindow(Path folder) {
        Toolkit.start();
        var start = Start.of(ReadyStore.in(folder), Clock.systemUTC(), Map.of());
        wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
        jobs = new Jobs(new FxExecutor(), start.clock());
        wiring.demoIntegration();
    }

    /// @param with what a test puts in the place of the usual parts
    MainWindow show(Place place, UnaryOperator<ShellParts> with) {
        Toolkit.run(() -> {
            switcher = WindowScreens.switcher(wiring, jobs, () -> {}, () -> {}, problem -> {});
            window = new MainWindow(with.apply(new WindowScreens(wiring, jobs, switcher, this::choose).parts(problem -> {})));
            stage = new Stage();
            window.show(stage);
            window.go(place);
        });
        return window;
    }

    /// With the demo tenant chosen in the top bar.
    MainWindow showChosen(Place place) {
        var shown = show(place, parts -> parts);
        Toolkit.run(this::choose);
        return shown;
    }

    void choose() {
        switcher.load("", wiring::demoIntegration);
    }

    /// How the chosen integration stands, as the top bar says it.
    String state() {
        return switcher.selected().get().state();
    }

    Node find(String id) {
        return window.scene().lookup("#" + id);
    }

    @Override
    public void close() {
        Toolkit.run(stage::hide);
        jobs.close();
        wiring.close();
    }
}
