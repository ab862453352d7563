package app.lectern.shell.palette;

import java.util.List;
import java.util.function.Consumer;

/// One group of the palette: commands, meetings, recordings, people.
public interface PaletteSource {
    /// The group's heading, in words.
    String group();

    /// Finds what fits the text and hands it to `answer` on the FX thread, now or later. An empty text asks for what
    /// is most useful without one. Entries come best first; the palette asks [Fuzzy] again only to mark and rank commands.
    void search(String text, Consumer<List<PaletteEntry>> answer);

    /// A source whose entries are all known: the palette's own matching decides.
    static PaletteSource fixed(String group, java.util.function.Supplier<List<PaletteEntry>> entries) {
        return new PaletteSource() {
            @Override
            public String group() {
                return group;
            }

            @Override
            public void search(String text, Consumer<List<PaletteEntry>> answer) {
                answer.accept(Fuzzy.rank(text, entries.get(), entry -> entry.title() + " " + entry.detail()));
            }
        };
    }
}
