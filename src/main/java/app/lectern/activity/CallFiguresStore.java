package app.lectern.activity;

import app.lectern.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds up the table `graph_call` for the figures. That something is not there (404, 410) or has changed (409, 412) is an
/// answer; a missing sign-in or permission, too many requests, and faults on the way or at Microsoft are errors.
final class CallFiguresStore {
    private final Store store;

    CallFiguresStore(Store store) {
        this.store = store;
    }

    private record Row(Instant at, long millis, int status, int attempts) {
        boolean succeeded() {
            return status >= 200 && status < 400 || status == 404 || status == 409 || status == 410 || status == 412;
        }

        /// Every attempt before the last one ended in an error, or there would have been no other.
        int errors() {
            return attempts - (succeeded() ? 1 : 0);
        }
    }

    CallFigures read(String integration, Instant from, Instant to, int pieces) {
        var rows = store.read(handle -> handle.createQuery("""
                        SELECT started_at, took_millis, status, attempt_count FROM graph_call
                        WHERE started_at >= :from AND started_at < :to AND integration = :integration
                          AND %s
                        ORDER BY started_at
                        """.formatted(CallRows.IS_COUNTED))
                .bind("from", from)
                .bind("to", to)
                .bind("integration", integration)
                .map((row, context) -> new Row(row.getObject(1, java.time.OffsetDateTime.class).toInstant(), row.getLong(2), row.getInt(3), row.getInt(4)))
                .list());
        if (rows.isEmpty()) {
            return CallFigures.NONE;
        }
        return new CallFigures(rows.size(), succeeded(rows), retried(rows), attempts(rows), errors(rows), average(rows), slowest5(rows), refusals(rows),
                points(rows, from, Duration.between(from, to).dividedBy(pieces)));
    }

    private static long succeeded(List<Row> rows) {
        return rows.stream().filter(Row::succeeded).count();
    }

    private static long retried(List<Row> rows) {
        return rows.stream().filter(row -> row.attempts() > 1).count();
    }

    private static long attempts(List<Row> rows) {
        return rows.stream().mapToLong(Row::attempts).sum();
    }

    private static long errors(List<Row> rows) {
        return rows.stream().mapToLong(Row::errors).sum();
    }

    private static Duration average(List<Row> rows) {
        return Duration.ofMillis(Math.round(rows.stream().mapToLong(Row::millis).average().orElse(0)));
    }

    private static Duration slowest5(List<Row> rows) {
        var sorted = rows.stream().mapToLong(Row::millis).sorted().toArray();
        return Duration.ofMillis(sorted[(int) Math.ceil(sorted.length * 0.95) - 1]);
    }

    private static Map<Integer, Long> refusals(List<Row> rows) {
        var counts = new LinkedHashMap<Integer, Long>();
        rows.stream().filter(row -> !row.succeeded()).forEach(row -> counts.merge(row.status(), 1L, Long::sum));
        var sorted = new LinkedHashMap<Integer, Long>();
        counts.entrySet().stream().sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    private static List<CallFigures.Point> points(List<Row> rows, Instant from, Duration piece) {
        var pieces = new LinkedHashMap<Long, List<Row>>();
        rows.forEach(row -> pieces.computeIfAbsent(Duration.between(from, row.at()).dividedBy(piece), any -> new ArrayList<>()).add(row));
        return pieces.entrySet().stream()
                .map(each -> new CallFigures.Point(from.plus(piece.multipliedBy(each.getKey())), each.getValue().size(),
                        succeeded(each.getValue()), retried(each.getValue()), attempts(each.getValue()),
                        errors(each.getValue()), average(each.getValue())))
                .toList();
    }
}
