package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.meetings.planning.NeverHeld;
import app.lectern.meetings.planning.NeverHeld.Row;
import app.lectern.meetings.planning.NeverHeld.Sweep;
import app.lectern.shell.DialogBox;
import app.lectern.shell.SameCommand;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;

/// The meetings to which nobody came, with the way to each and to the end of a series. Of how many nobody knows stands below them.
final class NeverHeldPane {
    private static final double HEIGHT = 280;

    private final Shell shell;
    private final Words words;
    private final NeverHeldViewModel model;
    private final Supplier<Optional<Integration>> in;
    private final Consumer<Row> show;

    NeverHeldPane(Shell shell, NeverHeldViewModel model, Supplier<Optional<Integration>> in, Consumer<Row> show) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.in = in;
        this.show = show;
    }

    void look() {
        in.get().ifPresent(of -> model.look(of, found -> open(of, found)));
    }

    private void open(Integration of, Sweep found) {
        var text = model.text();
        var box = new DialogBox(text.summary(found.empty(), found.ended()), words, shell.layers(), shell::copy).wide(900);
        box.text(words.text("never-held.text", NeverHeldViewModel.BACK.toDays()));
        var unknown = text.unknown(found.unknown());
        if (!unknown.isEmpty()) {
            box.text(unknown);
        }
        box.same(SameCommand.of("meetings", "never-held", "--integration", of.key()));
        if (found.rows().isEmpty()) {
            var close = box.button(words.text("dialog.close"), () -> {});
            close.setId("never-held-close");
            box.open(close);
            return;
        }
        var table = table(found, row -> {
            box.close();
            show.accept(row);
        });
        box.add(table);
        box.button(words.text("dialog.close"), () -> {});
        var showIt = box.button(words.text("never-held.show"), () -> show.accept(table.getSelectionModel().getSelectedItem()));
        showIt.setId("never-held-show");
        var end = box.button(words.text("never-held.end", 0), () -> ask(of, endable(table)));
        end.setId("never-held-end");
        end.getStyleClass().addAll("danger", "button-outlined");
        Runnable follow = () -> follow(table, showIt, end);
        table.getSelectionModel().getSelectedItems().addListener((Observable changed) -> follow.run());
        table.getSelectionModel().selectFirst();
        follow.run();
        box.open(table);
    }

    private void follow(TableView<Row> table, Button showIt, Button end) {
        int series = endable(table).size();
        showIt.setDisable(table.getSelectionModel().getSelectedItems().size() != 1);
        end.setText(words.text("never-held.end", series));
        end.setDisable(series == 0);
    }

    private static List<Row> endable(TableView<Row> table) {
        return table.getSelectionModel().getSelectedItems().stream().filter(NeverHeld.Row::canEnd).toList();
    }

    private TableView<Row> table(Sweep found, Consumer<Row> open) {
        var text = model.text();
        var table = Tables.dense(words.text("never-held"), shell::copy, open);
        table.setId("never-held-rows");
        table.setPrefHeight(HEIGHT);
        table.getColumns().add(Tables.name(words.text("meetings.column.subject"), 190, row -> row.last().subject()));
        table.getColumns().add(Tables.text(words.text("meetings.column.organiser"), 125, row -> row.last().organiser().name()));
        table.getColumns().add(Tables.text(words.text("never-held.column.last"), 125, row -> words.when(row.last().start())));
        table.getColumns().add(Tables.chip(words.text("never-held.column.why"), 165, row -> words.of(row.why()), row -> Tone.WARNING));
        table.getColumns().add(Tables.text(words.text("never-held.column.dates"), 130, row -> text.dates(row.empty(), row.ended(), row.unknown())));
        table.getColumns().add(Tables.text(words.text("never-held.column.coming"), 100, row -> text.coming(row.coming().size())));
        table.getItems().setAll(found.rows());
        return table;
    }

    private void ask(Integration of, List<Row> rows) {
        int dates = rows.stream().mapToInt(row -> row.coming().size()).sum();
        var left = new AtomicReference<>(rows);
        CancelPane.open(shell, words.text("never-held.end.title", rows.size(), dates), words.text("never-held.end.text"),
                words.text("never-held.end", rows.size()), (message, done, refused) -> model.end(of, left, message, gone -> {
                    if (gone > 0) {
                        shell.notifications().finished(words.text("never-held.done", gone), "");
                    }
                }, done, refused));
    }
}
