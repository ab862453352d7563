package app.lectern.shell.settings;

import app.lectern.home.Settings.Updates;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.shell.LiveSettings;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The fields about newer versions, and asking for one now.
public final class UpdateFields {
    public final SettingField<Boolean> allowed;
    public final SettingField<String> feed;
    private final UpdateSource source;
    private final Words words;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Loading<UpdateNews>> news = new ReadOnlyObjectWrapper<>(Loading.idle());

    UpdateFields(LiveSettings settings, UpdateSource source, Words words, TaskRunner tasks) {
        this.source = source;
        this.words = words;
        this.tasks = tasks;
        allowed = new SettingField<>(settings, all -> all.updates().allowed(),
                (all, value) -> all.with(new Updates(value, all.updates().feed())), value -> "");
        feed = new SettingField<>(settings, all -> all.updates().feed(),
                (all, value) -> all.with(new Updates(all.updates().allowed(), value.strip())), this::check);
    }

    private String check(String typed) {
        var address = typed.strip();
        return address.isEmpty() || address.startsWith("https://") || address.startsWith("http://") ? "" : words.text("settings.wrong.address");
    }

    public ReadOnlyObjectProperty<Loading<UpdateNews>> news() {
        return news.getReadOnlyProperty();
    }

    public void ask() {
        if (news.get() instanceof Loading.Busy<UpdateNews>) {
            return;
        }
        news.set(Loading.busy());
        tasks.start(JobInfo.shown(words.text("settings.updates.job"), JobInfo.Kind.CHECK), source::ask,
                found -> news.set(Loading.ready(found)), problem -> news.set(Loading.failed(problem)));
    }
}
