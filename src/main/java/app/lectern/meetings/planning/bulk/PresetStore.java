package app.lectern.meetings.planning.bulk;

import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.store.Snapshots;
import app.lectern.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables `meeting_preset`, `meeting_subject`, `meeting_organiser_options` and `meeting_defaults`.
final class PresetStore {
    private final Store store;

    PresetStore(Store store) {
        this.store = store;
    }

    /// By name, in the order of the names.
    Map<String, MeetingOptions> presets(long integration) {
        var found = new LinkedHashMap<String, MeetingOptions>();
        store.read(handle -> handle.createQuery("SELECT name, options FROM meeting_preset WHERE integration_id = :of ORDER BY plain_name")
                        .bind("of", integration).map((row, context) -> Map.entry(row.getString("name"), row.getString("options"))).list())
                .forEach(row -> Snapshots.read(row.getValue(), MeetingOptions.class).ifPresent(options -> found.put(row.getKey(), options)));
        return found;
    }

    void keep(long integration, String name, MeetingOptions options) {
        var plain = SubjectTemplate.plain(name);
        store.change(handle -> {
            handle.createUpdate("DELETE FROM meeting_preset WHERE integration_id = :of AND plain_name = :plain").bind("of", integration).bind("plain", plain)
                    .execute();
            handle.createUpdate("INSERT INTO meeting_preset (integration_id, plain_name, name, options) VALUES (:of, :plain, :name, :options)")
                    .bind("of", integration).bind("plain", plain).bind("name", name).bind("options", Snapshots.write(options)).execute();
        });
    }

    boolean remove(long integration, String name) {
        return store.write(handle -> handle.createUpdate("DELETE FROM meeting_preset WHERE integration_id = :of AND plain_name = :plain")
                .bind("of", integration).bind("plain", SubjectTemplate.plain(name)).execute()) > 0;
    }

    /// By the organiser's address.
    Map<String, MeetingOptions> organisers(long integration) {
        var found = new LinkedHashMap<String, MeetingOptions>();
        store.read(handle -> handle.createQuery("SELECT organiser, options FROM meeting_organiser_options WHERE integration_id = :of ORDER BY organiser")
                        .bind("of", integration).map((row, context) -> Map.entry(row.getString("organiser"), row.getString("options"))).list())
                .forEach(row -> Snapshots.read(row.getValue(), MeetingOptions.class).ifPresent(options -> found.put(row.getKey(), options)));
        return found;
    }

    void keepFor(long integration, String organiser, MeetingOptions options) {
        store.change(handle -> handle.createUpdate("""
                        MERGE INTO meeting_organiser_options (integration_id, organiser, options) KEY (integration_id, organiser)
                        VALUES (:of, :organiser, :options)
                        """)
                .bind("of", integration).bind("organiser", organiser).bind("options", Snapshots.write(options)).execute());
    }

    boolean removeFor(long integration, String organiser) {
        return store.write(handle -> handle.createUpdate("DELETE FROM meeting_organiser_options WHERE integration_id = :of AND organiser = :organiser")
                .bind("of", integration).bind("organiser", organiser).execute()) > 0;
    }

    List<SubjectTemplate> subjects(long integration) {
        return store.read(handle -> handle.createQuery("SELECT template FROM meeting_subject WHERE integration_id = :of ORDER BY LOWER(template), template")
                .bind("of", integration).map((row, context) -> new SubjectTemplate(row.getString("template"))).list());
    }

    void keep(long integration, SubjectTemplate subject) {
        store.change(handle -> {
            handle.createUpdate("DELETE FROM meeting_subject WHERE integration_id = :of AND template = :template").bind("of", integration)
                    .bind("template", subject.text()).execute();
            handle.createUpdate("INSERT INTO meeting_subject (integration_id, template) VALUES (:of, :template)").bind("of", integration)
                    .bind("template", subject.text()).execute();
        });
    }

    boolean remove(long integration, SubjectTemplate subject) {
        return store.write(handle -> handle.createUpdate("DELETE FROM meeting_subject WHERE integration_id = :of AND template = :template")
                .bind("of", integration).bind("template", subject.text()).execute()) > 0;
    }

    Optional<PlanDefaults> defaults(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM meeting_defaults WHERE integration_id = :of").bind("of", integration)
                .map((row, context) -> new PlanDefaults(row.getString("subject"), row.getInt("minutes"), row.getString("preset"),
                        Optional.ofNullable(row.getString("notice")))).findOne());
    }

    void keep(long integration, PlanDefaults defaults) {
        store.change(handle -> {
            handle.createUpdate("DELETE FROM meeting_defaults WHERE integration_id = :of").bind("of", integration).execute();
            handle.createUpdate("INSERT INTO meeting_defaults (integration_id, subject, minutes, preset, notice) VALUES (:of, :subject, :minutes, :preset, :notice)")
                    .bind("of", integration).bind("subject", defaults.subject()).bind("minutes", defaults.minutes()).bind("preset", defaults.preset())
                    .bind("notice", defaults.notice().orElse(null)).execute();
        });
    }
}
