package app.lectern.activity;

import app.lectern.store.Store;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/// The rows of the table `graph_call`.
final class GraphCallsStore {
    /// More attempts than fit are cut from the end; the number of them is kept beside.
    private static final int MAX_ATTEMPTS_KEPT = 12;

    private final Store store;
    private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    GraphCallsStore(Store store) {
        this.store = store;
    }

    void add(List<RecordedCall> calls) {
        store.change(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO graph_call (integration, started_at, took_millis, purpose, method, host, path, status, fault, attempts,
                                            attempt_count, request_id, client_request_id, bytes)
                    VALUES (:integration, :at, :took, :purpose, :method, :host, :path, :status, :fault, :attempts,
                            :count, :request, :client, :bytes)
                    """);
            calls.forEach(call -> batch
                    .bind("integration", cut(call.integration(), 100))
                    .bind("at", call.at())
                    .bind("took", call.took().toMillis())
                    .bind("purpose", cut(call.purpose(), 200))
                    .bind("method", call.method())
                    .bind("host", cut(call.host(), 255))
                    .bind("path", cut(call.path(), 1000))
                    .bind("status", call.status())
                    .bind("fault", cut(call.fault(), 200))
                    .bind("attempts", attempts(call))
                    .bind("count", call.attempts().size())
                    .bind("request", cut(call.requestId(), 100))
                    .bind("client", cut(call.clientRequestId(), 100))
                    .bind("bytes", call.bytes())
                    .add());
            batch.execute();
        });
    }

    List<RecordedCall> newest(int limit) {
        return store.read(handle -> handle.createQuery("SELECT * FROM graph_call ORDER BY started_at DESC, id DESC LIMIT :limit")
                .bind("limit", limit)
                .map(this::row)
                .list());
    }

    int removeBefore(Instant end) {
        return store.write(handle -> handle.createUpdate("DELETE FROM graph_call WHERE started_at < :end").bind("end", end).execute());
    }

    private String attempts(RecordedCall call) {
        try {
            return json.writeValueAsString(call.attempts().stream().limit(MAX_ATTEMPTS_KEPT).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RecordedCall row(ResultSet row, StatementContext context) throws SQLException {
        return new RecordedCall(
                row.getLong("id"),
                row.getString("integration"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took_millis")),
                row.getString("purpose"),
                row.getString("method"),
                row.getString("host"),
                row.getString("path"),
                row.getInt("status"),
                row.getString("fault"),
                parsed(row.getString("attempts")),
                row.getString("request_id"),
                row.getString("client_request_id"),
                row.getLong("bytes"));
    }

    private List<RecordedCall.Attempt> parsed(String attempts) {
        try {
            return json.readValue(attempts, new TypeReference<>() {});
        } catch (JsonProcessingException foreign) {
            return List.of();
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
