package app.lectern.attendance;

import java.time.Duration;
import java.util.List;

/// What one report says of one participant.
///
/// @param stated what the source itself counts, in which overlapping devices may count twice
/// @param exact  whether the stays are every coming and going; a summary knows only the first and the last
public record Presence(Who who, String role, Duration stated, List<Stay> stays, boolean exact) {
    public Presence {
        stays = List.copyOf(stays);
        stated = stated.isNegative() ? Duration.ZERO : stated;
    }
}
