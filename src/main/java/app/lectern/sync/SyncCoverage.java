package app.lectern.sync;

import app.lectern.sync.SyncRun.Ending;
import java.time.Instant;

/// What the runs before leave a new one to do.
///
/// @param from   what was read since then is not asked again
/// @param goesOn whether the run before did not come to its end, so that the new one goes on with it
record SyncCoverage(Instant from, boolean goesOn) {
    static final SyncCoverage NONE = new SyncCoverage(Instant.MAX, false);

    /// The last run that went over all organisers.
    ///
    /// @param from     when it began, or the run that it went on with
    /// @param lastSign its end; of one that did not come to an end, when it kept something last
    record Last(Ending ending, Instant from, Instant lastSign) {

        /// A run that came to its end covers what itself has read, and not what it left to the one before; else runs that follow one
        /// another closely would never ask again.
        SyncCoverage coverage(Instant now) {
            boolean ended = ending == Ending.DONE || ending == Ending.DONE_WITH_FAILURES;
            return lastSign.isAfter(now.minus(SyncOrder.FRESH)) ? new SyncCoverage(from, !ended) : NONE;
        }
    }
}
