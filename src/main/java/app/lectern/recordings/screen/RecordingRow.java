package app.lectern.recordings.screen;

import app.lectern.recordings.MeetingGroup;
import app.lectern.recordings.Recording;

/// What a row of the table is.
public sealed interface RecordingRow {
    record Line(Recording recording) implements RecordingRow {}

    record Heading(MeetingGroup group, boolean open) implements RecordingRow {}

    /// A row whose page is on its way.
    record Unread(int at) implements RecordingRow {}
}
