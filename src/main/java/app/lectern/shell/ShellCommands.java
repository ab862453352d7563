package app.lectern.shell;

import app.lectern.shell.palette.Fuzzy;
import app.lectern.shell.palette.PaletteEntry;
import app.lectern.shell.palette.PaletteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The window's own commands in the palette: places to go, what the keys do here, theme, help.
final class ShellCommands implements PaletteSource {
    private final MainWindow window;

    ShellCommands(MainWindow window) {
        this.window = window;
    }

    @Override
    public String group() {
        return word("palette.commands");
    }

    @Override
    public void search(String text, Consumer<List<PaletteEntry>> answer) {
        answer.accept(Fuzzy.rank(text, all(), PaletteEntry::title));
    }

    private List<PaletteEntry> all() {
        var entries = new ArrayList<PaletteEntry>();
        for (var verb : Screen.Verb.values()) {
            if (window.verbs().containsKey(verb)) {
                entries.add(PaletteEntry.of(icon(verb), word("palette.verb." + verb.name().toLowerCase(Locale.ROOT)),
                        window.words().of(window.place().get()), () -> window.run(verb)).key(key(verb)));
            }
        }
        for (var place : Place.values()) {
            entries.add(PaletteEntry.of(place.icon(), window.words().text("palette.go", window.words().of(place)), "",
                    () -> window.go(place)).key(place.shortcut()));
        }
        window.offers().forEach(offer -> entries.add(PaletteEntry.of(offer.icon(), offer.title(), "", () -> offer.action().accept(window))));
        entries.add(PaletteEntry.of("bi-circle-half", word(window.look().isDark() ? "palette.light" : "palette.dark"), "", window.look()::toggle));
        entries.add(PaletteEntry.of("bi-list-task", word("palette.tasks"), "", window.frame()::toggleTasks).key("Alt+T"));
        entries.add(PaletteEntry.of("bi-layout-sidebar", word("palette.rail"), "", window.frame()::toggleRail));
        var integrations = window.parts().integrations();
        integrations.choices().forEach(choice -> entries.add(PaletteEntry.of("bi-building",
                window.words().text("palette.switch", choice.name()), choice.state(), () -> integrations.selected().set(choice))));
        entries.add(PaletteEntry.of("bi-plus", word("switcher.add"), "", integrations::add));
        entries.add(PaletteEntry.of("bi-folder2-open", word("palette.data-folder"), "",
                () -> window.outside().openFolder(window.parts().home().folder())));
        entries.add(PaletteEntry.of("bi-terminal", word("palette.doctor"), "lectern doctor",
                () -> window.copy(SameCommand.of("doctor").line())).linking("lectern doctor"));
        entries.add(PaletteEntry.of("bi-signpost", word("palette.first-steps"), "", window::lookAround));
        entries.add(PaletteEntry.of("bi-question-circle", word("palette.help"), "", window::openHelp).key("F1"));
        return entries;
    }

    private static String icon(Screen.Verb verb) {
        return switch (verb) {
            case REFRESH -> "bi-arrow-clockwise";
            case SYNC -> "bi-arrow-repeat";
            case NEW -> "bi-plus";
            case EXPORT -> "bi-box-arrow-up";
            case FIND -> "bi-funnel";
        };
    }

    static String key(Screen.Verb verb) {
        return switch (verb) {
            case REFRESH -> "F5";
            case SYNC -> "Shift+F5";
            case NEW -> "Ctrl+N";
            case EXPORT -> "Ctrl+E";
            case FIND -> "Ctrl+F";
        };
    }

    private String word(String key) {
        return window.words().text(key);
    }
}
