package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.sync.Facet;
import app.lectern.sync.FacetCount;
import app.lectern.sync.SyncFailure;
import app.lectern.sync.SyncScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads from Microsoft which recordings there are by now, because somebody asks for it.
public interface RecordingsReading {
    /// What became of it.
    record Outcome(FacetCount count, List<SyncFailure> failures) {
        private static final Set<Facet> OURS = Set.of(Facet.RECORDINGS, Facet.TRANSCRIPTS);

        public Outcome {
            failures = List.copyOf(failures);
        }

        public static Outcome of(Map<Facet, FacetCount> counts, Collection<SyncFailure> failures) {
            return new Outcome(counts.getOrDefault(Facet.RECORDINGS, FacetCount.NONE).plus(counts.getOrDefault(Facet.TRANSCRIPTS, FacetCount.NONE)),
                    failures.stream().filter(failure -> OURS.contains(failure.facet())).toList());
        }
    }

    Outcome read(Integration in, SyncScope scope, boolean force, Progress progress) throws InterruptedException;
}
