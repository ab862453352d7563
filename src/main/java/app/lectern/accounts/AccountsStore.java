package app.lectern.accounts;

import app.lectern.store.Store;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Past results: the tables `account_check`, `account_finding` and `organiser_order`.
final class AccountsStore {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final Store store;
    private final JsonMapper json = new JsonMapper();

    AccountsStore(Store store) {
        this.store = store;
    }

    /// Of an integration that is still being set up nothing is kept: it has a negative id, and no row that results could belong to.
    void save(long integration, Collection<AccountReport> reports) {
        if (reports.isEmpty() || integration < 0) {
            return;
        }
        store.change(handle -> {
            for (var report : reports) {
                remove(handle, integration, report.address());
                insert(handle, integration, report);
            }
        });
    }

    private static void remove(Handle handle, long integration, String address) {
        handle.createUpdate("DELETE FROM account_check WHERE integration_id = :integration AND address = :address")
                .bind("integration", integration)
                .bind("address", address)
                .execute();
    }

    private void insert(Handle handle, long integration, AccountReport report) {
        var account = report.account();
        handle.createUpdate("""
                        INSERT INTO account_check (integration_id, address, object_id, display_name, sign_in_name, mail, job_title,
                                                   department, user_type, checked_at)
                        VALUES (:integration, :address, :object, :name, :principal, :mail, :title, :department, :type, :at)
                        """)
                .bind("integration", integration)
                .bind("address", report.address())
                .bind("object", account.map(Account::objectId).orElse(""))
                .bind("name", account.map(Account::displayName).orElse(""))
                .bind("principal", account.map(Account::userPrincipalName).orElse(""))
                .bind("mail", account.map(Account::mail).orElse(""))
                .bind("title", account.map(Account::jobTitle).orElse(""))
                .bind("department", account.map(Account::department).orElse(""))
                .bind("type", account.map(Account::userType).orElse(""))
                .bind("at", report.checkedAt())
                .execute();
        var batch = handle.prepareBatch("""
                INSERT INTO account_finding (integration_id, address, check_name, reason, facts, request, status, code, request_id)
                VALUES (:integration, :address, :check, :reason, :facts, :request, :status, :code, :id)
                """);
        for (var finding : report.findings()) {
            batch.bind("integration", integration)
                    .bind("address", report.address())
                    .bind("check", finding.check().name())
                    .bind("reason", finding.reason().name())
                    .bind("facts", written(finding.facts()))
                    .bind("request", cut(finding.asked().request(), 700))
                    .bind("status", finding.asked().status())
                    .bind("code", cut(finding.asked().code(), 200))
                    .bind("id", cut(finding.asked().requestId(), 100))
                    .add();
        }
        batch.execute();
    }

    List<AccountReport> list(long integration) {
        return store.read(handle -> {
            var findings = new HashMap<String, List<Finding>>();
            handle.createQuery("SELECT * FROM account_finding WHERE integration_id = :integration")
                    .bind("integration", integration)
                    .map((row, context) -> Map.entry(row.getString("address"), finding(row)))
                    .forEach(entry -> findings.computeIfAbsent(entry.getKey(), address -> new ArrayList<>()).add(entry.getValue()));
            return handle.createQuery("SELECT * FROM account_check WHERE integration_id = :integration ORDER BY address")
                    .bind("integration", integration)
                    .map((row, context) -> report(row, findings.getOrDefault(row.getString("address"), List.of())))
                    .list();
        });
    }

    Optional<AccountReport> find(long integration, String address) {
        return store.read(handle -> {
            var findings = handle.createQuery("SELECT * FROM account_finding WHERE integration_id = :integration AND address = :address")
                    .bind("integration", integration)
                    .bind("address", address)
                    .map((row, context) -> finding(row))
                    .list();
            return handle.createQuery("SELECT * FROM account_check WHERE integration_id = :integration AND address = :address")
                    .bind("integration", integration)
                    .bind("address", address)
                    .map((row, context) -> report(row, findings))
                    .findOne();
        });
    }

    int forget(long integration) {
        return store.write(handle -> handle.createUpdate("DELETE FROM account_check WHERE integration_id = :integration")
                .bind("integration", integration)
                .execute());
    }

    void forget(long integration, Collection<String> addresses) {
        store.change(handle -> addresses.forEach(address -> remove(handle, integration, address)));
    }

    OrganiserOrder order(long integration) {
        return store.read(handle -> handle.createQuery("SELECT own_address, first_role FROM organiser_order WHERE integration_id = :integration")
                .bind("integration", integration)
                .map((row, context) -> new OrganiserOrder(row.getString("own_address"), EmailChain.Role.valueOf(row.getString("first_role"))))
                .findOne()
                .orElse(OrganiserOrder.USUAL));
    }

    void keep(long integration, OrganiserOrder order) {
        store.change(handle -> {
            handle.createUpdate("DELETE FROM organiser_order WHERE integration_id = :integration").bind("integration", integration).execute();
            handle.createUpdate("INSERT INTO organiser_order (integration_id, own_address, first_role) VALUES (:integration, :own, :first)")
                    .bind("integration", integration)
                    .bind("own", order.ownAddress())
                    .bind("first", order.first().name())
                    .execute();
        });
    }

    private static AccountReport report(ResultSet row, List<Finding> findings) throws SQLException {
        Instant at = row.getObject("checked_at", OffsetDateTime.class).toInstant();
        var sorted = findings.stream().sorted(java.util.Comparator.comparing(Finding::check)).toList();
        var objectId = row.getString("object_id");
        // licences are asked anew each time, so the plans behind a kept result are not kept
        var account = objectId.isEmpty() ? Optional.<Account>empty() : Optional.of(new Account(
                objectId, row.getString("display_name"), row.getString("sign_in_name"), row.getString("mail"), row.getString("job_title"),
                row.getString("department"), Optional.empty(), row.getString("user_type"), false, List.of(), List.of()));
        return AccountReport.of(row.getString("address"), account, sorted, at);
    }

    private Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Check.valueOf(row.getString("check_name")),
                AccountReason.valueOf(row.getString("reason")),
                read(row.getString("facts")),
                new Asked(row.getString("request"), row.getInt("status"), row.getString("code"), row.getString("request_id")));
    }

    private String written(Map<String, String> facts) {
        try {
            var brief = new HashMap<String, String>();
            facts.forEach((name, value) -> brief.put(name, cut(value, 300)));
            return json.writeValueAsString(brief);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException damaged) {
            return Map.of();
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
