package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;

/// Told of what people do with recordings, for the audit trail.
public interface RecordingsTrail {
    RecordingsTrail NONE = new RecordingsTrail() {};

    default void downloaded(Integration in, DownloadRecord record) {}

    default void failed(Integration in, Recording recording, Problem problem) {}

    /// The keep flag was set or taken away.
    default void kept(Integration in, Recording recording) {}

    default void matched(Integration in, Recording recording) {}

    /// The local copy went, to an archive when `where` names one.
    default void cleanedUp(Integration in, Recording recording, String where) {}

    default void deletedInTenant(Integration in, Recording recording) {}
}
