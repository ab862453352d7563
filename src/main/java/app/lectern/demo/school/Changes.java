package app.lectern.demo.school;

/// The tenant's change number, which delta tokens carry, and the generation from which they are valid.
public final class Changes {
    private long last;
    private int generation = 1;

    long next() {
        return ++last;
    }

    public long last() {
        return last;
    }

    public int generation() {
        return generation;
    }

    void expireTokens() {
        generation++;
    }
}
