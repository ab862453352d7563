package app.lectern.activity;

import java.util.ArrayList;
import java.util.Optional;

/// The SQL of a page, so shaped that H2 walks an index and stops: the order repeats the index's columns, the constant one
/// included, because H2 takes an index for the order only when both begin alike.
final class PageSql {
    private final String table;
    private final String time;

    PageSql(String table, String time) {
        this.table = table;
        this.time = time;
    }

    String page(LogFilter filter, Optional<LogCursor> after) {
        var conditions = new ArrayList<>(filter.conditions(time));
        if (after.isPresent()) {
            conditions.add(time + " <= :at");
            conditions.add("(" + time + " < :at OR id < :id)");
        }
        var order = filter.level().isPresent() ? "severity, " : filter.integration().isPresent() ? "integration, " : "";
        return "SELECT * FROM " + table + where(conditions) + " ORDER BY " + order + time + " DESC, id DESC LIMIT :limit";
    }

    String count(LogFilter filter) {
        return "SELECT COUNT(*) FROM (SELECT 1 FROM " + table + where(filter.conditions(time)) + " LIMIT :limit)";
    }

    private static String where(java.util.List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
}
