package app.lectern.demo.school;

import java.time.Instant;

/// A channel of a team, with the site's document library in which its files and recordings lie.
///
/// @param threadId the id of the channel, which ends in `@thread.tacv2`
public record TeamChannel(Team team, String threadId, String name, DriveItem folder) {

    /// A Microsoft 365 group with Teams.
    public record Team(String id, String name, Drive drive) {
    }

    /// The folder of the channel's recordings, made with the first of them.
    DriveItem recordingsFolder(Instant since) {
        return team.drive().all().stream().filter(item -> item.parent() == folder && item.name().equals("Recordings")).findFirst()
                .orElseGet(() -> team.drive().add(folder, "Recordings", true, since, 0));
    }
}
