package app.lectern.shell.palette;

/// One line of the palette. `link` is what Ctrl+C copies (an address, or the same command); it may be empty.
public record PaletteEntry(String icon, String title, String detail, String shortcut, String link, Runnable action) {
    public static PaletteEntry of(String icon, String title, String detail, Runnable action) {
        return new PaletteEntry(icon, title, detail, "", "", action);
    }

    public PaletteEntry key(String keys) {
        return new PaletteEntry(icon, title, detail, keys, link, action);
    }

    public PaletteEntry linking(String address) {
        return new PaletteEntry(icon, title, detail, shortcut, address, action);
    }
}
