package app.lectern.shell.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names at the left, values at the right, one per line.
public final class KeyValues extends GridPane {
    public KeyValues(double nameWidth) {
        getStyleClass().add("lx-key-values");
        var names = new ColumnConstraints(nameWidth);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    public KeyValues line(String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().add("lx-secondary");
        label.setLabelFor(value);
        addRow(getRowCount(), label, value);
        return this;
    }

    public KeyValues line(String name, String value) {
        return line(name, text(value));
    }

    /// An id, a path or another text that is copied rather than read. Its end counts most, so the beginning gives way.
    public KeyValues mono(String name, String value) {
        var label = text(value);
        label.getStyleClass().add("lx-mono");
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        return line(name, label);
    }

    private static Label text(String value) {
        var label = new Label(value);
        label.getStyleClass().add("lx-small");
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(value));
        return label;
    }
}
