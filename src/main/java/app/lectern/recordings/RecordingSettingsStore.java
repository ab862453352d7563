package app.lectern.recordings;

import app.lectern.store.Store;
import org.jdbi.v3.core.Handle;

/// The rows of the table `recording_settings`.
final class RecordingSettingsStore {
    private final Store store;

    RecordingSettingsStore(Store store) {
        this.store = store;
    }

    RecordingSettings of(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM recording_settings WHERE integration_id = :of").bind("of", integration)
                .map((row, context) -> new RecordingSettings(row.getString("folder"), row.getString("pattern"), row.getBoolean("passport"),
                        row.getInt("warn_percent"), row.getInt("clean_up_days"), row.getInt("tenant_days"), row.getInt("warn_days"),
                        row.getBoolean("tenant_deletion"))).findOne()).orElse(RecordingSettings.USUAL);
    }

    void keep(long integration, RecordingSettings settings) {
        store.change(handle -> {
            int days = handle.createQuery("SELECT tenant_days FROM recording_settings WHERE integration_id = :of").bind("of", integration).mapTo(Integer.class)
                    .findOne().orElse(RecordingSettings.USUAL.tenantDays());
            if (days != settings.tenantDays()) {
                reckonAnew(handle, integration, days, settings.tenantDays());
            }
            keep(handle, integration, settings);
        });
    }

    /// Dates that were reckoned from the old number of days are reckoned from the new one; those that were told stay.
    private static void reckonAnew(Handle handle, long integration, int before, int now) {
        // H2 multiplies no parameter with an interval
        handle.createUpdate("UPDATE recording SET expires_at = " + (now == 0 ? "NULL" : after(now))
                        + " WHERE integration_id = :of AND kind = 'VIDEO' AND (expires_at IS NULL OR expires_at = " + after(before) + ")")
                .bind("of", integration).execute();
    }

    private static String after(int days) {
        return "recorded_at + INTERVAL '" + days + "' DAY";
    }

    private static void keep(Handle handle, long integration, RecordingSettings settings) {
        handle.createUpdate("""
                        MERGE INTO recording_settings (integration_id, folder, pattern, passport, warn_percent, clean_up_days, tenant_days, warn_days,
                            tenant_deletion) KEY (integration_id)
                        VALUES (:of, :folder, :pattern, :passport, :warnPercent, :cleanUpDays, :tenantDays, :warnDays, :tenantDeletion)
                        """)
                .bind("of", integration).bind("folder", settings.folder()).bind("pattern", settings.pattern()).bind("passport", settings.passport())
                .bind("warnPercent", settings.warnPercent()).bind("cleanUpDays", settings.cleanUpDays()).bind("tenantDays", settings.tenantDays())
                .bind("warnDays", settings.warnDays()).bind("tenantDeletion", settings.tenantDeletion()).execute();
    }
}
