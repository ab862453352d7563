package app.lectern.meetings.planning;

import app.lectern.meetings.link.JoinLink;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The online meeting's id, put together from its join link. Microsoft documents the id nowhere, so whoever uses this must look the
/// meeting up by its link when the id is refused.
final class MeetingKey {
    private MeetingKey() {}

    /// Empty for links that do not name their thread, and for channels.
    static Optional<String> of(String organiserId, String joinUrl) {
        return JoinLink.parse(joinUrl) instanceof JoinLink.Found found && found.link().privateThread() && !organiserId.isEmpty()
                ? Optional.of(Base64.getEncoder().encodeToString(
                        ("1*" + organiserId + "*0**" + found.link().threadId()).getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
