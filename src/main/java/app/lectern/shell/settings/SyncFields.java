package app.lectern.shell.settings;

import app.lectern.home.Settings.Sync;
import app.lectern.shell.LiveSettings;
import app.lectern.words.Words;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;

/// The fields about syncing by itself.
public final class SyncFields {
    public final SettingField<Integer> every;
    public final SettingField<String> quietFrom;
    public final SettingField<String> quietUntil;
    public final SettingField<Boolean> spareMetered;
    private final Words words;

    SyncFields(LiveSettings settings, Words words) {
        this.words = words;
        every = new SettingField<>(settings, all -> all.sync().everyMinutes(), (all, value) -> all.with(
                new Sync(value, all.sync().quietFrom(), all.sync().quietUntil(), all.sync().pauseWhenMetered())), value -> "");
        quietFrom = new SettingField<>(settings, all -> all.sync().quietFrom(), (all, value) -> all.with(
                new Sync(all.sync().everyMinutes(), value.strip(), all.sync().quietUntil(), all.sync().pauseWhenMetered())), this::checkTime);
        quietUntil = new SettingField<>(settings, all -> all.sync().quietUntil(), (all, value) -> all.with(
                new Sync(all.sync().everyMinutes(), all.sync().quietFrom(), value.strip(), all.sync().pauseWhenMetered())), this::checkTime);
        spareMetered = new SettingField<>(settings, all -> all.sync().pauseWhenMetered(), (all, value) -> all.with(
                new Sync(all.sync().everyMinutes(), all.sync().quietFrom(), all.sync().quietUntil(), value)), value -> "");
    }

    public List<Integer> intervals() {
        return List.of(0, 5, 15, 30, 60, 240);
    }

    public String interval(int minutes) {
        return minutes == 0 ? words.text("settings.sync.never") : words.text("settings.sync.minutes", minutes);
    }

    private String checkTime(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        try {
            LocalTime.parse(typed.strip());
            return "";
        } catch (DateTimeException noTime) {
            return words.text("settings.wrong.time");
        }
    }
}
