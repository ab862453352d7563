package app.lectern.deliverables;

import java.util.List;

/// What an import would do. Rows with something wrong are named and left out; the rest can go in.
public record ImportPreview(List<ImportRow> rows) {
    public ImportPreview {
        rows = List.copyOf(rows);
    }

    public long count(ImportRow.State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    List<Deliverable> wanted() {
        return rows.stream().filter(row -> row.state() == ImportRow.State.NEW || row.state() == ImportRow.State.CHANGED)
                .flatMap(row -> row.deliverable().stream()).toList();
    }
}
