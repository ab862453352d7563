package app.lectern.recordings;

/// The columns by which the library is sorted.
public enum SortBy { TITLE, MEETING, ORGANISER, DATE, LENGTH, SIZE, KIND, PLACE, DOWNLOADS, DOWNLOADED, LOCAL }
