package app.lectern.recordings;

/// In which order the library is listed.
public record ListOrder(SortBy by, boolean descending) {
    public static final ListOrder NEWEST = new ListOrder(SortBy.DATE, true);
}
