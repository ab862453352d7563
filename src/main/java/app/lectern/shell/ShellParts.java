package app.lectern.shell;

import app.lectern.home.Home;
import app.lectern.home.SettingsFile;
import app.lectern.jobs.Jobs;
import app.lectern.shell.palette.PaletteSource;
import app.lectern.shell.settings.KeyStorage;
import app.lectern.shell.settings.NetworkTest;
import app.lectern.shell.settings.UnattendedSync;
import app.lectern.shell.settings.UpdateNews;
import app.lectern.shell.settings.UpdateSource;
import app.lectern.words.Words;
import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// Everything that the window needs from outside it. `person` is the name behind the initials in the top bar. Without screens the
/// window shows its frame, and takes them when it is furnished.
public record ShellParts(
        Words words,
        Clock clock,
        Home home,
        SettingsFile settings,
        Jobs jobs,
        List<Screen> screens,
        IntegrationChoices integrations,
        List<PaletteSource> palette,
        KeyStorage keys,
        NetworkTest network,
        UpdateSource updates,
        UnattendedSync unattended,
        ServiceStatus status,
        ObservableValue<String> person,
        Outside outside,
        String version,
        List<FirstStep> firstSteps) {
    /// For a window without a guided look around and without a feed of releases.
    public ShellParts(Words words, Clock clock, Home home, SettingsFile settings, Jobs jobs, List<Screen> screens,
            IntegrationChoices integrations, List<PaletteSource> palette, KeyStorage keys, NetworkTest network, ServiceStatus status,
            ObservableValue<String> person, Outside outside, String version) {
        this(words, clock, home, settings, jobs, screens, integrations, palette, keys, network,
                progress -> new UpdateNews(false, version, "", ""), status, person, outside, version, List.of());
    }

    /// For a window on which the system's scheduler is not offered.
    public ShellParts(Words words, Clock clock, Home home, SettingsFile settings, Jobs jobs, List<Screen> screens,
            IntegrationChoices integrations, List<PaletteSource> palette, KeyStorage keys, NetworkTest network, UpdateSource updates, ServiceStatus status,
            ObservableValue<String> person, Outside outside, String version, List<FirstStep> firstSteps) {
        this(words, clock, home, settings, jobs, screens, integrations, palette, keys, network, updates, UnattendedSync.NONE, status, person, outside,
                version, firstSteps);
    }

    public ShellParts {
        firstSteps = List.copyOf(firstSteps);
        screens = List.copyOf(screens);
        palette = List.copyOf(palette);
    }
}
