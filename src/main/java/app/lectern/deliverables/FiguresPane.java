package app.lectern.deliverables;

import app.lectern.shell.Shell;
import app.lectern.shell.controls.ShareBar;
import app.lectern.shell.controls.Tables;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Who has how much to do, and how much of it is done, as tables with bars.
final class FiguresPane extends HBox {
    /// One line of figures under its name.
    private record Line(String name, Completion.Figures figures) {}

    private final Words words;
    private final DueWords due;

    private FiguresPane(Shell shell) {
        this.words = shell.words();
        this.due = new DueWords(words);
        setSpacing(12);
    }

    /// The load of each person.
    static FiguresPane load(Shell shell, Completion of) {
        var pane = new FiguresPane(shell);
        var table = pane.table(shell, "deliverables.column.person", lines(of.people(), Function.identity()));
        table.setId("deliverables-load");
        pane.getChildren().add(table);
        return pane;
    }

    /// Completion by project and by month.
    static FiguresPane completion(Shell shell, Completion of) {
        var pane = new FiguresPane(shell);
        var projects = pane.table(shell, "deliverables.column.project", lines(of.projects(), Function.identity()));
        projects.setId("deliverables-by-project");
        var months = pane.table(shell, "deliverables.column.month", lines(of.months(), pane.due::month));
        months.setId("deliverables-by-month");
        pane.getChildren().addAll(projects, months);
        return pane;
    }

    private static <K> ObservableList<Line> lines(Map<K, Completion.Figures> figures, Function<K, String> name) {
        var lines = new ArrayList<Line>();
        figures.forEach((key, each) -> lines.add(new Line(name.apply(key), each)));
        return FXCollections.observableArrayList(lines);
    }

    private TableView<Line> table(Shell shell, String heading, ObservableList<Line> lines) {
        var table = Tables.<Line>dense(words.text(heading), shell::copy, line -> {});
        table.setItems(lines);
        table.getColumns().add(Tables.name(words.text(heading), 170, Line::name));
        table.getColumns().add(number("deliverables.column.total", line -> line.figures().total()));
        table.getColumns().add(number("deliverables.column.open", line -> line.figures().open()));
        table.getColumns().add(number("deliverables.column.late", line -> line.figures().late()));
        table.getColumns().add(done());
        HBox.setHgrow(table, Priority.ALWAYS);
        return table;
    }

    private TableColumn<Line, Integer> number(String heading, Function<Line, Integer> value) {
        return Tables.number(words.text(heading), 56, value, number -> words.count(number));
    }

    private TableColumn<Line, String> done() {
        var column = Tables.<Line>text(words.text("deliverables.column.done"), 150,
                line -> words.text("deliverables.done-of", line.figures().done(), line.figures().total()));
        column.setCellFactory(of -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                var line = empty ? null : getTableRow().getItem();
                setText(line == null ? null : item);
                setGraphic(line == null ? null : new ShareBar().share((double) line.figures().done() / Math.max(1, line.figures().total())));
            }
        });
        return column;
    }
}
