package app.lectern.accounts;

import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The list of accounts: an icon per check, which also is a word for screen readers and the clipboard, and the result.
final class AccountsTablePane {
    private static final double[] WIDTHS = {50, 56, 56, 92, 64, 88};

    private final Words words;
    private final AccountText text;

    private AccountsTablePane(Words words) {
        this.words = words;
        this.text = new AccountText(words);
    }

    static TableView<AccountRow> table(Words words, Consumer<String> copy, Consumer<AccountRow> open) {
        return new AccountsTablePane(words).build(copy, open);
    }

    private TableView<AccountRow> build(Consumer<String> copy, Consumer<AccountRow> open) {
        var table = Tables.<AccountRow>dense(words.text("accounts.list"), copy, open);
        table.setId("accounts-table");
        var email = Tables.<AccountRow>name(words.text("accounts.column.email"), 248, AccountRow::address);
        email.getStyleClass().add("first");
        table.getColumns().add(email);
        int at = 0;
        for (var check : AccountReport.MAIN) {
            table.getColumns().add(column(check, WIDTHS[at++]));
        }
        table.getColumns().add(result());
        return table;
    }

    private TableColumn<AccountRow, String> column(Check check, double width) {
        var column = new TableColumn<AccountRow, String>(text.check(check));
        column.setPrefWidth(width);
        column.getStyleClass().add("lx-mark");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(word(row.getValue(), check)));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                var row = empty ? null : getTableRow().getItem();
                if (row == null) {
                    setGraphic(null);
                    setTooltip(null);
                    setAccessibleText(null);
                    return;
                }
                var finding = row.report().flatMap(report -> report.column(check));
                boolean pending = finding.isEmpty() || row.state() == AccountRow.State.WAITING;
                setGraphic(pending ? Icons.of("bi-hourglass-split", 13)
                        : Icons.of(AccountTones.icon(finding.get().outcome()), AccountTones.of(finding.get().outcome()), 14));
                setTooltip(pending ? null : new Tooltip(text.says(finding.get())));
                setAccessibleText(words.text("accounts.cell", text.check(check), item));
            }
        });
        return column;
    }

    private String word(AccountRow row, Check check) {
        return row.state() == AccountRow.State.WAITING ? words.text("accounts.cell.pending")
                : row.report().flatMap(report -> report.column(check)).map(found -> text.outcome(found.outcome()))
                        .orElseGet(() -> words.text("accounts.cell.pending"));
    }

    private TableColumn<AccountRow, String> result() {
        var column = Tables.<AccountRow>text(words.text("accounts.column.result"), 146, this::result);
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                var row = empty ? null : getTableRow().getItem();
                setGraphic(row == null ? null : chip(row).shrinking());
                setAccessibleText(row == null ? null : words.text("accounts.cell", words.text("accounts.column.result"), item));
            }
        });
        return column;
    }

    private String result(AccountRow row) {
        return row.isFinished() ? text.chip(row.report().orElseThrow())
                : row.state() == AccountRow.State.CHECKING ? words.text("accounts.result.checking") : words.text("accounts.result.waiting");
    }

    private Chip chip(AccountRow row) {
        if (row.isFinished()) {
            var verdict = row.report().orElseThrow().verdict();
            return new Chip(result(row), AccountTones.of(verdict), AccountTones.icon(verdict));
        }
        return new Chip(result(row), Tone.NEUTRAL, row.state() == AccountRow.State.CHECKING ? "bi-hourglass-split" : "bi-clock");
    }
}
