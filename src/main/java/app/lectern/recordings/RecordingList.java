package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The library as a list of any length: which recordings are in it and in which order is read at once, as numbers; the
/// recordings themselves are read by the part that somebody looks at.
public final class RecordingList {
    private final RecordingListStore store;

    public RecordingList(Store store) {
        this.store = new RecordingListStore(store);
    }

    /// The numbers of the recordings in their order.
    ///
    /// @param groups empty unless they were asked for; then the recordings stand in the order of the groups
    /// @param bytes  of all whose size is known
    public record Listed(long[] ids, List<MeetingGroup> groups, long bytes) {
        public static final Listed NOTHING = new Listed(new long[0], List.of(), 0);

        public int count() {
            return ids.length;
        }

        /// A part of the numbers, shorter at the end.
        public List<Long> part(int from, int count) {
            return Arrays.stream(ids, Math.min(from, ids.length), Math.min(from + count, ids.length)).boxed().toList();
        }
    }

    /// Somebody in whose drive or meetings something was recorded.
    public record Owner(String id, String name, int recordings) {}

    /// @param grouped by meeting, the meeting with the newest recording first
    public Listed list(Integration in, ListFilter filter, ListOrder order, boolean grouped) {
        return store.list(in.id(), filter, order, grouped);
    }

    /// In the order in which they were asked for; what is no longer there is left out.
    public List<Recording> read(List<Long> ids) {
        var found = new HashMap<Long, Recording>();
        store.read(ids).forEach(one -> found.put(one.id(), one));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /// Everything that a filter finds, read whole.
    public List<Recording> all(Integration in, ListFilter filter, ListOrder order) {
        return store.all(in.id(), filter, order);
    }

    public Optional<Recording> find(long id) {
        return read(List.of(id)).stream().findFirst();
    }

    /// What else the same meeting left behind.
    public List<Recording> companions(Recording of) {
        return of.meeting().isEmpty() ? List.of() : store.ofMeeting(of.meeting().getAsLong()).stream().filter(one -> one.id() != of.id()).toList();
    }

    /// By name.
    public List<Owner> owners(Integration in) {
        return store.owners(in.id());
    }

    /// How many of these kinds there are, without those that are only waited for.
    public long count(Integration in, Set<RecordingKind> kinds) {
        return store.count(in.id(), kinds);
    }

    public ListFigures figures(Integration in, WarningSpan warning) {
        return store.figures(in.id(), warning);
    }
}
