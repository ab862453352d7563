package app.lectern.store;

import app.lectern.home.Home;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// What the second process of a test or of the kill benchmark does with the store: `hold` it and obey, or `write`
/// numbers until it is killed. `kill` is the benchmark itself.
final class StoreDriver {
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS numbers (n BIGINT PRIMARY KEY, filling VARCHAR(400))";
    private static final PrintStream OUT = System.out;

    private StoreDriver() {}

    public static void main(String[] args) throws Exception {
        var home = new Home(Path.of(args[1]));
        switch (args[0]) {
            case "hold" -> hold(home);
            case "write" -> write(home);
            case "once" -> once(home, Migrations.onClassPath(StoreDriver.class.getClassLoader()));
            case "once-more" -> once(home, withOneMore(home));
            case "open" -> OUT.println(OpeningTimes.measure(home.folder(), Integer.parseInt(args[2])));
            case "kill" -> {
                var outcome = kill(home, Integer.parseInt(args[2]), new Random(Long.parseLong(args[3])));
                OUT.println(outcome);
                System.exit(outcome.lost() == 0 ? 0 : 1);
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    static Store open(Home home) {
        return Store.open(home, Vault.unlock(home, Map.of(), Keychain.none()), Clock.systemUTC());
    }

    static void makeTable(Store store) {
        store.change(handle -> handle.execute(TABLE));
    }

    static void add(Store store, long number) {
        store.change(handle -> handle.execute("INSERT INTO numbers (n, filling) VALUES (?, ?)", number, "x".repeat((int) (number % 400))));
    }

    static long count(Store store) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM numbers").mapTo(Long.class).one());
    }

    static List<Long> numbers(Store store) {
        return store.read(handle -> handle.createQuery("SELECT n FROM numbers ORDER BY n").mapTo(Long.class).list());
    }

    private static void hold(Home home) throws IOException {
        try (var store = open(home); var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            OUT.println("ready");
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                var words = order.split(" ");
                OUT.println(switch (words[0]) {
                    case "guest" -> Boolean.toString(store.isGuest());
                    case "bind" -> org.h2.engine.SysProperties.BIND_ADDRESS;
                    case "count" -> Long.toString(count(store));
                    case "add" -> {
                        add(store, Long.parseLong(words[1]));
                        yield "added";
                    }
                    default -> "?";
                });
            }
        }
    }

    private static void write(Home home) {
        try (var store = open(home)) {
            makeTable(store);
            long next = store.read(handle -> handle.createQuery("SELECT COALESCE(MAX(n), 0) FROM numbers").mapTo(Long.class).one());
            OUT.println("ready");
            while (true) {
                add(store, ++next);
                OUT.println(next);
            }
        }
    }

    /// Says how long a process takes for the key and the store after its JVM has started.
    private static void once(Home home, Migrations migrations) {
        long before = System.nanoTime();
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        try (var store = new StoreOpening(home, StoreFile.of(home), vault, Clock.systemUTC(), migrations).open()) {
            OUT.println((System.nanoTime() - before) / 1_000 + " " + store.version());
        }
    }

    private static Migrations withOneMore(Home home) throws IOException {
        var known = Migrations.onClassPath(StoreDriver.class.getClassLoader());
        int next = known.newest() + 1;
        var script = Files.writeString(home.folder().resolve("step.sql"), "CREATE TABLE one_more (id INT);");
        var all = new ArrayList<>(known.all());
        all.add(new Migration(next, String.format("V%03d__one_more.sql", next), script.toUri().toURL()));
        return new Migrations(all);
    }

    record Outcome(int kills, long answered, long found, long lost) {
        @Override
        public String toString() {
            return kills + " kills, " + answered + " answered commits, " + found + " found afterwards, " + lost + " lost";
        }
    }

    /// Kills a writing process again and again, opens the store after each kill, and looks for every number that the
    /// process had said was committed.
    static Outcome kill(Home home, int times, Random random) throws Exception {
        Files.createDirectories(home.folder());
        long answered = 0;
        long lost = 0;
        long found = 0;
        long highest = 0;
        for (int i = 0; i < times; i++) {
            long before = highest;
            try (var child = StoreChild.start(home, "write")) {
                child.expect("ready");
                long millis = random.nextInt(600);
                Thread.ofVirtual().start(() -> killAfter(child, millis));
                for (var line = child.answer(); line != null; line = child.answer()) {
                    if (line.matches("\\d+")) {
                        highest = Long.parseLong(line);
                    }
                }
            }
            answered += highest - before;
            try (var store = open(home)) {
                long upTo = highest;
                long there = store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM numbers WHERE n <= :n").bind("n", upTo).mapTo(Long.class).one());
                lost = upTo - there;
                found = count(store);
                highest = store.read(handle -> handle.createQuery("SELECT COALESCE(MAX(n), 0) FROM numbers").mapTo(Long.class).one());
            }
            if (lost > 0) {
                return new Outcome(i + 1, answered, found, lost);
            }
        }
        return new Outcome(times, answered, found, lost);
    }

    private static void killAfter(StoreChild child, long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        child.process.destroyForcibly();
    }
}
