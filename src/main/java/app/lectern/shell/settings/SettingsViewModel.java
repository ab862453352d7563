package app.lectern.shell.settings;

import app.lectern.home.Settings.Appearance;
import app.lectern.home.Settings.Privacy;
import app.lectern.home.Settings.Records;
import app.lectern.home.Settings.Region;
import app.lectern.home.Settings.Theme;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.shell.LiveSettings;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The settings as fields that apply at once, where the key is kept, and whether the network settings work.
public final class SettingsViewModel {
    private final KeyStorage keys;
    private final NetworkTest network;
    private final LiveSettings settings;
    private final Words words;
    private final TaskRunner tasks;
    public final SettingField<Theme> theme;
    public final SettingField<Boolean> reduceMotion;
    public final SettingField<String> language;
    public final SettingField<String> zone;
    public final SettingField<String> downloadFolder;
    public final SettingField<Integer> atOnce;
    public final SettingField<Integer> keepDays;
    public final SettingField<Boolean> hideLinks;
    public final NetworkFields net;
    public final SyncFields sync;
    public final UpdateFields updates;
    public final UnattendedFields unattended;
    private final ObjectProperty<SettingsGroup> group = new SimpleObjectProperty<>(SettingsGroup.APPEARANCE);
    private final ReadOnlyObjectWrapper<Loading<KeyStorage.Place>> keyPlace = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Loading<String>> keyDeed = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Loading<String>> test = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Loading<String>> password = new ReadOnlyObjectWrapper<>(Loading.idle());
    private Job testing = Job.NONE;

    public SettingsViewModel(LiveSettings settings, KeyStorage keys, NetworkTest network, UpdateSource source, UnattendedSync system, Words words,
            TaskRunner tasks) {
        this.settings = settings;
        this.keys = keys;
        this.network = network;
        this.words = words;
        this.tasks = tasks;
        theme = new SettingField<>(settings, all -> all.appearance().theme(),
                (all, value) -> all.with(new Appearance(value, all.appearance().reduceMotion())), value -> "");
        reduceMotion = new SettingField<>(settings, all -> all.appearance().reduceMotion(),
                (all, value) -> all.with(new Appearance(all.appearance().theme(), value)), value -> "");
        language = new SettingField<>(settings, all -> all.region().language(),
                (all, value) -> all.with(new Region(value, all.region().zone())), value -> "");
        zone = new SettingField<>(settings, all -> all.region().zone(),
                (all, value) -> all.with(new Region(all.region().language(), value.strip())), this::checkZone);
        downloadFolder = new SettingField<>(settings, all -> all.downloads().folder(),
                (all, value) -> all.with(all.downloads().folder(value.strip())), value -> Paths.check(value, words));
        atOnce = new SettingField<>(settings, all -> all.downloads().atOnce(),
                (all, value) -> all.with(all.downloads().atOnce(value)), value -> "");
        keepDays = new SettingField<>(settings, all -> all.records().keepDays(), (all, value) -> all.with(new Records(value)), value -> "");
        hideLinks = new SettingField<>(settings, all -> all.privacy().hideLinks(), (all, value) -> all.with(new Privacy(value)), value -> "");
        net = new NetworkFields(settings, words);
        sync = new SyncFields(settings, words);
        updates = new UpdateFields(settings, source, words, tasks);
        unattended = new UnattendedFields(system, tasks, () -> settings.get().sync().everyMinutes());
        readKeyPlace();
    }

    public ObjectProperty<SettingsGroup> group() {
        return group;
    }

    public List<String> languages() {
        return List.of("", "en-GB", "en-US");
    }

    public List<String> zones() {
        var zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
        zones.removeIf(zone -> !zone.contains("/") || zone.startsWith("Etc/") || zone.startsWith("SystemV/"));
        zones.add("");
        return List.copyOf(zones);
    }

    private String checkZone(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        try {
            ZoneId.of(typed.strip());
            return "";
        } catch (DateTimeException unknown) {
            return words.text("settings.wrong.zone");
        }
    }

    public ReadOnlyObjectProperty<Loading<KeyStorage.Place>> keyPlace() {
        return keyPlace.getReadOnlyProperty();
    }

    /// How the last export or import went.
    public ReadOnlyObjectProperty<Loading<String>> keyDeed() {
        return keyDeed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loading<String>> test() {
        return test.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loading<String>> password() {
        return password.getReadOnlyProperty();
    }

    /// Plain words about the place, and for a key file plainly what that means.
    public String keyWords(KeyStorage.Place place) {
        return words.text(switch (place.kind()) {
            case KEYCHAIN -> "settings.keys.keychain";
            case KEY_FILE -> "settings.keys.file";
            case ENVIRONMENT -> "settings.keys.environment";
        }, place.where());
    }

    private void readKeyPlace() {
        tasks.start(progress -> keys.place(), place -> keyPlace.set(Loading.ready(place)), problem -> keyPlace.set(Loading.failed(problem)));
    }

    public void exportKey(Path file) {
        run(() -> keys.exportRecoveryKey(file), keyDeed, words.text("settings.keys.exported", file.toString()));
    }

    public void importKey(String key) {
        run(() -> keys.importRecoveryKey(key), keyDeed, words.text("settings.keys.imported"));
    }

    public boolean hasProxyPassword() {
        return network.hasProxyPassword();
    }

    public void savePassword(String typed) {
        run(() -> network.saveProxyPassword(typed.toCharArray()), password,
                words.text(typed.isEmpty() ? "settings.net.password.forgotten" : "settings.net.password.saved"));
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void run(Deed deed, ReadOnlyObjectWrapper<Loading<String>> state, String done) {
        state.set(Loading.busy());
        tasks.start(progress -> {
            deed.run();
            return done;
        }, outcome -> {
            state.set(Loading.ready(outcome));
            readKeyPlace();
        }, problem -> state.set(Loading.failed(problem)));
    }

    /// The newest test wins; an older one still running is cancelled.
    public void testConnection() {
        testing.cancel();
        test.set(Loading.busy());
        var tried = settings.get().network();
        Consumer<String> done = outcome -> test.set(Loading.ready(outcome));
        testing = tasks.start(JobInfo.shown(words.text("settings.net.test.job"), JobInfo.Kind.CHECK),
                progress -> network.run(tried, progress), done, problem -> test.set(Loading.failed(problem)));
    }
}
