package app.lectern.recordings.screen;

import app.lectern.recordings.MeetingGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Which row of the table is which: without groups row and recording are the same number; with them each group has a row of
/// its own, and those of a closed group are not there.
final class RowPlan {
    static final RowPlan EMPTY = new RowPlan(0);

    private final int recordings;
    private final List<MeetingGroup> groups;
    private final boolean[] open;
    private final int[] firstRow;
    private final int[] firstRecording;
    private final int rows;

    RowPlan(int recordings) {
        this.recordings = recordings;
        this.groups = List.of();
        this.open = new boolean[0];
        this.firstRow = new int[0];
        this.firstRecording = new int[0];
        this.rows = recordings;
    }

    /// @param closed the keys of the groups of which only the heading shows
    RowPlan(List<MeetingGroup> groups, Set<Long> closed) {
        this.groups = List.copyOf(groups);
        open = new boolean[groups.size()];
        firstRow = new int[groups.size()];
        firstRecording = new int[groups.size()];
        int row = 0;
        int recording = 0;
        for (int at = 0; at < groups.size(); at++) {
            var group = groups.get(at);
            open[at] = !closed.contains(group.key());
            firstRow[at] = row;
            firstRecording[at] = recording;
            row += open[at] ? group.recordings() + 1 : 1;
            recording += group.recordings();
        }
        rows = row;
        recordings = recording;
    }

    int rows() {
        return rows;
    }

    int recordings() {
        return recordings;
    }

    boolean isGrouped() {
        return !groups.isEmpty();
    }

    /// The group whose heading the row is; -1 for the row of a recording.
    int headingAt(int row) {
        int group = groupAt(row);
        return group >= 0 && firstRow[group] == row ? group : -1;
    }

    MeetingGroup group(int at) {
        return groups.get(at);
    }

    boolean isOpen(int group) {
        return open[group];
    }

    /// The number of the recording in a row that is no heading.
    int recordingAt(int row) {
        int group = groupAt(row);
        return group < 0 ? row : firstRecording[group] + row - firstRow[group] - 1;
    }

    /// The row of a recording; of one in a closed group, the row of its heading.
    int rowOf(int recording) {
        if (!isGrouped()) {
            return recording;
        }
        int found = Arrays.binarySearch(firstRecording, recording);
        int group = found >= 0 ? found : -found - 2;
        return open[group] ? firstRow[group] + 1 + recording - firstRecording[group] : firstRow[group];
    }

    private int groupAt(int row) {
        if (!isGrouped()) {
            return -1;
        }
        int found = Arrays.binarySearch(firstRow, row);
        return found >= 0 ? found : -found - 2;
    }
}
