package app.lectern.deliverables;

import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.TaskRunner;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.tables.TableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The view models of the screen of due dates, without a window, on the real services before the demo tenant.
final class DuesDesk {
    final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    /// What was taken to the meeting editor.
    final List<ReviewDraft> drafts = new ArrayList<>();
    final DeliverablesViewModel list;
    final PlanViewModel plan;
    final DeliverableDeedsViewModel deeds;

    DuesDesk(CalendarBench bench) {
        this(bench, new InlineTaskRunner());
    }

    DuesDesk(CalendarBench bench, TaskRunner tasks) {
        var words = bench.room.words;
        var desk = new DeliverablesDesk(bench.deliverables, bench.sync, bench.sharing, new DeliverableImport(bench.deliverables, TableFile::cells),
                new DeliverableExport(bench.deliverables, words, bench.room.clock), bench.room.integrations::find, of -> List.of(), (of, text) -> List.of(),
                Optional.of(drafts::add));
        choice.set(new Choice(bench.integration.key(), bench.integration.name(), "Client secret", "Connected", Health.OK, true));
        list = new DeliverablesViewModel(desk, choice, tasks, words);
        plan = list.plan();
        deeds = new DeliverableDeedsViewModel(desk, list, tasks, words);
    }

    DeliverableRow row(String key) {
        return list.rows().stream().filter(row -> row.deliverable().key().equals(key)).findFirst().orElseThrow();
    }
}
