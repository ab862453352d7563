package app.lectern.jobs;

/// What a job is called and which buttons the task strip may offer for it.
public record JobInfo(String title, Kind kind, boolean shown, boolean pausable) {
    public enum Kind { SYNC, DOWNLOAD, MEETING, CHECK, OTHER }

    /// Work that answers at once and does not appear in the task strip.
    public static JobInfo quiet() {
        return new JobInfo("", Kind.OTHER, false, false);
    }

    /// Work that appears in the task strip, under this title.
    public static JobInfo shown(String title, Kind kind) {
        return new JobInfo(title, kind, true, false);
    }

    public JobInfo canPause() {
        return new JobInfo(title, kind, shown, true);
    }
}
