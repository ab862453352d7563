package app.lectern.shell.tasks;

import app.lectern.shell.controls.Tone;

/// One job as the task list shows it.
public record TaskLine(
        long id, String icon, Tone tone, String title, String detail, double share, String note, Step step, boolean ended) {
    /// The button before the cross: what can be done with the job now.
    public enum Step { PAUSE, RESUME, RETRY, NONE }
}
