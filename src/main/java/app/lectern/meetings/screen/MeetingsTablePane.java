package app.lectern.meetings.screen;

import app.lectern.meetings.MeetingText;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.StatePane;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The meetings as a list.
final class MeetingsTablePane extends VBox {
    private final TableView<CalendarEntry> table;
    private boolean filling;

    MeetingsTablePane(Shell shell, MeetingText text, CalendarActions actions, SelectionBarPane bar) {
        var words = shell.words();
        table = Tables.dense(words.text("place.meetings"), shell::copy, actions::open);
        table.setId("meetings-table");
        table.setPlaceholder(new StatePane("bi-funnel", Tone.NEUTRAL, words.text("meetings.no-match"), words.text("meetings.no-match.text")));
        table.getColumns().add(Tables.text(words.text("meetings.column.when"), 172, entry -> text.when(entry.start(), entry.end())));
        table.getColumns().add(Tables.name(words.text("meetings.column.subject"), 184, CalendarEntry::subject));
        table.getColumns().add(Tables.text(words.text("meetings.column.organiser"), 112, entry -> entry.organiser().name()));
        table.getColumns().add(Tables.number(words.text("meetings.column.invited"), 62, CalendarEntry::invited, number -> words.count(number)));
        table.getColumns().add(Tables.text(words.text("meetings.column.kind"), 84, entry -> words.of(entry.kind())));
        table.getColumns().add(Tables.chip(words.text("meetings.column.state"), 104, entry -> words.of(entry.state()), entry -> EntryText.tone(entry.state())));
        table.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            // several at once are for the bar below
            if (entry != null && !filling && table.getSelectionModel().getSelectedItems().size() < 2) {
                actions.choose(entry);
            }
        });
        setVgrow(table, Priority.ALWAYS);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<CalendarEntry>) changed -> bar.show(selected()));
        getChildren().addAll(table, bar);
    }

    void show(List<CalendarEntry> entries, Optional<String> chosen) {
        filling = true;
        Tables.refill(table, entries, CalendarEntry::key);
        if (selected().size() < 2) {
            table.getSelectionModel().clearSelection();
            choose(chosen);
        }
        filling = false;
    }

    void choose(Optional<String> key) {
        key.flatMap(wanted -> table.getItems().stream().filter(entry -> entry.key().equals(wanted)).findFirst())
                .filter(entry -> !table.getSelectionModel().getSelectedItems().contains(entry)).ifPresent(entry -> table.getSelectionModel().select(entry));
    }

    List<CalendarEntry> selected() {
        return table.getSelectionModel().getSelectedItems().stream().filter(java.util.Objects::nonNull).toList();
    }
}
