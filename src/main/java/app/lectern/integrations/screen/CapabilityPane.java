package app.lectern.integrations.screen;

import app.lectern.integrations.permissions.CapabilityRow;
import app.lectern.integrations.permissions.CapabilityRow.Standing;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// What people want to do, and whether what it needs is granted and works. "Could not check" is a question mark, never a tick.
public final class CapabilityPane extends GridPane {
    private final Words words;

    public CapabilityPane(Words words, PermissionReport report) {
        this.words = words;
        getStyleClass().add("lx-matrix");
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(0);
        getColumnConstraints().addAll(name, narrow(), narrow(), narrow());
        addRow(0, head("integrations.matrix.job"), head("integrations.matrix.needed"), head("integrations.matrix.granted"), head("integrations.matrix.working"));
        report.capabilities().forEach(this::row);
    }

    private static ColumnConstraints narrow() {
        var column = new ColumnConstraints(62);
        column.setHalignment(HPos.CENTER);
        return column;
    }

    private Label head(String key) {
        var label = new Label(words.text(key));
        label.getStyleClass().add("lx-secondary");
        return label;
    }

    private void row(CapabilityRow row) {
        var name = new Label(words.of(row.capability()));
        name.setMinWidth(0);
        if (!row.chosen()) {
            notChosen(row, name);
            return;
        }
        var needed = new Label(Integer.toString(row.needed().size()));
        needed.setTooltip(new Tooltip(String.join("\n", row.needed())));
        addRow(getRowCount(), name, needed, mark(row.granted(), "integrations.matrix.granted", row), mark(row.working(), "integrations.matrix.working", row));
        if (row.working() != Standing.YES) {
            var who = new Label(String.join(", ", row.missing().isEmpty() ? row.needed() : row.missing())
                    + " · " + words.text("fixer.who", words.of(row.fixer())));
            who.getStyleClass().add("lx-hint");
            who.setWrapText(true);
            who.setMinHeight(USE_PREF_SIZE);
            add(who, 0, getRowCount(), 4, 1);
        }
    }

    private void notChosen(CapabilityRow row, Label name) {
        name.getStyleClass().add("lx-muted");
        var said = new Label(words.text("integrations.matrix.not-chosen"));
        said.getStyleClass().add("lx-muted");
        said.setAccessibleText(words.of(row.capability()) + ": " + said.getText());
        addRow(getRowCount(), name);
        add(said, 1, getRowCount() - 1, 3, 1);
        GridPane.setHalignment(said, HPos.RIGHT);
    }

    private Node mark(Standing standing, String column, CapabilityRow row) {
        var icon = switch (standing) {
            case YES -> Icons.of("bi-check-circle-fill", Tone.SUCCESS, 14);
            case NO -> Icons.of("bi-x-circle-fill", Tone.DANGER, 14);
            case UNKNOWN -> Icons.of("bi-question-circle", 14);
        };
        var label = new Label(null, icon);
        label.setAccessibleText(words.of(row.capability()) + ", " + words.text(column) + ": " + words.of(standing));
        label.setTooltip(new Tooltip(words.of(standing)));
        return label;
    }
}
