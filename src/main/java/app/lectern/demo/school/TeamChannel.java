package app.lectern.demo.school;

/// A channel of a team, with the site's document library in which its files and recordings lie.
///
/// @param threadId the id of the channel, which ends in `@thread.tacv2`
public record TeamChannel(Team team, String threadId, String name, DriveItem folder) {

    /// A Microsoft 365 group with Teams.
    public record Team(String id, String name, Drive drive) {
    }
}
