package app.lectern.cli;

/// The few meanings that a terminal shows in colour; the word beside it always says the same.
public enum Tone {
    PLAIN(""),
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    MUTED("2"),
    STRONG("1");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    String paint(String text, boolean colour) {
        return colour && !code.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
