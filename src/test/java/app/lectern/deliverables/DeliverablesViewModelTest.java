package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.problems.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of due dates and what people do with it.
class DeliverablesViewModelTest {
    @TempDir
    Path folder;
    private CalendarBench bench;
    private DuesDesk dues;

    @BeforeEach
    void open() {
        bench = new CalendarBench(folder.resolve("home"));
        bench.add("a", CalendarBench.DAY, CalendarBench.AMINA);
        bench.add("b", null, CalendarBench.TOMASZ);
        dues = new DuesDesk(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Stream<String> keys() {
        return dues.list.rows().stream().map(row -> row.deliverable().key());
    }

    @Test
    void whatIsChangedIsReadAnewAndComparedAnew() {
        assertThat(dues.row("a").state()).isEqualTo(DeliverableRow.SyncState.TO_CREATE);
        assertThat(dues.row("b").state()).isEqualTo(DeliverableRow.SyncState.NO_DATE);
        dues.deeds.save(dues.row("b").deliverable().on(CalendarBench.DAY));
        assertThat(dues.row("b").state()).isEqualTo(DeliverableRow.SyncState.TO_CREATE);
        assertThat(dues.plan.toApplyProperty().get()).isEqualTo(2);
        dues.deeds.markDone(List.of(dues.row("a").deliverable()), true);
        assertThat(dues.row("a").deliverable().doneOn()).isPresent();

        var undo = dues.deeds.delete(List.of(dues.row("a").deliverable()));
        assertThat(keys()).containsExactly("b");
        undo.run();
        assertThat(keys()).containsExactlyInAnyOrder("a", "b");
        assertThat(dues.list.assignees()).containsExactlyInAnyOrder(CalendarBench.AMINA, CalendarBench.TOMASZ);

        dues.deeds.switchTo(CalendarMode.INDIVIDUAL);
        assertThat(dues.deeds.now().orElseThrow().settings().mode()).isEqualTo(CalendarMode.INDIVIDUAL);
    }

    @Test
    void theFilterNarrowsWhatIsShownAndNotTheList() {
        dues.list.filterProperty().set("  tomasz ");
        assertThat(dues.list.shown()).extracting(row -> row.deliverable().key()).containsExactly("b");
        assertThat(dues.list.rows()).hasSize(2);
    }

    @Test
    void aListIsExportedAndTakenInAgain() throws Exception {
        var file = folder.resolve("dues.csv");
        var counts = new ArrayList<Integer>();
        dues.deeds.export(file, counts::add);
        assertThat(counts).containsExactly(2);
        Files.writeString(file, Files.readString(file).replace("Item a", "Item z"));
        dues.deeds.readFile(file, sheet -> dues.deeds.preview(sheet, DeliverableImport.guess(sheet), dues.deeds::importAll));
        assertThat(dues.list.rows()).extracting(row -> row.deliverable().description()).contains("Item z");

        dues.deeds.readFile(folder.resolve("nowhere.csv"), sheet -> {
            throw new AssertionError("there is no such file");
        });
        assertThat(dues.list.problemProperty().get().map(Problem::code)).isPresent();
    }

    @Test
    void aReviewIsTakenToTheEditorOfMeetings() {
        assertThat(dues.deeds.canMakeReview()).isTrue();
        dues.deeds.makeReview(dues.row("a").deliverable());
        assertThat(dues.drafts).singleElement().satisfies(draft -> {
            assertThat(draft.subject()).contains("Item a");
            assertThat(draft.day()).contains(CalendarBench.DAY);
            assertThat(draft.attendees()).containsExactly(CalendarBench.AMINA);
        });
    }
}
