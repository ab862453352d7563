package app.lectern.recordings;

/// How full somebody's OneDrive was at the last sync.
public record DriveQuota(String ownerId, String owner, long total, long used) {
    public double share() {
        return total == 0 ? 0 : (double) used / total;
    }
}
