package app.lectern;

import app.lectern.demo.DemoOptions;
import app.lectern.home.Home;
import app.lectern.home.LogFile;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.jobs.Jobs;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.ShellParts;
import app.lectern.shell.Tour;
import app.lectern.sync.SyncOrder;
import app.lectern.vault.Keychain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Takes the tour on a data folder of its own, which is gone afterwards: the person's own data is neither shown nor touched.
final class TourStart {
    private static final long PATIENCE_SECONDS = 60;

    private TourStart() {}

    static List<Path> photograph(Path into) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var folder = Files.createTempDirectory("lectern-tour");
        try {
            return photograph(into, new Home(folder).prepare());
        } finally {
            remove(folder);
        }
    }

    private static List<Path> photograph(Path into, Home home) throws Exception {
        var start = Start.of(home, Clock.systemUTC(), Map.of());
        try (var _ = LogFile.open(home, start.words().zone(), false);
                var wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
                var jobs = new Jobs(new FxExecutor(), start.clock())) {
            wiring.deliverables.showSamples(wiring.demoIntegration());
            var toolkit = new CompletableFuture<Void>();
            Platform.startup(() -> toolkit.complete(null));
            toolkit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            try {
                var parts = signedIn(wiring, jobs);
                firstChecksDone(jobs);
                wiring.sync.engine.run(SyncOrder.everything(wiring.demoIntegration()), Progress.NONE);
                return new Tour(parts).run(into);
            } finally {
                Platform.exit();
            }
        }
    }

    /// The frame's parts, once the demo tenant has answered the sign-in.
    private static ShellParts signedIn(Wiring wiring, Jobs jobs) throws Exception {
        var ready = new CompletableFuture<ShellParts>();
        Platform.runLater(() -> {
            var failed = (java.util.function.Consumer<Problem>) problem -> ready.completeExceptionally(problem.raise());
            SwitcherViewModel switcher = WindowScreens.switcher(wiring, jobs, () -> {}, () -> {}, failed);
            var parts = new WindowScreens(wiring, jobs, switcher, () -> {}).parts(failed);
            switcher.selected().addListener((observed, before, now) -> {
                if (now != null && now.health() == Health.OK) {
                    ready.complete(parts);
                }
            });
            switcher.load("", wiring::demoIntegration);
        });
        return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// The first look at a tenant starts its checks; the pictures are to show what they found.
    private static void firstChecksDone(Jobs jobs) throws Exception {
        var idle = new CompletableFuture<Void>();
        Platform.runLater(() -> jobs.watch(list -> {
            if (!list.isEmpty() && list.stream().allMatch(job -> job.state().isFinal())) {
                idle.complete(null);
            }
        }));
        idle.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
