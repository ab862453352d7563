package app.lectern.shell.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.shell.Toolkit;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TablesTest {
    private record Row(int key, String text) {}

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private static TableView<Row> table() {
        TableView<Row> table = Tables.dense("Rows", copied -> {}, opened -> {});
        table.getColumns().add(Tables.text("Text", 100, Row::text));
        return table;
    }

    @Test
    void whatIsChosenStaysChosenWhenTheRowsAreReadAnew() {
        Toolkit.run(() -> {
            var table = table();
            table.getItems().setAll(new Row(1, "one"), new Row(2, "two"), new Row(3, "three"));
            table.getSelectionModel().selectIndices(2, 0);
            Tables.refill(table, List.of(new Row(4, "four"), new Row(3, "THREE"), new Row(2, "two"), new Row(1, "ONE")), Row::key);
            assertThat(table.getSelectionModel().getSelectedItems()).containsExactly(new Row(3, "THREE"), new Row(1, "ONE"));
            assertThat(table.getSelectionModel().getSelectedItem()).as("the last that was chosen").isEqualTo(new Row(1, "ONE"));
            Tables.refill(table, List.of(new Row(4, "four"), new Row(3, "three")), Row::key);
            assertThat(table.getSelectionModel().getSelectedItems()).as("the other has gone").containsExactly(new Row(3, "three"));
            Tables.refill(table, List.of(new Row(4, "four")), Row::key);
            assertThat(table.getSelectionModel().getSelectedItems()).isEmpty();
        });
    }

    @Test
    void aTableThatFollowsAListKeepsItsOrderAndWhatIsChosen() {
        Toolkit.run(() -> {
            var table = table();
            var rows = FXCollections.observableArrayList(new Row(1, "one"), new Row(2, "two"));
            Tables.follow(table, rows, Row::key);
            table.getSortOrder().add(table.getColumns().getFirst());
            table.getSelectionModel().select(new Row(2, "two"));
            rows.setAll(new Row(2, "zwei"), new Row(1, "eins"), new Row(3, "drei"));
            assertThat(table.getItems()).extracting(Row::text).containsExactly("drei", "eins", "zwei");
            assertThat(table.getSelectionModel().getSelectedItems()).containsExactly(new Row(2, "zwei"));
        });
    }
}
