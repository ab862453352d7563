package app.lectern;

/// Where Lectern starts: no arguments open the window, arguments run a command.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
    }
}
