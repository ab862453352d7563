package app.lectern.attendance;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;

/// Reads from Microsoft what attendance there is by now, outside the regular sync.
public interface AttendanceReading {
    SyncTally read(Integration in, SyncScope scope, boolean force, Progress progress) throws InterruptedException;
}
