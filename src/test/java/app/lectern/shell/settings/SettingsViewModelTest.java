package app.lectern.shell.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.shell.LiveSettings;
import app.lectern.shell.Loading;
import app.lectern.shell.ManualLater;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsViewModelTest {
    private final Words words = new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC());
    private final Keys keys = new Keys();
    private final Network network = new Network();
    private UpdateNews news = new UpdateNews(false, "Lectern 1.0.0 is the newest.", "", "");
    private final RememberedSchedule system = new RememberedSchedule();
    private LiveSettings settings;
    private SettingsViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        settings = new LiveSettings(new SettingsFile(folder.resolve("settings.json"), Clock.systemUTC()), new InlineTaskRunner(),
                new ManualLater(), problem -> {});
        model = new SettingsViewModel(settings, keys, network, progress -> news, system, words, new InlineTaskRunner());
    }

    /// A scheduler that only remembers.
    private static final class RememberedSchedule implements UnattendedSync {
        private int every;
        private boolean refuses;

        @Override
        public State state() {
            return new State(every > 0, "cron", "crontab", java.util.Optional.empty());
        }

        @Override
        public State install(int everyMinutes) {
            if (refuses) {
                throw Problem.of(Problem.Code.SCHEDULE_REFUSED).raise();
            }
            every = everyMinutes;
            return state();
        }

        @Override
        public State remove() {
            every = 0;
            return state();
        }
    }

    @Test
    void theSystemStartsTheSyncWhenItIsAskedToAndARefusalIsSaid() {
        model.unattended.look();
        assertThat(model.unattended.state().get().data().orElseThrow().installed()).isFalse();
        model.sync.every.value().set(60);
        model.unattended.install();
        assertThat(system.every).isEqualTo(60);
        assertThat(model.unattended.state().get().data().orElseThrow().installed()).isTrue();
        model.unattended.remove();
        assertThat(model.unattended.state().get().data().orElseThrow().installed()).isFalse();
        system.refuses = true;
        model.unattended.install();
        assertThat(model.unattended.state().get()).isInstanceOf(Loading.Failed.class);
    }

    @Test
    void aChangedFieldAppliesAtOnceAndCanBeRestored() {
        model.theme.value().set(Settings.Theme.DARK);
        assertThat(settings.get().appearance().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(model.theme.isDefault().get()).isFalse();

        model.theme.restore();
        assertThat(settings.get().appearance().theme()).isEqualTo(Settings.Theme.SYSTEM);
        assertThat(model.theme.isDefault().get()).isTrue();
    }

    @Test
    void aChangeElsewhereShowsInTheField() {
        settings.change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));

        assertThat(model.theme.value().get()).isEqualTo(Settings.Theme.LIGHT);
        assertThat(model.reduceMotion.value().get()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "999999"})
    void aWrongPortIsToldAndNotApplied(String port) {
        model.net.port.value().set(port);

        assertThat(model.net.port.problem().get()).isEqualTo("A number from 1 to 65535.");
        assertThat(settings.get().network().proxyPort()).isZero();
    }

    @Test
    void aRightPortTakesTheProblemAway() {
        model.net.port.value().set("x");
        model.net.port.value().set("8080");

        assertThat(model.net.port.problem().get()).isEmpty();
        assertThat(settings.get().network().proxyPort()).isEqualTo(8080);
    }

    @Test
    void newerVersionsAreLookedForOnlyWhenThePersonAllowsItOrAsks() {
        assertThat(settings.get().updates()).isEqualTo(new Settings.Updates(false, ""));

        model.updates.allowed.value().set(true);
        model.updates.feed.value().set("ftp://releases.example");
        assertThat(model.updates.feed.problem().get()).contains("https://");
        model.updates.feed.value().set("https://releases.example/list ");
        assertThat(settings.get().updates()).isEqualTo(new Settings.Updates(true, "https://releases.example/list"));

        news = new UpdateNews(true, "Lectern 2.0.0 can be had", "- Everything is faster", "https://releases.example/2.0.0");
        model.updates.ask();
        assertThat(model.updates.news().get()).isEqualTo(Loading.ready(news));
    }

    @Test
    void anUnknownZoneIsTold() {
        model.zone.value().set("Europe/Atlantis");
        assertThat(model.zone.problem().get()).contains("Europe/London");

        model.zone.value().set("Europe/Warsaw");
        assertThat(settings.get().region().zone()).isEqualTo("Europe/Warsaw");
    }

    @Test
    void aRelativeFolderIsTold() {
        model.downloadFolder.value().set("videos");

        assertThat(model.downloadFolder.problem().get()).isNotEmpty();
        assertThat(settings.get().downloads().folder()).isEmpty();
    }

    @Test
    void aKeyFileIsCalledOne() {
        assertThat(model.keyPlace().get().data()).hasValueSatisfying(place ->
                assertThat(model.keyWords(place)).contains("no keychain").contains("/data/master.key"));
    }

    @Test
    void aWrongRecoveryKeyIsToldAndARightOneUsed() {
        model.importKey("no");
        assertThat(model.keyDeed().get()).isInstanceOf(Loading.Failed.class);

        model.importKey("right");
        assertThat(model.keyDeed().get()).isEqualTo(Loading.ready("The recovery key is in use from the next start."));
    }

    @Test
    void theRecoveryKeyIsExportedToTheChosenFile() {
        model.exportKey(Path.of("/safe/key.txt"));

        assertThat(keys.exported).isEqualTo(Path.of("/safe/key.txt"));
        assertThat(model.keyDeed().get().data()).hasValueSatisfying(said -> assertThat(said).contains("/safe/key.txt"));
    }

    @Test
    void theConnectionIsTestedWithWhatTheFieldsSay() {
        model.net.host.value().set("proxy.school.example");
        model.testConnection();

        assertThat(network.tried.proxyHost()).isEqualTo("proxy.school.example");
        assertThat(model.test().get()).isEqualTo(Loading.ready("answered"));

        network.refusing = true;
        model.testConnection();
        assertThat(model.test().get()).isInstanceOfSatisfying(Loading.Failed.class,
                failed -> assertThat(failed.problem().code()).isEqualTo(Problem.Code.PROXY_REFUSED));
    }

    @Test
    void theProxyPasswordIsKeptOutsideTheSettings() {
        model.savePassword("s3cret");

        assertThat(network.password).isEqualTo("s3cret");
        assertThat(settings.get().toString()).doesNotContain("s3cret");
        assertThat(model.password().get()).isEqualTo(Loading.ready("The password is saved"));
    }

    private static final class Keys implements KeyStorage {
        private Path exported;

        @Override
        public Place place() {
            return new Place(Kind.KEY_FILE, "/data/master.key");
        }

        @Override
        public void exportRecoveryKey(Path file) {
            exported = file;
        }

        @Override
        public void importRecoveryKey(String key) {
            if (!key.equals("right")) {
                throw Problem.of(Problem.Code.KEY_MALFORMED).with("reason", "It is too short.").raise();
            }
        }
    }

    private static final class Network implements NetworkTest {
        private Settings.Network tried;
        private boolean refusing;
        private String password = "";

        @Override
        public String run(Settings.Network settings, Progress progress) {
            tried = settings;
            if (refusing) {
                throw Problem.of(Problem.Code.PROXY_REFUSED).with("host", "graph.microsoft.com").raise();
            }
            return "answered";
        }

        @Override
        public boolean hasProxyPassword() {
            return !password.isEmpty();
        }

        @Override
        public void saveProxyPassword(char[] typed) {
            password = new String(typed);
        }
    }
}
