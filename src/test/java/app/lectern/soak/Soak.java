package app.lectern.soak;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.home.Home;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lectern used as hard as it can be: its window with a robot at the keyboard and three commands beside it on one data folder, which
/// sync, import lessons and download recordings; every kind of trouble in the tenant and on the way; and all of it killed again and
/// again. Afterwards nothing may be lost, nothing there twice, nothing thrown that nobody saw. `src/bench/soak.sh` runs it.
final class Soak implements AutoCloseable {
    record Plan(Duration length, Duration betweenKills, Duration betweenTroubles, DemoOptions.Sizes school, int lessonsAtOnce, long seed) {}

    /// What was wrong at the end; empty is what is wanted.
    record Verdict(List<String> figures, List<String> wrong) {}

    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    private static final List<String> ORGANISERS = List.of("marta.kowalska@northfield.example", "daniel.osei@northfield.example");
    private static final int ENDING_TRIES = 8;

    private final Plan plan;
    private final Path folder;
    private final DemoTenant tenant;
    private final SoakProgram program;
    private final SoakFaults faults;
    private final Random random;
    private final List<String> lessons = new CopyOnWriteArrayList<>();
    private final List<Path> lists = new CopyOnWriteArrayList<>();
    private final AtomicInteger syncs = new AtomicInteger();
    private final AtomicInteger downloads = new AtomicInteger();
    private final List<Long> memory = new ArrayList<>();
    private final AtomicReference<IOException> broken = new AtomicReference<>();
    private volatile boolean over;
    private int kills;
    private int killed;

    Soak(Plan plan, Path folder) throws IOException {
        this.plan = plan;
        this.folder = folder;
        this.random = new Random(plan.seed());
        var home = new Home(Files.createDirectories(folder.resolve("home"))).prepare();
        tenant = DemoTenant.start(DemoOptions.standard(Clock.systemUTC()).withSizes(plan.school()).withLatency(Duration.ofMillis(20)));
        program = new SoakProgram(home.folder(), Files.createDirectories(folder.resolve("output")));
        faults = new SoakFaults(tenant, new Random(plan.seed() + 1));
    }

    /// Usage: `Soak FOLDER [MINUTES] [SECONDS_BETWEEN_KILLS] [SEED]`
    public static void main(String[] arguments) throws Exception {
        long minutes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 30;
        long seconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : 120;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 20261129;
        try (var soak = new Soak(new Plan(Duration.ofMinutes(minutes), Duration.ofSeconds(seconds), Duration.ofMillis(1500), DemoOptions.Sizes.SCHOOL, 12, seed), Path.of(arguments[0]))) {
            var verdict = soak.run();
            verdict.figures().forEach(System.out::println);
            verdict.wrong().forEach(line -> System.out.println("WRONG: " + line));
            System.exit(verdict.wrong().isEmpty() ? 0 : 1);
        }
    }

    Verdict run() throws IOException, InterruptedException {
        connect();
        var workers = List.of(worker("faults", this::trouble), worker("sync", this::sync), worker("import", this::importLessons), worker("download", this::download));
        long end = System.nanoTime() + plan.length().toNanos();
        while (System.nanoTime() < end && broken.get() == null) {
            var window = program.window(random.nextLong());
            Thread.sleep(plan.betweenKills());
            memory.add(SoakProgram.residentKilobytes(window));
            killed += program.kill();
            kills++;
        }
        over = true;
        for (var worker : workers) {
            worker.join();
        }
        faults.end();
        if (broken.get() != null) {
            throw broken.get();
        }
        return judge();
    }

    /// A tenant as any other, so that no process takes it for its own.
    private void connect() throws IOException, InterruptedException {
        var authority = Files.writeString(folder.resolve("ca.pem"), tenant.authorityPem());
        var app = tenant.apps().lectern();
        var added = program.run(Map.of("SOAK_SECRET", app.secret()), "integrations", "add", "--name", "Northfield", "--cloud", "custom",
                "--login-endpoint", tenant.loginEndpoint(), "--graph-endpoint", tenant.graphEndpoint(), "--ca-file", authority.toString(),
                "--tenant", tenant.tenantId(), "--client-id", app.appId(), "--sign-in", "secret", "--client-secret-env", "SOAK_SECRET");
        if (added.status() != 0) {
            throw new IOException("the tenant could not be connected: " + added.out() + added.err());
        }
        program.run("sync", "--all");
    }

    private Thread worker(String name, Work work) {
        return Thread.ofPlatform().name(name).start(() -> {
            try {
                while (!over) {
                    work.once();
                }
            } catch (IOException unexpected) {
                broken.set(unexpected);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void trouble() throws InterruptedException {
        faults.next();
        Thread.sleep(plan.betweenTroubles());
    }

    private void sync() throws IOException, InterruptedException {
        program.run("sync", "--all");
        syncs.incrementAndGet();
    }

    private void download() throws IOException, InterruptedException {
        var ended = program.run("recordings", "download", "--all", "--to", copies(downloads.get()).toString());
        if (ended.status() == 0 && ended.json().path("downloads").size() + ended.json().path("already_here").asInt() > 0) {
            downloads.incrementAndGet();
        }
    }

    private Path copies(int round) {
        return folder.resolve("copies-" + round);
    }

    /// A list of lessons, imported until every one of them is there.
    private void importLessons() throws IOException, InterruptedException {
        var list = folder.resolve("lessons-" + lists.size() + ".csv");
        int first = lessons.size();
        var day = LocalDate.now().plusDays(10 + lists.size());
        var rows = IntStream.range(0, plan.lessonsAtOnce()).mapToObj(at -> "Lesson %d,%sT%02d:%02d,%sT%02d:%02d,%s,".formatted(first + at, day, 8 + at / 2, at % 2 * 30,
                day, 8 + at / 2, at % 2 * 30 + 25, ORGANISERS.get(at % ORGANISERS.size()))).toList();
        Files.writeString(list, "subject,start,end,organizer,attendees\n" + String.join("\n", rows) + "\n");
        IntStream.range(0, plan.lessonsAtOnce()).forEach(at -> lessons.add("Lesson " + (first + at)));
        lists.add(list);
        while (!over && !isImported(list)) {
            Thread.sleep(200);
        }
    }

    /// Whoever does not know whether an import was kept looks, and takes up what there is; otherwise it is begun again.
    private boolean isImported(Path list) throws IOException, InterruptedException {
        var known = batch(list);
        var ended = known.isEmpty() ? program.run("meetings", "import", list.toString()) : program.run("meetings", "retry", known);
        return ended.status() == 0;
    }

    private String batch(Path list) throws IOException, InterruptedException {
        for (var each : program.run("meetings", "imports").json().path("imports")) {
            if (each.path("source").asText().equals(list.getFileName().toString())) {
                return each.path("batch").asText();
            }
        }
        return "";
    }

    private Verdict judge() throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        finished(wrong);
        lessonsAreThereOnce(wrong);
        copiesAreWhole(wrong);
        require(wrong, "the audit trail is whole", program.run("activity", "verify"));
        secondSyncFindsNothing(wrong);
        program.uncaught().forEach(line -> wrong.add("thrown and not shown: " + line));
        logged().forEach(line -> wrong.add("unexpected, in the log: " + line));
        return new Verdict(figures(wrong), wrong);
    }

    /// Without trouble everything that was begun comes to its end.
    private void finished(List<String> wrong) throws IOException, InterruptedException {
        for (var list : lists) {
            int tries = 0;
            while (!isImported(list)) {
                if (++tries == ENDING_TRIES) {
                    wrong.add(list.getFileName() + " cannot be finished: " + program.run("meetings", "retry", batch(list)).out().lines().limit(30).collect(Collectors.joining(" ")));
                    break;
                }
            }
        }
        require(wrong, "everything is synced", program.run("sync", "--all", "--force"));
        require(wrong, "everything is downloaded", program.run("recordings", "download", "--all", "--to", copies(downloads.get()).toString()));
    }

    private static void require(List<String> wrong, String what, SoakProgram.Ended ended) {
        if (ended.status() != 0) {
            wrong.add("it is not so that " + what + ": " + (ended.out() + ended.err()).lines().limit(40).collect(Collectors.joining(" ")));
        }
    }

    private void lessonsAreThereOnce(List<String> wrong) {
        var school = tenant.school();
        var found = new TreeMap<String, Integer>();
        school.exclusively(() -> ORGANISERS.stream().flatMap(organiser -> school.calendars().of(school.people().find(organiser).orElseThrow()).own().stream())
                .map(CalendarEvent::subject).filter(subject -> subject != null && subject.startsWith("Lesson ")).toList())
                .forEach(subject -> found.merge(subject, 1, Integer::sum));
        lessons.stream().filter(lesson -> !found.containsKey(lesson)).forEach(lesson -> wrong.add(lesson + " is lost"));
        lessons.stream().filter(lesson -> found.getOrDefault(lesson, 0) > 1).forEach(lesson -> wrong.add(lesson + " is there " + found.get(lesson) + " times"));
    }

    private void copiesAreWhole(List<String> wrong) throws IOException, InterruptedException {
        require(wrong, "every copy is what it should be", program.run("recordings", "verify"));
        for (int round = 0; round <= downloads.get(); round++) {
            if (Files.isDirectory(copies(round))) {
                try (Stream<Path> files = Files.walk(copies(round))) {
                    files.filter(file -> file.getFileName().toString().contains(".part")).forEach(file -> wrong.add("left half done: " + file.getFileName()));
                }
            }
        }
    }

    private void secondSyncFindsNothing(List<String> wrong) throws IOException, InterruptedException {
        var ended = program.run("sync", "--all", "--force");
        require(wrong, "a second sync of everything ends well", ended);
        created(ended.json()).forEach(each -> wrong.add("a second sync finds something new: " + each));
    }

    private static List<String> created(JsonNode run) {
        return run.findValues("created").stream().filter(count -> count.asInt() > 0).map(JsonNode::toString).toList();
    }

    /// What Lectern itself had not expected; a refusal of the tenant is none of that.
    private List<String> logged() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/logs"))) {
            return files.flatMap(file -> {
                try {
                    return Files.readAllLines(file).stream();
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }).filter(line -> line.contains(" SEVERE ") || line.contains(" ERROR ")).distinct().limit(20).toList();
        }
    }

    private List<String> figures(List<String> wrong) {
        var half = memory.subList(0, Math.max(1, memory.size() / 2));
        var rest = memory.subList(memory.size() / 2, memory.size());
        return List.of(
                "minutes: " + plan.length().toMinutes() + ", kills: " + kills + " (" + killed + " processes)",
                "troubles: " + faults.started() + " of " + SoakFaults.kinds() + " kinds",
                "lessons: " + lessons.size() + " in " + lists.size() + " imports",
                "syncs: " + syncs + ", downloads of everything: " + downloads,
                "window before each kill, MB: " + memory.stream().map(each -> Long.toString(each / 1024)).collect(Collectors.joining(" ")),
                "memory, second half beside the first: %.2f".formatted((double) middle(rest) / middle(half)),
                "wrong at the end: " + wrong.size());
    }

    private static long middle(List<Long> some) {
        return some.stream().sorted().skip(some.size() / 2).findFirst().orElse(0L);
    }

    @Override
    public void close() {
        over = true;
        program.kill();
        tenant.close();
    }
}
