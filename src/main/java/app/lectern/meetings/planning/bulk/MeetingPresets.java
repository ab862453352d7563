package app.lectern.meetings.planning.bulk;

import app.lectern.integrations.Integration;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Preset;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import app.lectern.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Named sets of options, Lectern's and an integration's own, its templates of subjects, and how new meetings begin.
public final class MeetingPresets {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_NOTICE = 4_000;

    private final PresetStore store;
    private final Words words;

    public MeetingPresets(Store store, Words words) {
        this.store = new PresetStore(store);
        this.words = words;
    }

    /// The integration's own, by name.
    public Map<String, MeetingOptions> own(Integration of) {
        return store.presets(of.id());
    }

    /// In place of an own one of the same name; Lectern's names are taken.
    public void keep(Integration of, String name, MeetingOptions options) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw wrong(called, "@preset.fault.name");
        }
        if (lecterns().containsKey(SubjectTemplate.plain(called))) {
            throw wrong(called, "@preset.fault.taken");
        }
        store.keep(of.id(), called, options);
    }

    /// Whether there was one.
    public boolean remove(Integration of, String name) {
        return store.remove(of.id(), name);
    }

    public Optional<MeetingOptions> find(Integration of, String name) {
        return Optional.ofNullable(all(of).get(SubjectTemplate.plain(name)));
    }

    /// Those that somebody kept, in the order of the alphabet.
    public List<SubjectTemplate> subjects(Integration of) {
        return store.subjects(of.id());
    }

    public void keep(Integration of, SubjectTemplate subject) {
        if (subject.text().length() > LONGEST_SUBJECT) {
            throw wrong(subject.text(), "@preset.fault.too-long");
        }
        if (subject.isEmpty() || subject.unknown(Set.of()).contains(SubjectTemplate.OPEN)) {
            throw wrong(subject.text(), "@preset.fault.subject");
        }
        store.keep(of.id(), subject);
    }

    /// Whether there was one.
    public boolean remove(Integration of, SubjectTemplate subject) {
        return store.remove(of.id(), subject);
    }

    public PlanDefaults defaults(Integration of) {
        return store.defaults(of.id()).orElse(PlanDefaults.USUAL);
    }

    public void keep(Integration of, PlanDefaults defaults) {
        if (defaults.subject().length() > LONGEST_SUBJECT || defaults.notice().orElse("").length() > LONGEST_NOTICE) {
            throw wrong(defaults.subject(), "@preset.fault.too-long");
        }
        if (!defaults.preset().isEmpty() && find(of, defaults.preset()).isEmpty()) {
            throw wrong(defaults.preset(), "@preset.fault.unknown");
        }
        store.keep(of.id(), defaults);
    }

    /// The options of a new meeting.
    public MeetingOptions usual(Integration of) {
        return find(of, defaults(of).preset()).orElse(MeetingOptions.USUAL);
    }

    /// The options of a new meeting of this organiser, whose own go before the integration's.
    public MeetingOptions usual(Integration of, String organiser) {
        return Optional.ofNullable(organisers(of).get(organiser.strip().toLowerCase(Locale.ROOT))).orElseGet(() -> usual(of));
    }

    /// With what the meetings of single organisers begin, by their addresses in small letters.
    public Map<String, MeetingOptions> organisers(Integration of) {
        return store.organisers(of.id());
    }

    public void keepFor(Integration of, String organiser, MeetingOptions options) {
        if (!organiser.contains("@") || organiser.length() > LONGEST_ADDRESS) {
            throw wrong(organiser, "@preset.fault.organiser");
        }
        store.keepFor(of.id(), organiser.strip().toLowerCase(Locale.ROOT), options);
    }

    /// Whether there was something; the organiser's meetings begin as everybody's again.
    public boolean removeFor(Integration of, String organiser) {
        return store.removeFor(of.id(), organiser.strip().toLowerCase(Locale.ROOT));
    }

    /// What the invitation of a meeting that records by itself says.
    public String notice(Integration of) {
        return defaults(of).notice().orElseGet(() -> words.text("preset.recording-notice"));
    }

    /// Lectern's and the own ones by their plain names.
    Map<String, MeetingOptions> all(Integration of) {
        var all = lecterns();
        own(of).forEach((name, options) -> all.putIfAbsent(SubjectTemplate.plain(name), options));
        return all;
    }

    /// By the word that commands and lists use, and by the name on the screen.
    private Map<String, MeetingOptions> lecterns() {
        var all = new HashMap<String, MeetingOptions>();
        for (var preset : Preset.values()) {
            all.put(SubjectTemplate.plain(preset.name()), preset.options());
            all.put(SubjectTemplate.plain(words.of(preset)), preset.options());
        }
        return all;
    }

    private static app.lectern.problems.ProblemException wrong(String field, String reason) {
        return Problem.of(Problem.Code.INPUT_WRONG).with("field", field).with("reason", reason).raise();
    }
}
