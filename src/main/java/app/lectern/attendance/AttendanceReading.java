package app.lectern.attendance;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.sync.Facet;
import app.lectern.sync.FacetCount;
import app.lectern.sync.SyncFailure;
import app.lectern.sync.SyncRun;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads from Microsoft what attendance there is by now, because somebody asks for it.
public interface AttendanceReading {
    /// What became of it.
    record Outcome(FacetCount count, List<SyncFailure> failures) {
        public Outcome {
            failures = List.copyOf(failures);
        }

        public static Outcome of(SyncTally tally) {
            return of(tally.counts(), tally.failures());
        }

        public static Outcome of(SyncRun run) {
            return of(run.counts(), run.failures());
        }

        private static Outcome of(Map<Facet, FacetCount> counts, Collection<SyncFailure> failures) {
            return new Outcome(counts.getOrDefault(Facet.ATTENDANCE, FacetCount.NONE),
                    failures.stream().filter(failure -> failure.facet() == Facet.ATTENDANCE).toList());
        }
    }

    Outcome read(Integration in, SyncScope scope, boolean force, Progress progress) throws InterruptedException;
}
