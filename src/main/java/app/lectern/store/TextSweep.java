package app.lectern.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Takes names and addresses out of every text in the store, whatever table it stands in: also of those that nobody had thought
/// of when the table was made.
public final class TextSweep {
    private static final String WORD = "[\\p{L}\\p{N}]";

    private final Store store;
    private final Set<String> spared;

    /// @param spared tables that are left as they are, in lower case
    public TextSweep(Store store, Collection<String> spared) {
        this.store = store;
        this.spared = Set.copyOf(spared);
    }

    private record Column(String table, String name) {}

    /// Puts `by` in the place of each text where it stands by itself, in whatever case; says in how many rows.
    public int replace(Collection<String> texts, String by) {
        var wanted = texts.stream().filter(text -> !text.isBlank()).distinct().toList();
        if (wanted.isEmpty()) {
            return 0;
        }
        var pattern = "(?iu)(?<!" + WORD + ")(?:" + wanted.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?!" + WORD + ")";
        return store.write(handle -> {
            int rows = 0;
            for (var column : columns(handle)) {
                rows += replace(handle, column, pattern, by);
            }
            return rows;
        });
    }

    private List<Column> columns(Handle handle) {
        return handle.createQuery("""
                        SELECT of.table_name, of.column_name FROM information_schema.columns of
                            JOIN information_schema.tables tab ON tab.table_schema = of.table_schema AND tab.table_name = of.table_name
                        WHERE of.table_schema = CURRENT_SCHEMA AND tab.table_type = 'BASE TABLE' AND of.is_generated = 'NEVER'
                            AND UPPER(of.data_type) IN ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT', 'CHARACTER')
                        ORDER BY of.table_name, of.ordinal_position
                        """)
                .map((row, context) -> new Column(row.getString(1), row.getString(2))).list().stream()
                .filter(column -> !spared.contains(column.table().toLowerCase(java.util.Locale.ROOT))).toList();
    }

    private static int replace(Handle handle, Column column, String pattern, String by) {
        var table = quoted(column.table());
        var name = quoted(column.name());
        try {
            return handle.createUpdate("UPDATE " + table + " SET " + name + " = REGEXP_REPLACE(" + name + ", :pattern, :by) WHERE REGEXP_LIKE(" + name
                    + ", :pattern)").bind("pattern", pattern).bind("by", by).execute();
        } catch (UnableToExecuteStatementException second) {
            // a row of which there may be only one: two of them would be the same without the name
            return handle.createUpdate("DELETE FROM " + table + " WHERE REGEXP_LIKE(" + name + ", :pattern)").bind("pattern", pattern).execute();
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
