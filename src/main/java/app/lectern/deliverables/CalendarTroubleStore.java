package app.lectern.deliverables;

import app.lectern.deliverables.CalendarStanding.Trouble;
import app.lectern.problems.Problem;
import app.lectern.store.Snapshots;
import app.lectern.store.Store;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// The rows of the table `deliverable_trouble`.
final class CalendarTroubleStore {
    private final Store store;

    CalendarTroubleStore(Store store) {
        this.store = store;
    }

    Optional<Trouble> of(long integration) {
        return store.read(handle -> handle.createQuery("SELECT since, problem, writing FROM deliverable_trouble WHERE integration_id = :of")
                .bind("of", integration)
                .map((row, context) -> Snapshots.read(row.getString("problem"), Problem.class).map(problem -> {
                    try {
                        return new Trouble(row.getObject("since", OffsetDateTime.class).toInstant(), problem, row.getBoolean("writing"));
                    } catch (java.sql.SQLException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })).findOne().flatMap(found -> found));
    }

    /// Trouble that goes on began when it first was met.
    void met(long integration, Problem problem, boolean writing, Instant now) {
        store.change(handle -> {
            int known = handle.createUpdate("UPDATE deliverable_trouble SET problem = :problem, writing = writing OR :writing WHERE integration_id = :of")
                    .bind("problem", Snapshots.write(problem)).bind("writing", writing).bind("of", integration).execute();
            if (known == 0) {
                handle.createUpdate("INSERT INTO deliverable_trouble (integration_id, since, problem, writing) VALUES (:of, :now, :problem, :writing)")
                        .bind("of", integration).bind("now", now).bind("problem", Snapshots.write(problem)).bind("writing", writing).execute();
            }
        });
    }

    /// @param all also what was met in writing
    void over(long integration, boolean all) {
        store.change(handle -> handle.createUpdate("DELETE FROM deliverable_trouble WHERE integration_id = :of AND (:all OR NOT writing)")
                .bind("of", integration).bind("all", all).execute());
    }
}
