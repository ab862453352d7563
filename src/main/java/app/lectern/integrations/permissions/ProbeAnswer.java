package app.lectern.integrations.permissions;

import app.lectern.problems.Problem;
import java.util.Optional;

/// What a probe saw.
///
/// @param found what it came for and a later probe can use, such as a meeting's id; mostly empty
record ProbeAnswer(ProbeEvidence evidence, Optional<Problem> problem, String found) {
    /// Whether the answer shows that the app was let in: Graph looks for the thing only after that, so "no such meeting"
    /// is as good as a meeting.
    boolean isLetIn() {
        return problem.isEmpty() || switch (problem.get().code()) {
            case ITEM_GONE, ID_MALFORMED, NOT_ORGANISER, MEETING_WITHOUT_CALENDAR, CHANNEL_MEETING -> true;
            default -> false;
        };
    }
}
