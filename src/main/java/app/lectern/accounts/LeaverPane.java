package app.lectern.accounts;

import app.lectern.shell.DialogBox;
import app.lectern.shell.DialogDeed;
import app.lectern.shell.Loading;
import app.lectern.shell.ProblemMessage;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.FieldRow;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.LoadingRows;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The dialog "Leaver check": what is lost, and the two ways to hand it over.
final class LeaverPane extends VBox {
    private static final double TABLE_HEIGHT = 150;

    private final Shell shell;
    private final Words words;
    private final String address;
    private final LeaverViewModel model;

    private LeaverPane(Shell shell, LeaverViewModel model, String address) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.address = address;
        getStyleClass().add("lx-leaver");
        getStylesheets().add(LeaverPane.class.getResource("accounts.css").toExternalForm());
        setId("leaver");
    }

    static void open(Shell shell, LeaverViewModel model, String address, String name) {
        var words = shell.words();
        var pane = new LeaverPane(shell, model, address);
        var box = new DialogBox(words.text("leaver.about", name), words, shell.layers(), shell::copy).wide(660);
        box.add(pane);
        var watching = model.reportProperty().subscribe(pane::show);
        var close = box.button(words.text("dialog.close"), watching::unsubscribe);
        box.same(SameCommand.of("accounts", "leaver", address));
        box.open(close);
        model.examine(address);
    }

    private void show(Loading<LeaverReport> state) {
        getChildren().clear();
        switch (state) {
            case Loading.Ready<LeaverReport> ready -> fill(ready.value());
            case Loading.Failed<LeaverReport> failed -> getChildren().add(ProblemMessage.of(shell, failed.problem(), () -> model.examine(address)));
            default -> getChildren().add(new LoadingRows(4));
        }
    }

    private void fill(LeaverReport report) {
        if (report.losesNothing()) {
            getChildren().add(new InlineMessage(Tone.SUCCESS, words.text("leaver.nothing"), ""));
            return;
        }
        report.unseen().forEach(unseen -> getChildren().add(ProblemMessage.of(shell, unseen.problem(), () -> model.examine(address))));
        if (!report.meetings().isEmpty()) {
            getChildren().addAll(
                    heading(words.text("leaver.meetings", report.meetings().size(), LeaverReport.MONTHS_AHEAD)),
                    quiet(words.text("leaver.links", report.linksThatStop()) + ", " + words.text("leaver.invited", report.invited())),
                    meetings(report.meetings()));
        }
        if (!report.recordings().isEmpty()) {
            getChildren().addAll(heading(words.text("leaver.recordings", report.recordings().size(), words.size(report.bytes()))),
                    recordings(report.recordings()));
        }
        var buttons = new HBox(8);
        if (!report.recordings().isEmpty()) {
            buttons.getChildren().add(button("leaver-copy", words.text("leaver.copy", report.recordings().size()), "bi-download", this::copy));
        }
        if (!report.meetings().isEmpty()) {
            buttons.getChildren().add(button("leaver-move", words.text("leaver.move", report.meetings().size()), "bi-calendar-plus",
                    () -> move(report)));
        }
        getChildren().add(buttons);
    }

    private static Button button(String id, String text, String icon, Runnable action) {
        var button = new Button(text, Icons.of(icon, 14));
        button.setId(id);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("lx-secondary");
        return label;
    }

    private TableView<LeaverReport.Meeting> meetings(List<LeaverReport.Meeting> all) {
        var table = Tables.<LeaverReport.Meeting>dense(words.text("leaver.column.subject"), shell::copy, opened -> {});
        table.getColumns().add(Tables.name(words.text("leaver.column.subject"), 330, LeaverReport.Meeting::subject));
        table.getColumns().add(Tables.text(words.text("leaver.column.next"), 110, meeting -> words.when(meeting.next())));
        table.getColumns().add(Tables.number(words.text("leaver.column.times"), 70, LeaverReport.Meeting::times, (Integer times) -> words.count(times)));
        table.getColumns().add(Tables.number(words.text("leaver.column.invited"), 80, LeaverReport.Meeting::invited, (Integer invited) -> words.count(invited)));
        table.setItems(FXCollections.observableArrayList(all));
        table.setPrefHeight(TABLE_HEIGHT);
        return table;
    }

    private TableView<LeaverReport.Recording> recordings(List<LeaverReport.Recording> all) {
        var table = Tables.<LeaverReport.Recording>dense(words.text("leaver.column.recording"), shell::copy, opened -> {});
        table.getColumns().add(Tables.name(words.text("leaver.column.recording"), 500, LeaverReport.Recording::name));
        table.getColumns().add(Tables.number(words.text("leaver.column.size"), 90, LeaverReport.Recording::size, words::size));
        table.setItems(FXCollections.observableArrayList(all));
        table.setPrefHeight(TABLE_HEIGHT);
        return table;
    }

    private void copy() {
        shell.dialogs().chooseFolder(words.text("leaver.folder"), Optional.empty()).ifPresent(folder -> model.copy(folder,
                done -> shell.notifications().finished(words.text("accounts.leaver"), done), shell.notifications()::failed));
    }

    /// The old meetings stay; whoever was invited notices.
    private void move(LeaverReport report) {
        var heir = new TextField();
        heir.setId("leaver-heir");
        heir.setPrefWidth(360);
        var row = new FieldRow();
        row.setLabel(words.text("leaver.move.ask"));
        row.setControl(heir);
        var box = new DialogBox(words.text("leaver.move", report.meetings().size()), words, shell.layers(), shell::copy).wide(620);
        box.text(words.text("leaver.move.text"));
        box.add(row);
        box.same(SameCommand.of("accounts", "leaver", report.account().address(), "--move-to", "EMAIL"));
        box.button(words.text("leaver.move.keep"), () -> {});
        var accept = DialogDeed.button(shell, box, words.text("leaver.move.accept", report.invited()), heir,
                Bindings.createBooleanBinding(() -> heir.getText().isBlank(), heir.textProperty()), (done, refused) -> model.move(heir.getText().strip(),
                        moved -> shell.notifications().finished(words.text("accounts.leaver"), moved), done, refused));
        accept.setId("leaver-move-accept");
        accept.getStyleClass().addAll("danger", "button-outlined");
        box.open(heir);
    }
}
