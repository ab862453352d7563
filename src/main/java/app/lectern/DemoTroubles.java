package app.lectern;

import app.lectern.demo.DemoDial;
import app.lectern.demo.DemoDial.Trouble;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.palette.PaletteEntry;
import app.lectern.shell.palette.PaletteSource;
import app.lectern.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The demo tenant's troubles in the command palette, while the demo tenant is chosen: whoever shows Lectern lets things go
/// wrong there and looks how it copes.
final class DemoTroubles {
    private final DemoDial dial;
    private final Supplier<Choice> chosen;
    private final TaskRunner tasks;
    private final Words words;

    DemoTroubles(DemoDial dial, Supplier<Choice> chosen, TaskRunner tasks, Words words) {
        this.dial = dial;
        this.chosen = chosen;
        this.tasks = tasks;
        this.words = words;
    }

    /// @param told says what is on and off now
    PaletteSource source(Consumer<String> told, Consumer<Problem> failed) {
        return PaletteSource.fixed(words.text("palette.demo"), () -> entries(told, failed));
    }

    private List<PaletteEntry> entries(Consumer<String> told, Consumer<Problem> failed) {
        var now = chosen.get();
        if (now == null || !now.simulated() || !dial.isWithinReach()) {
            return List.of();
        }
        return Arrays.stream(Trouble.values()).map(each -> entry(each, told, failed)).toList();
    }

    private PaletteEntry entry(Trouble trouble, Consumer<String> told, Consumer<Problem> failed) {
        boolean on = dial.on().contains(trouble);
        return PaletteEntry.of(on ? "bi-toggle-on" : "bi-toggle-off", words.text("palette.demo.trouble", words.of(trouble)),
                words.text(on ? "palette.demo.on" : "palette.demo.off"),
                () -> tasks.start(progress -> dial.turn(trouble), turned -> told.accept(words.text(
                        turned ? "demo.trouble.begins" : "demo.trouble.ends", words.of(trouble))), failed));
    }
}
