package app.lectern.integrations;

import app.lectern.integrations.permissions.AppJobs;
import app.lectern.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The rows of the table `integration`.
final class IntegrationsStore {
    private static final String COLUMNS = """
            id, name, cloud, login_endpoint, graph_endpoint, tenant, client_id, sign_in_method, owner, service_account, active, created_at,
            workspace_role, authority, jobs
            """;

    private final Store store;

    IntegrationsStore(Store store) {
        this.store = store;
    }

    List<Integration> list() {
        return store.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM integration ORDER BY id")
                .map(IntegrationsStore::row)
                .list());
    }

    Optional<Integration> find(long id) {
        return store.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM integration WHERE id = :id")
                .bind("id", id)
                .map(IntegrationsStore::row)
                .findOne());
    }

    /// Adds the integration under a new id; the one it carries is not looked at.
    Integration add(Integration fresh) {
        long id = store.write(handle -> bind(handle, """
                        INSERT INTO integration (name, cloud, login_endpoint, graph_endpoint, tenant, client_id, sign_in_method,
                                                 owner, service_account, active, created_at, workspace_role, authority, jobs)
                        VALUES (:name, :cloud, :login, :graph, :tenant, :client, :method, :owner, :account, :active, :created,
                                :role, :authority, :jobs)
                        """, fresh)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
        return find(id).orElseThrow();
    }

    boolean update(Integration changed) {
        return store.write(handle -> bind(handle, """
                        UPDATE integration SET name = :name, cloud = :cloud, login_endpoint = :login, graph_endpoint = :graph,
                               tenant = :tenant, client_id = :client, sign_in_method = :method, owner = :owner,
                               service_account = :account, active = :active, workspace_role = :role, authority = :authority, jobs = :jobs
                        WHERE id = :id
                        """, changed)
                .bind("id", changed.id())
                .execute()) > 0;
    }

    boolean remove(long id) {
        return store.write(handle -> handle.createUpdate("DELETE FROM integration WHERE id = :id").bind("id", id).execute()) > 0;
    }

    private static org.jdbi.v3.core.statement.Update bind(Handle handle, String sql, Integration of) {
        return handle.createUpdate(sql)
                .bind("name", of.name())
                .bind("cloud", of.cloud().name())
                .bind("login", of.loginEndpoint())
                .bind("graph", of.graphEndpoint())
                .bind("tenant", of.tenant())
                .bind("client", of.clientId())
                .bind("method", of.signInMethod().name())
                .bind("owner", of.owner())
                .bind("account", of.serviceAccount())
                .bind("active", of.active())
                .bind("role", of.role().name())
                .bind("authority", of.authorityPem())
                .bind("jobs", of.jobs().written())
                .bind("created", of.createdAt());
    }

    private static Integration row(ResultSet row, StatementContext context) throws SQLException {
        return new Integration(
                row.getLong("id"),
                row.getString("name"),
                CloudKind.valueOf(row.getString("cloud")),
                row.getString("login_endpoint"),
                row.getString("graph_endpoint"),
                row.getString("tenant"),
                row.getString("client_id"),
                SignInMethod.valueOf(row.getString("sign_in_method")),
                row.getString("owner"),
                row.getString("service_account"),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                WorkspaceRole.valueOf(row.getString("workspace_role")),
                row.getString("authority"),
                AppJobs.read(row.getString("jobs")));
    }
}
