package app.lectern.attendance.screen;

import app.lectern.attendance.AttendanceText;
import app.lectern.attendance.MatchRule;
import app.lectern.attendance.PersonHistory;
import app.lectern.attendance.Who;
import app.lectern.shell.Dialogs;
import app.lectern.shell.Later;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tables;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A person across all meetings: found by name or address, with every meeting they were in, and the way to erase their data.
final class PersonPane extends VBox {
    private static final Duration TYPING = Duration.ofMillis(300);

    private final Shell shell;
    private final Words words;
    private final AttendanceText text;
    private final AttendanceDeedsViewModel deeds;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Who> found = new ListView<>();
    private final Label name = new Label();
    private final Label about = new Label();
    private final TableView<PersonHistory.Visit> table;
    private final Button erase = new Button();
    private final Later later = Later.onFxThread();
    private Who shown;

    private PersonPane(Shell shell, AttendanceDeedsViewModel deeds) {
        super(10);
        this.shell = shell;
        this.words = shell.words();
        this.text = new AttendanceText(words);
        this.deeds = deeds;
        getStyleClass().addAll("lx-dialog", "lx-sheet");
        setPrefWidth(560);
        setMaxSize(560, Double.MAX_VALUE);
        setAccessibleText(words.text("attendance.person.find"));
        search.setId("person-search");
        search.setLeft(Icons.of("bi-search", 14));
        search.setPromptText(words.text("attendance.person.find"));
        search.setAccessibleText(search.getPromptText());
        found.setId("person-found");
        found.setAccessibleText(words.text("attendance.person.found"));
        found.setPrefHeight(150);
        found.setMinHeight(80);
        found.setCellFactory(of -> new WhoCell());
        table = Tables.dense(words.text("attendance.person.meetings"), shell::copy, visit -> {});
        table.setId("person-visits");
        columns();
        setVgrow(table, Priority.ALWAYS);
        name.getStyleClass().add("lx-section");
        name.setId("person-name");
        about.getStyleClass().add("lx-secondary");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        erase.setText(words.text("attendance.erase"));
        erase.setId("person-erase");
        erase.setGraphic(Icons.of("bi-trash", 14));
        erase.getStyleClass().addAll("danger", "button-outlined", "small");
        erase.setOnAction(pressed -> erase());
        var foot = new HBox(8, Card.space(), erase);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(search, found, name, about, table, foot);
        search.textProperty().subscribe((before, typed) -> later.run(TYPING, () -> deeds.find(typed, this::showFound)));
        found.getSelectionModel().selectedItemProperty().subscribe(who -> {
            if (who != null) {
                read(who);
            }
        });
        erase.setVisible(false);
    }

    private void columns() {
        table.getColumns().add(Tables.<PersonHistory.Visit>text(words.text("attendance.column.date"), 110, each -> words.when(each.meeting().start())));
        table.getColumns().add(Tables.<PersonHistory.Visit>name(words.text("attendance.column.meeting"), 190, each -> each.meeting().subject()));
        table.getColumns().add(Tables.<PersonHistory.Visit, Duration>number(words.text("attendance.column.time"), 90, each -> each.participant().total(), text::length));
        table.getColumns().add(Tables.<PersonHistory.Visit, Double>number(words.text("attendance.column.share"), 56, each -> each.participant().share(), words::percent));
        table.getColumns().add(Tables.<PersonHistory.Visit>text(words.text("attendance.column.remarks"), 100, each -> text.remarks(each.participant())));
    }

    static void open(Shell shell, AttendanceDeedsViewModel deeds, Who who) {
        var pane = new PersonPane(shell, deeds);
        shell.layers().open(pane, Pos.CENTER_RIGHT, () -> {});
        // a text field takes the arrow for itself
        pane.search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN && !pane.found.getItems().isEmpty()) {
                pane.found.requestFocus();
                pane.found.getSelectionModel().selectFirst();
                key.consume();
            }
        });
        pane.search.requestFocus();
        if (who != null) {
            pane.showFound(List.of(who));
            pane.found.getSelectionModel().selectFirst();
        }
    }

    private void showFound(List<Who> people) {
        found.getItems().setAll(people);
    }

    private void read(Who who) {
        shown = who;
        name.setText(who.called());
        about.setText("");
        deeds.history(who, this::show);
    }

    private void show(PersonHistory history) {
        name.setText(history.who().called());
        var rule = history.rule() == MatchRule.SINGLE ? "" : " " + words.of(history.rule()) + ".";
        about.setText((history.who().hasEmail() ? history.who().email() + "\n" : "") + words.text("attendance.person.sum", history.visits().size(),
                text.length(history.total()), history.attended(), history.late()) + rule);
        table.getItems().setAll(history.visits());
        erase.setVisible(true);
    }

    private void erase() {
        shell.dialogs().askText(new Dialogs.TextQuestion(words.text("attendance.erase.title", shown.called()), words.text("attendance.erase.text"),
                words.text("attendance.erase.reason"), "", words.text("attendance.erase.accept"), false), reason -> deeds.erase(shown, reason, done -> {
                    table.getItems().clear();
                    found.getItems().clear();
                    name.setText("");
                    about.setText(words.text("attendance.erase.done", done.entries(), done.meetings().size()));
                    erase.setVisible(false);
                }));
    }

    private static final class WhoCell extends ListCell<Who> {
        @Override
        protected void updateItem(Who who, boolean empty) {
            super.updateItem(who, empty);
            setText(empty || who == null ? null : List.of(who.called(), who.email()).stream().filter(part -> !part.isEmpty()).distinct()
                    .collect(Collectors.joining("  ")));
        }
    }
}
