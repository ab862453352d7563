package app.lectern.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final PaletteSource commands = PaletteSource.fixed("Commands", () -> List.of(entry("Sync recordings"), entry("New meeting")));

    @Test
    void choosesTheFirstEntryAndSkipsHeadings() {
        var model = new PaletteViewModel(List.of(commands, PaletteSource.fixed("People", () -> List.of(entry("Marta")))));

        assertThat(selected(model)).isEqualTo("Sync recordings");
        model.next();
        model.next();
        assertThat(selected(model)).isEqualTo("Marta");
        model.next();
        assertThat(selected(model)).isEqualTo("Sync recordings");
        model.previous();
        assertThat(selected(model)).isEqualTo("Marta");
    }

    @Test
    void groupsWithoutMatchesDisappear() {
        var model = new PaletteViewModel(List.of(commands, PaletteSource.fixed("People", () -> List.of(entry("Marta")))));

        model.text().set("mart");

        assertThat(model.lines()).first().isEqualTo(new PaletteLine.Heading("People"));
        assertThat(model.shown().get()).isEqualTo(1);
    }

    @Test
    void aLateAnswerToAnOlderTextIsDropped() {
        var waiting = new ArrayList<Consumer<List<PaletteEntry>>>();
        var model = new PaletteViewModel(List.of(new PaletteSource() {
            @Override
            public String group() {
                return "Meetings";
            }

            @Override
            public void search(String text, Consumer<List<PaletteEntry>> answer) {
                waiting.add(answer);
            }
        }));
        model.text().set("chem");

        waiting.getLast().accept(List.of(entry("Chemistry")));
        waiting.getFirst().accept(List.of(entry("Everything")));

        assertThat(selected(model)).isEqualTo("Chemistry");
    }

    @Test
    void countsWhatIsFoundBeyondWhatIsShown() {
        var many = java.util.stream.IntStream.range(0, 31).mapToObj(i -> entry("chemistry " + i)).toList();
        var model = new PaletteViewModel(List.of(PaletteSource.fixed("Meetings", () -> many)));

        model.text().set("chem");

        assertThat(model.shown().get()).isEqualTo(4);
        assertThat(model.found().get()).isEqualTo(31);
    }

    @Test
    void nothingFoundChoosesNothing() {
        var model = new PaletteViewModel(List.of(commands));

        model.text().set("xyzzy");
        model.next();

        assertThat(model.selected()).isEmpty();
    }

    private static String selected(PaletteViewModel model) {
        return model.selected().orElseThrow().title();
    }

    private PaletteEntry entry(String title) {
        return PaletteEntry.of("bi-circle", title, "", () -> done.add(title));
    }
}
