package app.lectern.attendance.screen;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountText;
import app.lectern.accounts.AccountVerifier;
import app.lectern.attendance.AddedAttendance;
import app.lectern.attendance.Attendance;
import app.lectern.attendance.AttendanceReading;
import app.lectern.attendance.AttendanceRoom;
import app.lectern.attendance.AttendanceTrail;
import app.lectern.attendance.CallRecords;
import app.lectern.attendance.PersonErasure;
import app.lectern.attendance.export.AttendanceExport;
import app.lectern.demo.school.MeetingKind;
import app.lectern.diagnosis.MeetingDiagnosis;
import app.lectern.diagnosis.Question;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.home.Home;
import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.Jobs;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.shell.Dialogs;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.FxmlLoader;
import app.lectern.shell.IntegrationChoices;
import app.lectern.shell.Later;
import app.lectern.shell.Layers;
import app.lectern.shell.LiveSettings;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Notifications;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.ServiceStatus;
import app.lectern.shell.Shell;
import app.lectern.shell.ShellParts;
import app.lectern.shell.Toolkit;
import app.lectern.shell.settings.KeyStorage;
import app.lectern.shell.settings.NetworkTest;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncTally;
import app.lectern.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.stage.Stage;

/// The real window with the attendance screen before the demo tenant. File choosers are answered by the test.
final class AttendanceWindow {

    final AttendanceRoom room;
    /// Which meetings were recorded.
    final Map<Long, app.lectern.meetings.Turnout> recorded = new java.util.concurrent.ConcurrentHashMap<>();
    final Words words;
    final Jobs jobs;
    final AttendanceViewModel model;
    final AttendanceDeedsViewModel deeds;
    final ShellParts parts;
    final List<String> opened = new ArrayList<>();
    final List<String> copied = new ArrayList<>();
    Path file;
    MainWindow window;
    Stage stage;

    AttendanceWindow(Path folder) throws Exception {
        this(folder, new AttendanceRoom(folder.resolve("room")));
    }

    AttendanceWindow(Path folder, AttendanceRoom with) throws Exception {
        Toolkit.start();
        room = with;
        var store = room.room.store;
        var clock = room.room.clock;
        words = new Words(Locale.UK, ZoneId.of("Europe/London"), clock);
        var home = new Home(folder.resolve("window")).prepare();
        var settings = new SettingsFile(home.settings(), clock);
        settings.change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        jobs = new Jobs(new FxExecutor(), clock);
        var added = new AddedAttendance(store, room.known, AttendanceTrail.NONE, clock);
        var diagnosis = new MeetingDiagnosis(room.room.access, new MeetingDiagnosis.Verifier(new AccountVerifier(room.room.access::session, store, clock, pause -> {}),
                new AccountText(words)), new ErrorExplainer(), clock, words);
        var desk = new AttendanceDesk(new Attendance(store, room.known, clock), added, new CallRecords(added, room.known, room.room.access::session, clock),
                new PersonErasure(store, room.known, List.of(), AttendanceTrail.NONE, clock), new AttendanceExport(words),
                (in, scope, force, progress) -> {
                    var tally = new SyncTally();
                    room.sync.sync(new SyncOrder(in, scope, force), tally, progress);
                    return AttendanceReading.Outcome.of(tally);
                }, (in, meeting, progress) -> diagnosis.diagnose(in, new MeetingDiagnosis.Request(
                        room.known.find(meeting.meeting()).orElseThrow().joinUrl(), meeting.organiser(), Question.ATTENDANCE), progress, probe -> {}),
                () -> "R. Okafor", new app.lectern.attendance.AcceptanceCheck(store, room.known, (in, ended) -> Map.copyOf(recorded), clock));
        var choices = new OneChoice(room);
        model = onFx(() -> new AttendanceViewModel(desk, room.room.integrations::find, choices.selected, jobs, Later.onFxThread(), words));
        deeds = new AttendanceDeedsViewModel(desk, model, jobs, words);
        var plain = AttendanceView.screen(model, deeds);
        var screen = new Screen(plain.place(), shell -> plain.view().apply(new Answering(shell)), plain.badge(), plain.verbs());
        parts = onFx(() -> new ShellParts(words, clock, home, settings, jobs, List.of(screen), choices, List.of(), new NoKeys(), new NoNetwork(),
                new ServiceStatus(new SimpleObjectProperty<>(Optional.empty()), new SimpleObjectProperty<>(Optional.of(Duration.ofMillis(142)))),
                new SimpleStringProperty("Ruth Okafor"), new Recorder(), "1.0"));
        onFx(() -> {
            window = new MainWindow(parts);
            stage = new Stage();
            window.show(stage);
            window.go(Place.ATTENDANCE);
            return null;
        });
    }

    /// The demo school's own meetings of the past weeks, as the calendars would give them.
    static void knowSchool(AttendanceRoom room) {
        var school = room.room.tenant.school();
        var now = room.room.clock.instant();
        for (var meeting : school.exclusively(() -> List.copyOf(school.meetings().all()))) {
            if (school.cases().planted().contains(meeting)) {
                continue;
            }
            var kind = switch (meeting.kind()) {
                case SCHEDULED -> app.lectern.meetings.MeetingKind.SCHEDULED;
                case INSTANT -> app.lectern.meetings.MeetingKind.INSTANT;
                case LINK_ONLY -> app.lectern.meetings.MeetingKind.LINK_ONLY;
                case CHANNEL -> app.lectern.meetings.MeetingKind.CHANNEL;
                case RECURRING, AD_HOC, LIVE_EVENT -> app.lectern.meetings.MeetingKind.RECURRING;
            };
            if (meeting.kind() == MeetingKind.RECURRING) {
                meeting.sessions().forEach(session -> room.know(meeting, kind, session.start(), session.end(), "series " + meeting.number()));
            } else if (meeting.kind() != MeetingKind.AD_HOC && meeting.end().isBefore(now)) {
                room.know(meeting, kind, meeting.start(), meeting.end(), "");
            }
        }
    }

    <N extends Node> N find(String id, Class<N> type) {
        return type.cast(window.scene().lookup("#" + id));
    }

    boolean shows(String id) {
        return window.scene().lookup("#" + id) != null;
    }

    void focus(String id) throws Exception {
        Toolkit.focus(() -> window.scene().lookup("#" + id));
    }

    /// Chooses the meeting with this subject and waits until it is read.
    void choose(String subject) throws Exception {
        await(() -> model.meetings().stream().anyMatch(line -> line.subject().equals(subject)));
        onFx(() -> {
            model.selectedProperty().set(model.meetings().stream().filter(line -> line.subject().equals(subject)).findFirst().orElseThrow());
            return null;
        });
        await(() -> model.meetingProperty().get() instanceof app.lectern.shell.Loading.Ready);
    }

    /// The whole window at the design's size.
    void photograph(String name) throws Exception {
        var other = onFx(() -> {
            var fresh = new MainWindow(parts);
            fresh.go(Place.ATTENDANCE);
            return fresh;
        });
        onFx(() -> other.scene().snapshot(null));
        await(() -> !model.meetingProperty().get().isBusy());
        onFx(() -> other.scene().snapshot(null));
        save(name, onFx(() -> other.scene().snapshot(null)));
    }

    void photographStage(String name) throws Exception {
        onFx(() -> window.scene().snapshot(null));
        save(name, onFx(() -> window.scene().snapshot(null)));
    }

    private static void save(String name, javafx.scene.image.Image picture) throws Exception {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        assertThat(width).isGreaterThan(800);
        var copy = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
            }
        }
        var target = Path.of("target/pictures", name + ".png");
        Files.createDirectories(target.getParent());
        javax.imageio.ImageIO.write(copy, "png", target.toFile());
    }

    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return null;
        });
        jobs.close();
        room.close();
    }

    /// The window's shell, but for the file choosers, which headless nobody can operate.
    private final class Answering implements Shell {
        private final Shell real;

        Answering(Shell real) {
            this.real = real;
        }

        @Override
        public Words words() {
            return real.words();
        }

        @Override
        public Dialogs dialogs() {
            return new Dialogs() {
                @Override
                public void confirm(Confirmation question, Runnable accepted) {
                    real.dialogs().confirm(question, accepted);
                }

                @Override
                public void askAboutEdits(String what, Runnable save, Runnable discard) {
                    real.dialogs().askAboutEdits(what, save, discard);
                }

                @Override
                public void askText(TextQuestion question, Consumer<String> answered) {
                    real.dialogs().askText(question, answered);
                }

                @Override
                public Optional<Path> chooseFile(String title, FileKind kind) {
                    return Optional.ofNullable(file);
                }

                @Override
                public Optional<Path> chooseFolder(String title, Optional<Path> start) {
                    return Optional.ofNullable(file);
                }

                @Override
                public Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind) {
                    return Optional.ofNullable(file);
                }

                @Override
                public void show(Problem problem, Consumer<Remedy> remedy) {
                    real.dialogs().show(problem, remedy);
                }
            };
        }

        @Override
        public Notifications notifications() {
            return real.notifications();
        }

        @Override
        public Layers layers() {
            return real.layers();
        }

        @Override
        public LiveSettings settings() {
            return real.settings();
        }

        @Override
        public FxmlLoader fxml() {
            return real.fxml();
        }

        @Override
        public Outside outside() {
            return real.outside();
        }

        @Override
        public void go(Place place) {
            real.go(place);
        }

        @Override
        public void copy(String text) {
            copied.add(text);
        }
    }

    private static final class OneChoice implements IntegrationChoices {
        private final ObservableList<Choice> all;
        private final ObjectProperty<Choice> selected;

        OneChoice(AttendanceRoom room) {
            all = FXCollections.observableArrayList(
                    new Choice(room.integration.key(), "Northfield College", "Client secret", "Connected", Health.OK, true));
            selected = new SimpleObjectProperty<>(all.getFirst());
        }

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

    private static final class NoKeys implements KeyStorage {
        @Override
        public Place place() {
            return new Place(Kind.KEY_FILE, "");
        }

        @Override
        public void exportRecoveryKey(Path file) {}

        @Override
        public void importRecoveryKey(String key) {}
    }

    private static final class NoNetwork implements NetworkTest {
        @Override
        public String run(Settings.Network network, Progress progress) {
            return "";
        }

        @Override
        public boolean hasProxyPassword() {
            return false;
        }

        @Override
        public void saveProxyPassword(char[] password) {}
    }

    private final class Recorder implements Outside {
        @Override
        public void openPage(String address) {
            opened.add(address);
        }

        @Override
        public void openFolder(Path folder) {}
    }
}
