package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.meetings.planning.MeetingGuard.Risky;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.shell.DialogBox;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;

/// Above the calendar while coming meetings are at risk: how many, which, and the way to a Teams meeting of their own.
final class GuardBarPane extends StackPane {
    private static final double HEIGHT = 240;

    private final Shell shell;
    private final Words words;
    private final GuardViewModel model;
    private final SlotDeedsViewModel deeds;
    private final Supplier<Optional<Integration>> in;

    GuardBarPane(Shell shell, GuardViewModel model, SlotDeedsViewModel deeds, Supplier<Optional<Integration>> in) {
        this.shell = shell;
        this.words = shell.words();
        this.model = model;
        this.deeds = deeds;
        this.in = in;
        setId("meetings-guard");
        getStyleClass().add("guard-bar");
        managedProperty().bind(visibleProperty());
        model.found().subscribe(this::show);
    }

    private void show(List<Risky> risky) {
        setVisible(!risky.isEmpty());
        getChildren().clear();
        if (!risky.isEmpty()) {
            getChildren().add(new InlineMessage(Tone.WARNING, words.text("guard.found", risky.size()), words.text("meetings.guard.text"))
                    .button(words.text("meetings.guard.show"), Optional.empty(), () -> open(risky))
                    .button(words.text("dialog.close"), Optional.empty(), model::forget));
        }
    }

    /// Looks into the calendars and says what was found, also when that is nothing.
    void look() {
        in.get().ifPresent(of -> model.look(of, found -> {
            if (found.isEmpty()) {
                shell.notifications().finished(words.text("guard.found", 0), "");
            } else {
                open(found);
            }
        }));
    }

    private void open(List<Risky> risky) {
        var box = new DialogBox(words.text("guard.found", risky.size()), words, shell.layers(), shell::copy).wide(760);
        box.text(words.text("meetings.guard.text"));
        var table = Tables.<Risky>dense(words.text("meetings.guard"), shell::copy, each -> {});
        table.setId("meetings-guard-rows");
        table.setPrefHeight(HEIGHT);
        table.getColumns().add(Tables.text(words.text("meetings.column.when"), 170, each -> words.text("meetings.when", words.when(each.start()), words.time(each.end()))));
        table.getColumns().add(Tables.name(words.text("meetings.column.subject"), 190, Risky::subject));
        table.getColumns().add(Tables.text(words.text("meetings.column.organiser"), 190, each -> each.organiser().name()));
        table.getColumns().add(Tables.text(words.text("meetings.guard.risk"), 150, each -> words.of(each.risk())));
        table.getItems().setAll(risky);
        box.add(table);
        box.button(words.text("meetings.cancel.keep"), () -> {});
        var convert = box.button(words.text("meetings.guard.convert", risky.size()), () -> in.get().ifPresent(of -> model.convert(of, risky, this::converted)));
        convert.setId("meetings-guard-convert");
        convert.getStyleClass().add("accent");
        box.open(table);
    }

    private void converted(SlotResults results) {
        if (results.failed().isEmpty()) {
            shell.notifications().finished(deeds.text().results(results), "");
        } else {
            ResultsPane.open(shell, deeds, results, failed -> in.get().ifPresent(of -> deeds.create(of, failed, this::converted)));
        }
    }
}
