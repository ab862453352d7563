package app.lectern.sync.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.SignInMethod;
import app.lectern.problems.ProblemException;
import app.lectern.store.ReadyStore;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.sync.schedule.Programs;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import app.lectern.words.Words;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTest {
    private static final AlertFinding FULL = new AlertFinding(AlertCause.STORAGE_FULL, "ruth", Map.of("owner", "Ruth Okafor", "share", "91 %"));

    @TempDir
    Path folder;
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private Store store;
    private Integration integration;
    private Alerts alerts;
    private final List<AlertFinding> found = new ArrayList<>();
    private final List<Alert> told = new ArrayList<>();

    @BeforeEach
    void open() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        var home = ReadyStore.in(folder.resolve("home"));
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        store = Store.open(home, vault, clock);
        integration = new Integrations(store, new SecretStore(store, vault, clock), clock).add(new Integration(0, "Northfield", CloudKind.GLOBAL,
                "", "", "northfield.example", "11111111-1111-1111-1111-111111111111", SignInMethod.SECRET, "", "", true, clock.instant()));
        alerts = new Alerts(store, List.of((of, at) -> List.copyOf(found)), clock);
        alerts.onAlert(told::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Alert only() {
        return alerts.known(integration).getFirst();
    }

    @Test
    void aCauseIsToldOnceHoweverOftenItIsFoundAndByHoweverMany() {
        found.add(FULL);
        found.add(new AlertFinding(AlertCause.STORAGE_FULL, "ruth", Map.of("owner", "Ruth Okafor", "share", "92 %")));

        alerts.announce(integration);
        now = now.plus(Duration.ofHours(1));
        alerts.announce(integration);

        assertThat(told).singleElement().satisfies(alert -> assertThat(alert.facts()).containsEntry("share", "91 %"));
        assertThat(alerts.known(integration)).singleElement().satisfies(alert -> assertThat(alert.since()).isEqualTo("2026-11-20T09:00:00Z"));
    }

    @Test
    void whatIsOverGoesAndWhenItComesAgainItIsToldAgain() {
        found.add(FULL);
        alerts.announce(integration);
        alerts.mute(only().id());
        found.clear();
        alerts.announce(integration);
        assertThat(alerts.known(integration)).isEmpty();

        found.add(FULL);
        alerts.announce(integration);
        assertThat(told).hasSize(2);
        assertThat(only().muted()).as("a mute ends with its cause").isFalse();
    }

    @Test
    void aSnoozedAlertIsSilentAndToldAgainWhenTheSnoozeEnds() {
        found.add(FULL);
        alerts.announce(integration);
        alerts.snooze(only().id(), Duration.ofDays(1));
        now = now.plus(Duration.ofHours(23));
        alerts.announce(integration);
        assertThat(told).hasSize(1);
        assertThat(only().isSilent(now)).isTrue();

        now = now.plus(Duration.ofHours(2));
        alerts.announce(integration);
        assertThat(told).hasSize(2);
        alerts.announce(integration);
        assertThat(told).hasSize(2);
    }

    @Test
    void aMutedAlertIsListedAndSilentUntilItIsUnmuted() {
        found.add(FULL);
        alerts.look(integration);
        alerts.mute(only().id());
        alerts.announce(integration);
        assertThat(told).isEmpty();
        assertThat(alerts.known(integration)).hasSize(1);

        alerts.unmute(only().id());
        alerts.announce(integration);
        assertThat(told).hasSize(1);
    }

    @Test
    void theMostHarmfulComesFirstAndAnUnknownOneIsRefused() {
        found.add(FULL);
        found.add(new AlertFinding(AlertCause.SYNC_FAILING, "", Map.of("name", "Northfield")));

        assertThat(alerts.look(integration)).extracting(Alert::cause).containsExactly(AlertCause.SYNC_FAILING, AlertCause.STORAGE_FULL);
        assertThatThrownBy(() -> alerts.mute(4711)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatNobodyWatchesIsToldOnTheDesktopAndWhatCouldNotBeShownStaysDue() {
        found.add(FULL);
        var shown = new ArrayList<List<String>>();
        var words = new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC());
        new UnattendedNotices(alerts, new DesktopNotices((command, input) -> new Programs.Answer(Programs.NOT_THERE, ""), "Linux"), words).tell(integration);
        assertThat(only().told()).isEmpty();

        var notices = new UnattendedNotices(alerts, new DesktopNotices((command, input) -> {
            shown.add(command);
            return new Programs.Answer(0, "");
        }, "Linux"), words);
        notices.tell(integration);
        notices.tell(integration);
        assertThat(shown).as("each once").singleElement().satisfies(command -> assertThat(command).contains("notify-send").anyMatch(part -> part.contains("91 %")));
        assertThat(only().told()).isPresent();
        alerts.announce(integration);
        assertThat(told).as("the window does not tell it again").isEmpty();
    }

    @Test
    void eachSystemShowsANoticeByItsOwnProgramAndNoTextBecomesAScript() {
        var ran = new ArrayList<List<String>>();
        var typed = new ArrayList<String>();
        Programs system = (command, input) -> {
            ran.add(command);
            typed.add(input);
            return new Programs.Answer(0, "");
        };
        var title = "--icon=x \"; rm -rf $HOME\n";

        assertThat(new DesktopNotices(system, "Linux").show(title, "first\nsecond")).isTrue();
        assertThat(ran.getLast()).containsExactly("notify-send", "--app-name=Lectern", "--", "--icon=x \"; rm -rf $HOME", "first second");
        new DesktopNotices(system, "Mac OS X").show(title, "text");
        assertThat(ran.getLast().getFirst()).isEqualTo("osascript");
        assertThat(ran.getLast().get(2)).doesNotContain("rm -rf");
        new DesktopNotices(system, "Windows 11").show(title, "text");
        assertThat(String.join(" ", ran.getLast())).contains("powershell", "ShowBalloonTip").doesNotContain("rm -rf");
        assertThat(typed.getLast()).contains("rm -rf", "text");
        assertThat(new DesktopNotices((command, input) -> new Programs.Answer(Programs.NOT_THERE, ""), "Linux").show("a", "b")).isFalse();
    }
}
