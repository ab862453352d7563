package app.lectern.recordings.screen;

import app.lectern.recordings.DriveQuota;
import java.util.List;

/// How full it is where recordings lie.
///
/// @param drives      everybody's OneDrive, the fullest first
/// @param nearlyFull  how many of them are at the threshold
/// @param folder      the downloads folder
/// @param total       of the disk under it, 0 where that is not known
record StorageFacts(List<DriveQuota> drives, int nearlyFull, int warnPercent, String folder, long free, long total) {
    static final StorageFacts UNKNOWN = new StorageFacts(List.of(), 0, 0, "", 0, 0);
}
