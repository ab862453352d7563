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
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// The rows of the table `graph_call`.
final class GraphCallsStore implements LogPages.Rows<RecordedCall> {
    private static final PageSql SQL = new PageSql("graph_call", "started_at");
    /// More attempts than fit are cut from the end; the number of them is kept beside.
    private static final int MAX_ATTEMPTS_KEPT = 12;

    private final Store store;
    private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    GraphCallsStore(Store store) {
        this.store = store;
    }

    long countOf(String integration) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM graph_call WHERE integration = :of")
                .bind("of", integration).mapTo(Long.class).one());
    }

    void forgetOf(String integration) {
        store.change(handle -> handle.createUpdate("DELETE FROM graph_call WHERE integration = :of").bind("of", integration).execute());
    }

    void add(List<RecordedCall> calls) {
        store.change(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO graph_call (integration, started_at, took_millis, purpose, method, host, path, status, fault, attempts,
                                            attempt_count, request_id, client_request_id, bytes, severity)
                    VALUES (:integration, :at, :took, :purpose, :method, :host, :path, :status, :fault, :attempts,
                            :count, :request, :client, :bytes, :severity)
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
                    .bind("request", cut(call.requestId(), 100).toLowerCase(Locale.ROOT))
                    .bind("client", cut(call.clientRequestId(), 100).toLowerCase(Locale.ROOT))
                    .bind("bytes", call.bytes())
                    .bind("severity", call.level().ordinal())
                    .add());
            batch.execute();
        });
    }

    @Override
    public List<RecordedCall> window(LogFilter filter, Optional<LogCursor> after, int limit) {
        return store.read(handle -> bind(handle.createQuery(SQL.page(filter, after)), filter, after, limit).map(this::row).list());
    }

    /// How H2 would answer such a page.
    String plan(LogFilter filter, Optional<LogCursor> after) {
        return store.read(handle -> bind(handle.createQuery("EXPLAIN " + SQL.page(filter, after)), filter, after, 1).mapTo(String.class).one());
    }

    @Override
    public List<RecordedCall> byRequest(RequestIds ids, int limit) {
        var by = "SELECT * FROM graph_call WHERE request_id %1$s UNION SELECT * FROM graph_call WHERE client_request_id %1$s "
                + "ORDER BY started_at DESC, id DESC LIMIT :limit";
        return store.read(handle -> {
            if (ids.whole().isEmpty()) {
                return handle.createQuery(by.formatted("BETWEEN :low AND :high"))
                        .bind("low", ids.beginning()).bind("high", ids.beginning() + "g").bind("limit", limit).map(this::row).list();
            }
            return handle.createQuery(by.formatted("IN (<ids>)"))
                    .bindList("ids", ids.whole()).bind("limit", limit).map(this::row).list();
        });
    }

    long count(LogFilter filter, long limit) {
        return store.read(handle -> bind(handle.createQuery(SQL.count(filter)), filter, Optional.empty(), limit).mapTo(Long.class).one());
    }

    /// The newest row's number: it grows with every call.
    long mark() {
        return store.read(handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM graph_call").mapTo(Long.class).one());
    }

    /// The calls of one piece of work: with this purpose, begun between the two instants.
    List<RecordedCall> during(String purpose, Instant from, Instant to, int limit) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM (SELECT * FROM graph_call WHERE started_at >= :from AND started_at <= :to
                                       ORDER BY started_at DESC, id DESC LIMIT 2000)
                        WHERE purpose = :purpose ORDER BY started_at, id LIMIT :limit
                        """)
                .bind("purpose", purpose).bind("from", from).bind("to", to).bind("limit", limit)
                .map(this::row)
                .list());
    }

    private static Query bind(Query query, LogFilter filter, Optional<LogCursor> after, long limit) {
        filter.from().ifPresent(from -> query.bind("from", from));
        filter.level().ifPresent(level -> query.bind("severity", level.ordinal()));
        filter.integration().ifPresent(integration -> query.bind("integration", integration));
        after.ifPresent(cursor -> query.bind("at", cursor.at()).bind("id", cursor.id()));
        return query.bind("limit", limit);
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
