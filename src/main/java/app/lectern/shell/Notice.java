package app.lectern.shell;

import app.lectern.shell.controls.Tone;
import java.time.Instant;
import java.util.Optional;

/// Something worth knowing later: it stays under the bell until it is cleared.
public record Notice(Tone tone, String title, String text, Instant at, Optional<Act> act) {
    /// A button on it, a verb with its object.
    public record Act(String label, Runnable run) {}
}
