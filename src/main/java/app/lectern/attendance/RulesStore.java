package app.lectern.attendance;

import app.lectern.store.Store;
import java.time.Duration;

/// The rows of the table `attendance_rule`.
final class RulesStore {
    private final Store store;

    RulesStore(Store store) {
        this.store = store;
    }

    AttendanceRules of(long integration) {
        return store.read(handle -> handle.createQuery("SELECT * FROM attendance_rule WHERE integration_id = :of").bind("of", integration)
                .map((row, context) -> new AttendanceRules(row.getInt("least"), row.getBoolean("percent"),
                        Duration.ofSeconds(row.getInt("grace_seconds")))).findOne()).orElse(AttendanceRules.USUAL);
    }

    void keep(long integration, AttendanceRules rules) {
        store.change(handle -> handle.createUpdate("""
                        MERGE INTO attendance_rule (integration_id, least, percent, grace_seconds) KEY (integration_id)
                        VALUES (:of, :least, :percent, :grace)
                        """)
                .bind("of", integration).bind("least", rules.least()).bind("percent", rules.percent())
                .bind("grace", (int) rules.grace().toSeconds()).execute());
    }
}
