package app.lectern.shell;

import app.lectern.home.Home;
import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.Jobs;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.controls.Tone;
import app.lectern.shell.palette.PaletteEntry;
import app.lectern.shell.palette.PaletteSource;
import app.lectern.shell.settings.KeyStorage;
import app.lectern.shell.settings.NetworkTest;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A window's parts with the design's example school, for pictures and tests.
final class SampleShell {
    static final Instant NOW = Instant.parse("2026-11-19T09:42:00Z");

    final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    final Clock clock = new MovableClock(time);
    final Words words = new Words(Locale.UK, ZoneId.of("Europe/London"), clock);
    final SettingsFile settings;
    final Home home;
    final Jobs jobs;
    final Choices choices = new Choices();
    final List<Screen> screens = new ArrayList<>();
    final List<PaletteSource> palette = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final SampleKeys keys = new SampleKeys();
    final SampleNetwork network = new SampleNetwork();

    SampleShell(Path folder, Executor answers) {
        home = new Home(folder);
        settings = new SettingsFile(home.settings(), clock);
        settings.change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        jobs = new Jobs(answers, clock);
    }

    static final class Choices implements IntegrationChoices {
        final ObservableList<Choice> all = FXCollections.observableArrayList(
                new Choice("northfield", "Northfield College", "Client secret", "Connected, needs attention", Health.WARNING, true),
                new Choice("harbour", "Harbour Learning Trust", "Client secret", "Connected", Health.OK, false));
        final ObjectProperty<Choice> selected = new SimpleObjectProperty<>(all.getFirst());

        @Override
        public ObservableList<Choice> choices() {
            return all;
        }

        @Override
        public ObjectProperty<Choice> selected() {
            return selected;
        }

        @Override
        public void add() {}

        @Override
        public void manage() {}
    }

    static final class SampleKeys implements KeyStorage {
        Kind kind = Kind.KEY_FILE;
        String imported = "";
        Path exported;

        @Override
        public Place place() {
            return new Place(kind, kind == Kind.KEYCHAIN ? "Secret Service" : "/home/helen/.local/share/lectern/master.key");
        }

        @Override
        public void exportRecoveryKey(Path file) {
            exported = file;
        }

        @Override
        public void importRecoveryKey(String key) {
            if (key.length() < 8) {
                throw Problem.of(Problem.Code.KEY_MALFORMED).with("reason", "It is too short.").raise();
            }
            imported = key;
        }
    }

    static final class SampleNetwork implements NetworkTest {
        boolean refusing;
        String saved = "";

        @Override
        public String run(Settings.Network network, Progress progress) {
            if (refusing) {
                throw Problem.of(Problem.Code.PROXY_REFUSED).with("host", "graph.microsoft.com").with("code", "403").raise();
            }
            return "login.microsoftonline.com and graph.microsoft.com answered in 142 ms";
        }

        @Override
        public boolean hasProxyPassword() {
            return !saved.isEmpty();
        }

        @Override
        public void saveProxyPassword(char[] password) {
            saved = new String(password);
        }
    }

    SampleShell withCounts() {
        screens.add(counted(Place.MEETINGS, 1, Tone.DANGER));
        screens.add(counted(Place.RECORDINGS, 12, Tone.NEUTRAL));
        screens.add(counted(Place.DELIVERABLES, 7, Tone.NEUTRAL));
        return this;
    }

    private static Screen counted(Place place, int count, Tone tone) {
        return Screen.of(place, shell -> new OpeningScreen(place, shell)).counting(new SimpleIntegerProperty(count), tone);
    }

    SampleShell withPalette() {
        palette.add(PaletteSource.fixed("Meetings", () -> List.of(
                PaletteEntry.of("bi-calendar-week", "Year 11 Chemistry: Rate graphs", "Thu 19 Nov 09:00 · in progress", () -> opened.add("rate graphs")),
                PaletteEntry.of("bi-calendar-week", "Year 11 Chemistry: Collision theory", "Mon 16 Nov 09:00 · 24 of 25 joined", () -> opened.add("collision")))));
        palette.add(PaletteSource.fixed("Recordings", () -> List.of(
                PaletteEntry.of("bi-camera-video", "Reaction rates, chemistry", "18 Nov · 58:12 · on this computer", () -> opened.add("reaction"))
                        .linking("https://example.org/reaction-rates"),
                PaletteEntry.of("bi-camera-video", "Catalysts, chemistry", "25 Sep · 57:20 · removed by Teams in 5 days", () -> opened.add("catalysts")))));
        palette.add(PaletteSource.fixed("People", () -> List.of(
                PaletteEntry.of("bi-person", "Marta Kowalska", "Chemistry · ready to organise", () -> opened.add("marta")))));
        return this;
    }

    /// The jobs of the design's picture: three run, one is paused, one has failed.
    SampleShell withTasks() throws InterruptedException {
        start(JobInfo.shown("Syncing recordings", JobInfo.Kind.SYNC).canPause(), "Daniel Osei, OneDrive › Recordings",
                progress -> progress.count(0, 42), progress -> progress.count(18, 42), Duration.ofSeconds(45));
        download("Integration by parts", "815 MB to D:\\Lectern\\2026-11", 815, 0.64, 8.4);
        download("Sixth-form open evening", "1.1 GB to D:\\Lectern\\2026-11", 1150, 0.12, 2.8);
        download("Enzymes", "Paused by you at 09:31", 771, 0.31, 5);
        jobs.pause(jobs.list().getLast().id());
        var failed = JobInfo.shown("Year 7, autumn term", JobInfo.Kind.DOWNLOAD);
        jobs.start(failed, progress -> {
            throw Problem.of(Problem.Code.CONNECTION_LOST).with("host", "northfield.sharepoint.com").raise();
        }, done -> {}, problem -> {});
        settle(() -> jobs.list().getLast().problem().isPresent());
        return this;
    }

    private void download(String title, String detail, long megabytes, double share, double megabytesPerSecond) throws InterruptedException {
        long total = megabytes * 1_000_000;
        start(JobInfo.shown(title, JobInfo.Kind.DOWNLOAD).canPause(), detail,
                progress -> progress.bytes((long) (total * share) - (long) (megabytesPerSecond * 3_000_000), total),
                progress -> progress.bytes((long) (total * share), total), Duration.ofSeconds(3));
    }

    /// Speed is worked out between two reports, so the clock moves between them; it goes back for the next job.
    private void start(JobInfo info, String detail, java.util.function.Consumer<Progress> first, java.util.function.Consumer<Progress> second,
            Duration between) throws InterruptedException {
        var reported = new java.util.concurrent.CountDownLatch(1);
        jobs.start(info, progress -> {
            time.set(NOW.plusMillis(400));
            progress.detail(detail);
            first.accept(progress);
            time.set(NOW.plusMillis(800));
            first.accept(progress);
            time.set(NOW.plusMillis(800).plus(between));
            second.accept(progress);
            time.set(NOW);
            reported.countDown();
            Thread.sleep(Duration.ofHours(1));
            return null;
        }, done -> {}, problem -> {});
        reported.await();
    }

    static void settle(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
    }

    ShellParts parts() {
        return new ShellParts(words, clock, home, settings, jobs, screens, choices, palette, keys, network,
                new ServiceStatus(new SimpleObjectProperty<>(Optional.of(Instant.parse("2026-11-19T09:00:00Z"))),
                        new SimpleObjectProperty<>(Optional.of(Duration.ofMillis(142)))),
                new SimpleStringProperty("Helen Ives"),
                new Outside() {
                    @Override
                    public void openPage(String address) {
                        opened.add(address);
                    }

                    @Override
                    public void openFolder(Path folder) {
                        opened.add(folder.toString());
                    }
                },
                "0.1.0");
    }

    private static final class MovableClock extends Clock {
        private final AtomicReference<Instant> time;

        MovableClock(AtomicReference<Instant> time) {
            this.time = time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/London");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(time.get(), zone);
        }

        @Override
        public Instant instant() {
            return time.get();
        }
    }
}
