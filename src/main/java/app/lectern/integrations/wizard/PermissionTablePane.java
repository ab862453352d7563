package app.lectern.integrations.wizard;

import app.lectern.integrations.permissions.PermissionFinding;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.integrations.permissions.PermissionState;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// A report of permissions as a table: the name, what it unlocks, how it stands, and the ways to mend it.
public final class PermissionTablePane extends StackPane {
    private final Shell shell;
    private final Words words;
    private final Runnable asked;
    private final TableView<PermissionFinding> table;
    private PermissionReport shown;

    /// `asked` is told when somebody set about granting what is missing.
    public PermissionTablePane(Shell shell, Runnable asked) {
        this.asked = asked;
        this.shell = shell;
        this.words = shell.words();
        this.table = Tables.dense(words.text("setup-step.permissions"), shell::copy, finding -> openInEntra());
        table.setId("permission-table");
        table.setTableMenuButtonVisible(false);
        table.getColumns().add(Tables.mono(words.text("setup.permissions.column.name"), 264, PermissionFinding::name));
        var unlocks = Tables.<PermissionFinding>text(words.text("setup.permissions.column.unlocks"), 236, this::unlocks);
        table.getColumns().add(unlocks);
        table.getColumns().add(Tables.chip(words.text("setup.permissions.column.status"), 180, this::state, PermissionTablePane::tone));
        table.getColumns().add(actions());
        Tables.giveWay(table, unlocks);
        getChildren().add(table);
    }

    public void show(PermissionReport report) {
        shown = report;
        var rows = report.findings().stream().filter(each -> !each.permission().optional()
                || each.state() == PermissionState.GRANTED || report.required().contains(each)).toList();
        table.getItems().setAll(rows);
        table.setPrefHeight(33 + Tables.ROW * rows.size());
    }

    private String unlocks(PermissionFinding finding) {
        return words.of(finding.permission().probe());
    }

    private String state(PermissionFinding finding) {
        return words.of(finding.state());
    }

    public static Tone tone(PermissionFinding finding) {
        return switch (finding.state()) {
            case GRANTED -> Tone.SUCCESS;
            case MISSING -> Tone.DANGER;
            case REFUSED -> Tone.WARNING;
            case COULD_NOT_CHECK, NOT_OFFERED, NOT_CHOSEN -> Tone.NEUTRAL;
        };
    }

    private TableColumn<PermissionFinding, PermissionFinding> actions() {
        var column = new TableColumn<PermissionFinding, PermissionFinding>();
        column.setPrefWidth(176);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(PermissionFinding finding, boolean empty) {
                super.updateItem(finding, empty);
                setGraphic(empty || finding == null || finding.state() != PermissionState.MISSING ? null : buttons(finding));
                setAlignment(Pos.CENTER_RIGHT);
            }
        });
        return column;
    }

    private HBox buttons(PermissionFinding finding) {
        var open = new Button(words.text("setup.open-in-entra"), Icons.of("bi-box-arrow-up-right", 14));
        open.setOnAction(pressed -> openInEntra());
        open.setAccessibleText(open.getText() + ": " + finding.name());
        // the words stand beside the script below
        var copy = new Button(null, Icons.of("bi-clipboard", 14));
        copy.setTooltip(new Tooltip(words.text("setup.copy-powershell")));
        copy.setOnAction(pressed -> {
            shell.copy(shown.grantScript());
            asked.run();
        });
        copy.setAccessibleText(words.text("setup.copy-powershell") + ": " + finding.name());
        open.setMinWidth(USE_PREF_SIZE);
        copy.setMinWidth(USE_PREF_SIZE);
        open.getStyleClass().add("small");
        copy.getStyleClass().addAll("small", "lx-icon-button");
        var line = new HBox(6, open, copy);
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }

    private void openInEntra() {
        shell.outside().openPage(shown.missingPage());
        asked.run();
    }
}
