package app.lectern.recordings.screen;

import app.lectern.recordings.DownloadRecord;
import app.lectern.recordings.DownloadState;
import app.lectern.recordings.Expiry;
import app.lectern.recordings.Recording;
import java.util.List;
import java.util.Optional;

/// The chosen recording with what belongs to it.
///
/// @param companions what else the same meeting left behind
/// @param history    who downloaded it, the latest first
/// @param transcript whether there is one to be read
record RecordingDetails(Recording recording, List<Recording> companions, List<DownloadRecord> history, Optional<Expiry> expiry, boolean transcript) {
    /// The hash of the newest finished download.
    Optional<String> sha256() {
        return history.stream().filter(one -> one.state() == DownloadState.DONE && !one.sha256().isEmpty()).map(DownloadRecord::sha256).findFirst();
    }
}
