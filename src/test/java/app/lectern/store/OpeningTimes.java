package app.lectern.store;

import app.lectern.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;

/// The opening benchmark: fresh processes that open a new store, an existing one, and one with a step to take.
final class OpeningTimes {
    private OpeningTimes() {}

    static String measure(Path folder, int runs) throws IOException {
        var report = new StringBuilder();
        report.append(line("new store (Flyway runs)", "once", folder.resolve("new"), runs, home -> {}));
        report.append(line("existing store (Flyway skipped)", "once", folder.resolve("existing"), runs, OpeningTimes::makeStore));
        report.append(line("existing store, one step pending (backup, Flyway runs)", "once-more", folder.resolve("pending"), runs, OpeningTimes::makeStore));
        return report.toString().stripTrailing();
    }

    private static String line(String title, String mode, Path folder, int runs, Consumer<Home> prepare) throws IOException {
        var micros = new ArrayList<Long>();
        for (int i = 0; i < runs; i++) {
            var home = new Home(folder.resolve(Integer.toString(i)));
            Files.createDirectories(home.folder());
            prepare.accept(home);
            try (var child = StoreChild.start(home, mode)) {
                micros.add(Long.parseLong(child.answer().split(" ")[0]));
            }
        }
        micros.sort(null);
        return String.format("%s: median %d ms, fastest %d ms, slowest %d ms of %d%n", title,
                micros.get(runs / 2) / 1000, micros.getFirst() / 1000, micros.getLast() / 1000, runs);
    }

    private static void makeStore(Home home) {
        try (var store = StoreDriver.open(home)) {
            StoreDriver.makeTable(store);
            for (int i = 1; i <= 1000; i++) {
                StoreDriver.add(store, i);
            }
        }
    }
}
