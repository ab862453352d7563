package app.lectern.problems;

/// Something a person can do about a problem with one click: a page to open, a text to copy, or a step inside Lectern.
/// The window turns it into a button; the command line prints its payload.
public record Remedy(Kind kind, String payload) {
    public enum Kind { OPEN_PAGE, COPY_COMMAND, RETRY, SIGN_IN, SIGN_IN_BY_BROWSER, OPEN_SETTINGS, RESTORE_BACKUP }

    public static Remedy openPage(String address) {
        return new Remedy(Kind.OPEN_PAGE, address);
    }

    public static Remedy copyCommand(String text) {
        return new Remedy(Kind.COPY_COMMAND, text);
    }

    public static Remedy of(Kind kind) {
        return new Remedy(kind, "");
    }
}
