package app.lectern.problems;

/// What the command line returns to the shell.
public enum ExitStatus {
    DONE(0),
    DONE_WITH_FAILURES(1),
    USAGE(2),
    SIGN_IN_OR_PERMISSION(3),
    NOT_FOUND(4),
    NETWORK(5),
    BUG(70);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
