package app.lectern;

import app.lectern.cli.GlobalOptions;
import app.lectern.home.Home;
import app.lectern.home.SettingsFile;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is known before anything is opened: the data folder, the settings in it, the person's language and zone.
record Start(Home home, Clock clock, Map<String, String> environment, SettingsFile settings, Words words) {
    static Start of(Optional<Path> folder, Map<String, String> environment) {
        return of(Home.locate(folder, environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home"))),
                Clock.systemUTC(), environment);
    }

    static Start of(Home home, Clock clock, Map<String, String> environment) {
        home.prepare();
        var settings = new SettingsFile(home.settings(), clock);
        return new Start(home, clock, environment, settings, words(settings, clock));
    }

    static Start of(GlobalOptions options, Map<String, String> environment) {
        return of(options.home(), environment);
    }

    private static Words words(SettingsFile settings, Clock clock) {
        var region = settings.get().region();
        var locale = region.language().isBlank() ? Locale.getDefault() : Locale.forLanguageTag(region.language());
        return new Words(locale, zone(region.zone()), clock);
    }

    private static ZoneId zone(String name) {
        try {
            return name.isBlank() ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException unknownHere) {
            return ZoneId.systemDefault();
        }
    }

    /// The version in the jar's manifest; a class folder has none.
    static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("0.1.0-dev");
    }
}
