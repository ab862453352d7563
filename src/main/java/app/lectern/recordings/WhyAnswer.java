package app.lectern.recordings;

import app.lectern.meetings.Meeting;
import java.util.List;

/// Why there is no recording: the reasons in the order of what the evidence is worth, those that were ruled out last.
public record WhyAnswer(Meeting meeting, List<WhyReason> reasons) {
    public WhyReason first() {
        return reasons.getFirst();
    }

    /// Whether there is one after all.
    public boolean isThere() {
        return first().kind() == WhyKind.THERE;
    }
}
