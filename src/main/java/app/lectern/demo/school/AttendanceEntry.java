package app.lectern.demo.school;

import java.time.Instant;
import java.util.List;

/// What an attendance report says of one participant.
///
/// @param identityId the object id of a member, an id of the meeting's own for anonymous people and telephones, or null
/// @param email      null for those
public record AttendanceEntry(String id, String name, String email, String identityId, String role, List<Stay> stays) {

    /// One time of being there on one device.
    public record Stay(Instant joined, Instant left) {
        long seconds() {
            return left.getEpochSecond() - joined.getEpochSecond();
        }
    }

    /// As Graph counts: devices that overlap count twice.
    public long seconds() {
        return stays.stream().mapToLong(Stay::seconds).sum();
    }
}
