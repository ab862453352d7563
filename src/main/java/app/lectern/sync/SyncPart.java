package app.lectern.sync;

import app.lectern.integrations.Integration;
import app.lectern.integrations.permissions.Capability;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import java.util.Set;

/// A feature's share of a sync. Running it twice changes nothing the second time; cut off anywhere, the next run goes on
/// where this one was.
public interface SyncPart {
    Set<Facet> facets();

    /// The jobs it serves. An integration that is for none of them is spared its questions, and its facets are off; empty serves
    /// whatever the integration is for.
    default Set<Capability> jobs() {
        return Set.of();
    }

    default boolean serves(Integration of) {
        return jobs().isEmpty() || of.jobs().includeAny(jobs());
    }

    /// For whoever asks for just this: that it is left out is told, and not that nothing was found.
    default void require(Integration of) {
        if (!serves(of)) {
            throw Problem.of(Problem.Code.JOB_NOT_CHOSEN).with("item", of.name()).raise();
        }
    }

    /// Counts into the tally what it meets. One thing that fails is tallied and the rest goes on; only what makes going on
    /// useless (no sign-in, no network) is thrown.
    void sync(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException;
}
