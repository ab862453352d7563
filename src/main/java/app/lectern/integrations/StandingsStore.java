package app.lectern.integrations;

import app.lectern.store.Snapshots;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The rows of the table `integration_standing`: what was found out about each integration.
final class StandingsStore {
    private final Store store;

    StandingsStore(Store store) {
        this.store = store;
    }

    AccountStanding account(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT account, account_state, account_checked_at, account_problem
                        FROM integration_standing WHERE integration = :id AND account_state IS NOT NULL
                        """)
                .bind("id", integration)
                .map((row, _) -> new AccountStanding(AccountStanding.AccountState.valueOf(row.getString("account_state")), row.getString("account"),
                        instant(row, "account_checked_at"), problem(row)))
                .findOne()
                .orElseGet(AccountStanding::notSet));
    }

    private static Optional<Problem> problem(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("account_problem")).flatMap(text -> Snapshots.read(text, Problem.class));
    }

    void keep(long integration, AccountStanding standing) {
        store.change(handle -> {
            ensure(handle, integration);
            handle.createUpdate("""
                            UPDATE integration_standing SET account = :account, account_state = :state,
                                   account_checked_at = :checked, account_problem = :problem
                            WHERE integration = :id
                            """)
                    .bind("id", integration)
                    .bind("account", standing.account())
                    .bind("state", standing.state().name())
                    .bind("checked", standing.checkedAt().orElse(null))
                    .bind("problem", standing.problem().map(Snapshots::write).orElse(null))
                    .execute();
        });
    }

    Optional<CredentialExpiry> credential(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT credential_ends, credential_source, credential_kind
                        FROM integration_standing WHERE integration = :id AND credential_ends IS NOT NULL
                        """)
                .bind("id", integration)
                .map((row, _) -> new CredentialExpiry(
                        instant(row, "credential_ends").orElseThrow(),
                        CredentialExpiry.Source.valueOf(row.getString("credential_source")),
                        SecretKind.valueOf(row.getString("credential_kind"))))
                .findOne());
    }

    void keep(long integration, Optional<CredentialExpiry> expiry) {
        store.change(handle -> {
            ensure(handle, integration);
            // another end means another secret, about which nobody was warned yet
            handle.createUpdate("""
                            UPDATE integration_standing
                            SET credential_warned = CASE WHEN credential_ends = :ends THEN credential_warned ELSE NULL END,
                                credential_ends = :ends, credential_source = :source, credential_kind = :kind
                            WHERE integration = :id
                            """)
                    .bind("id", integration)
                    .bind("ends", expiry.map(CredentialExpiry::ends).orElse(null))
                    .bind("source", expiry.map(one -> one.source().name()).orElse(null))
                    .bind("kind", expiry.map(one -> one.kind().name()).orElse(null))
                    .execute();
        });
    }

    /// The tightest number of days before the end that was announced.
    Optional<Integer> warned(long integration) {
        return store.read(handle -> handle.createQuery(
                        "SELECT credential_warned FROM integration_standing WHERE integration = :id AND credential_warned IS NOT NULL")
                .bind("id", integration)
                .mapTo(Integer.class)
                .findOne());
    }

    void warned(long integration, int days) {
        store.change(handle -> handle.createUpdate("UPDATE integration_standing SET credential_warned = :days WHERE integration = :id")
                .bind("id", integration)
                .bind("days", days)
                .execute());
    }

    void remove(long integration) {
        store.change(handle -> handle.createUpdate("DELETE FROM integration_standing WHERE integration = :id")
                .bind("id", integration)
                .execute());
    }

    private static void ensure(Handle handle, long integration) {
        int known = handle.createQuery("SELECT COUNT(*) FROM integration_standing WHERE integration = :id")
                .bind("id", integration)
                .mapTo(Integer.class)
                .one();
        if (known == 0) {
            handle.createUpdate("INSERT INTO integration_standing (integration) VALUES (:id)").bind("id", integration).execute();
        }
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
