package app.lectern.sync;

/// How many things of one facet a run met, by what became of them.
public record FacetCount(int created, int updated, int unchanged, int removed, int failed) {
    public static final FacetCount NONE = new FacetCount(0, 0, 0, 0, 0);

    public FacetCount plus(FacetCount other) {
        return new FacetCount(created + other.created, updated + other.updated, unchanged + other.unchanged,
                removed + other.removed, failed + other.failed);
    }

    public int processed() {
        return created + updated + unchanged + removed + failed;
    }

    public boolean succeeded() {
        return failed == 0;
    }
}
