package app.lectern.shell.palette;

/// A line of the palette's list: a group's heading, or something that was found.
public sealed interface PaletteLine {
    record Heading(String text) implements PaletteLine {}

    record Found(PaletteEntry entry) implements PaletteLine {}
}
