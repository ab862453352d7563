package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Preset;
import app.lectern.meetings.planning.bulk.MeetingPresets;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// What meetings of an integration begin with: presets, Lectern's and one's own, the usual options, and what is said about recording.
final class PresetsViewModel {
    private record Usual(Map<String, MeetingOptions> own, MeetingOptions options, Map<String, MeetingOptions> organisers, String notice) {
        static final Usual NOTHING = new Usual(Map.of(), MeetingOptions.USUAL, Map.of(), "");
    }

    private final MeetingPresets service;
    private final TaskRunner tasks;
    private final Words words;
    private final Consumer<Problem> failed;
    private final ReadOnlyIntegerWrapper read = new ReadOnlyIntegerWrapper();
    private Usual usual = Usual.NOTHING;
    private MeetingOptions begunWith = MeetingOptions.USUAL;

    PresetsViewModel(MeetingPresets service, TaskRunner tasks, Words words, Consumer<Problem> failed) {
        this.service = service;
        this.tasks = tasks;
        this.words = words;
        this.failed = failed;
    }

    /// Reads what this integration has; `done` runs when it is known.
    void read(Integration in, Runnable done) {
        tasks.start(progress -> usual(in), now -> {
            show(now);
            done.run();
        }, failed);
    }

    private Usual usual(Integration in) {
        return new Usual(service.own(in), service.usual(in), service.organisers(in), service.notice(in));
    }

    private void show(Usual now) {
        usual = now;
        read.set(read.get() + 1);
    }

    /// Keeps options under a name of one's own.
    void keep(Integration in, String name, MeetingOptions options) {
        tasks.start(progress -> {
            service.keep(in, name, options);
            return usual(in);
        }, this::show, failed);
    }

    /// Keeps options as what this organiser's new meetings begin with.
    void keepFor(Integration in, String organiser, MeetingOptions options, Runnable done) {
        tasks.start(progress -> {
            service.keepFor(in, organiser, options);
            return usual(in);
        }, now -> {
            show(now);
            done.run();
        }, failed);
    }

    /// Counts how often the presets were read.
    ReadOnlyIntegerProperty timesRead() {
        return read.getReadOnlyProperty();
    }

    Map<String, MeetingOptions> all() {
        var presets = new LinkedHashMap<String, MeetingOptions>();
        for (var preset : Preset.values()) {
            presets.put(words.of(preset), preset.options());
        }
        presets.putAll(usual.own());
        return presets;
    }

    /// A plan that is untouched gets what its organiser's meetings begin with.
    void begin(PlanViewModel plan, boolean untouched) {
        begunWith = options(plan.get().organiser());
        if (untouched && !begunWith.equals(plan.get().options())) {
            plan.fill(plan.get().withOptions(begunWith));
        }
    }

    /// Another organiser's meetings begin otherwise, as long as nobody has set an option.
    void follow(PlanViewModel plan, String organiser) {
        var now = options(organiser);
        if (plan.get().options().equals(begunWith) && !now.equals(begunWith)) {
            begunWith = now;
            plan.change(was -> was.withOptions(now));
            plan.show();
        }
    }

    /// What a new meeting of this organiser begins with.
    MeetingOptions options(String organiser) {
        return usual.organisers().getOrDefault(organiser.strip().toLowerCase(Locale.ROOT), usual.options());
    }

    String notice() {
        return usual.notice();
    }
}
