package app.lectern.recordings.screen;

import app.lectern.recordings.Recording;
import java.util.List;

/// The chosen recording with what belongs to it.
///
/// @param companions what else the same meeting left behind
record RecordingDetails(Recording recording, List<Recording> companions) {}
