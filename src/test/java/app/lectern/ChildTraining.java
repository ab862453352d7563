package app.lectern;

import app.lectern.demo.DemoOptions;
import app.lectern.jobs.Progress;
import app.lectern.store.ReadyStore;
import app.lectern.sync.SyncOrder;
import app.lectern.vault.Keychain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// Loads what most processes of tests need: signs in, syncs a small school, and ends as a command.
final class ChildTraining {
    private static final DemoOptions.Sizes SMALL = new DemoOptions.Sizes(20, 20, 4, 2, 2);

    private ChildTraining() {}

    public static void main(String[] home) throws Exception {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        var start = Start.of(ReadyStore.in(Path.of(home[0])), Clock.systemUTC(), Map.of());
        try (var wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()).withSizes(SMALL))) {
            wiring.sync.engine.run(SyncOrder.everything(wiring.demoIntegration()), Progress.NONE);
        }
        Main.main(new String[] {"--json", "integrations", "list"});
    }
}
