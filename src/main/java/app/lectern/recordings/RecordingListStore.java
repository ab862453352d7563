package app.lectern.recordings;

import app.lectern.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/// Reads the table `recording` for lists.
final class RecordingListStore {
    private static final String EXPIRING = "(" + Facets.is(RecordingState.AVAILABLE) + " AND r.expires_at > :warnFrom AND r.expires_at <= :warnUntil)";

    private static final int PART = 500;

    private final Store store;

    RecordingListStore(Store store) {
        this.store = store;
    }

    /// A row of the list, without what only its page shows.
    private record Line(long id, long meeting, long size) {}

    RecordingList.Listed list(long integration, ListFilter filter, ListOrder order, boolean grouped) {
        var where = new Where(filter);
        var named = RecordingWordsStore.words(filter.text());
        var lines = store.read(handle -> where.bind(handle.createQuery("SELECT r.id, r.meeting_id, r.size FROM recording r" + within(filter, order)
                        + " WHERE r.integration_id = :of" + where.sql() + " ORDER BY " + order(order)).bind("of", integration))
                .map((row, context) -> new Line(row.getLong("id"), row.getObject("meeting_id") == null ? -1 : row.getLong("meeting_id"), row.getLong("size"))).list());
        if (!named.isEmpty()) {
            var found = withWords(named);
            lines = lines.stream().filter(line -> found.contains(line.id())).toList();
        }
        long bytes = lines.stream().mapToLong(Line::size).sum();
        if (!grouped) {
            return new RecordingList.Listed(lines.stream().mapToLong(Line::id).toArray(), List.of(), bytes);
        }
        return grouped(integration, lines, bytes);
    }

    /// The recordings in which words begin so, all of them. They are put together here: the database compares them again for each row.
    private Set<Long> withWords(List<String> beginnings) {
        Set<Long> all = null;
        for (var beginning : beginnings) {
            var these = new HashSet<>(store.read(handle -> handle.createQuery("SELECT w.recording_id FROM recording_word w WHERE w.word >= :from AND w.word < :until")
                    .bind("from", beginning).bind("until", beginning + "\uFFFF").mapTo(Long.class).list()));
            if (all != null) {
                these.retainAll(all);
            }
            all = these;
        }
        return all;
    }

    /// The index that answers the whole question. Left to itself the database takes the one of the foreign key and reads every row.
    private static String within(ListFilter filter, ListOrder order) {
        if (filter.meeting().isPresent() || filter.states().contains(StateFilter.EXPIRING)
                || filter.states().contains(StateFilter.AT_RISK)) {
            return "";
        }
        var index = filter.organiser().isPresent() ? "owner" : filter.sizeFrom().isPresent() || filter.sizeUntil().isPresent() ? "size" : switch (order.by()) {
            case DATE, KIND, PLACE, LOCAL -> "time";
            case TITLE -> "title";
            case MEETING -> "meeting_title";
            case ORGANISER -> "organiser";
            case LENGTH -> "length";
            case SIZE -> "size";
            case DOWNLOADS -> "downloads";
            case DOWNLOADED -> "download";
        };
        return " USE INDEX (recording_by_" + index + ")";
    }

    private RecordingList.Listed grouped(long integration, List<Line> lines, long bytes) {
        var byMeeting = lines.stream().collect(Collectors.groupingBy(Line::meeting, LinkedHashMap::new, Collectors.toList()));
        var heads = heads(integration);
        var groups = new ArrayList<MeetingGroup>();
        byMeeting.forEach((meeting, those) -> {
            var head = heads.getOrDefault(meeting, Head.NONE);
            groups.add(new MeetingGroup(meeting < 0 ? OptionalLong.empty() : OptionalLong.of(meeting), head.title(), head.newest(), those.size(),
                    those.stream().mapToLong(Line::size).sum()));
        });
        groups.sort((one, other) -> other.newest().compareTo(one.newest()));
        var ids = groups.stream().flatMap(group -> byMeeting.get(group.key()).stream()).mapToLong(Line::id).toArray();
        return new RecordingList.Listed(ids, groups, bytes);
    }

    private record Head(String title, Instant newest) {
        static final Head NONE = new Head("", Instant.EPOCH);
    }

    private Map<Long, Head> heads(long integration) {
        var heads = new HashMap<Long, Head>();
        store.read(handle -> handle.createQuery("""
                        SELECT meeting_id, MAX(meeting_title) AS title, MAX(recorded_at) AS newest FROM recording USE INDEX (recording_by_group)
                        WHERE integration_id = :of AND meeting_id IS NOT NULL GROUP BY meeting_id
                        """)
                .bind("of", integration)
                .map((row, context) -> Map.entry(row.getLong("meeting_id"), new Head(row.getString("title"), RecordingsStore.instant(row, "newest").orElseThrow())))
                .list()).forEach(each -> heads.put(each.getKey(), each.getValue()));
        return heads;
    }

    private static String order(ListOrder order) {
        var down = order.descending() ? " DESC" : "";
        var column = switch (order.by()) {
            case TITLE -> "r.sort_title";
            case MEETING -> "r.sort_meeting";
            case ORGANISER -> "r.organiser_name";
            case DATE -> "r.recorded_at";
            case LENGTH -> "r.length_seconds";
            case SIZE -> "r.size";
            case KIND -> Facets.KIND;
            case PLACE -> Facets.PLACE;
            case DOWNLOADS -> "r.downloads";
            case DOWNLOADED -> "r.downloaded_at";
            case LOCAL -> Facets.LOCAL;
        };
        var nulls = switch (order.by()) {
            case LENGTH, SIZE, DOWNLOADED -> order.descending() ? " NULLS LAST" : " NULLS FIRST";
            default -> "";
        };
        return column + down + nulls + (order.by() == SortBy.DATE ? "" : ", r.recorded_at DESC") + ", r.id" + (order.by() == SortBy.DATE ? down : "");
    }

    /// The filter as SQL with its values.
    private static final class Where {
        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Where(ListFilter filter) {
            filter.meeting().ifPresent(id -> add("r.meeting_id = :meeting", "meeting", id));
            filter.organiser().ifPresent(id -> add("r.organiser_id = :organiser", "organiser", id));
            filter.from().ifPresent(at -> add("r.recorded_at >= :from", "from", at));
            filter.until().ifPresent(at -> add("r.recorded_at < :until", "until", at));
            filter.sizeFrom().ifPresent(size -> add("r.size >= :sizeFrom", "sizeFrom", size));
            filter.sizeUntil().ifPresent(size -> add("r.size < :sizeUntil", "sizeUntil", size));
            if (!filter.kinds().isEmpty()) {
                parts.add(Facets.kinds(filter.kinds()));
            }
            if (!filter.places().isEmpty()) {
                parts.add(Facets.places(filter.places()));
            }
            if (!filter.states().isEmpty()) {
                parts.add(filter.states().stream().sorted().map(Where::state).collect(Collectors.joining(" OR ", "(", ")")));
                if (filter.states().contains(StateFilter.EXPIRING) || filter.states().contains(StateFilter.AT_RISK)) {
                    values.put("warnFrom", filter.warning().orElseThrow().now());
                    values.put("warnUntil", filter.warning().orElseThrow().until());
                }
            }
        }

        private void add(String part, String name, Object value) {
            parts.add(part);
            values.put(name, value);
        }

        private static String state(StateFilter state) {
            return switch (state) {
                case ONLINE_ONLY -> "(" + Facets.is(RecordingState.AVAILABLE) + " AND " + Facets.isAny(LocalState.NONE, LocalState.MISSING, LocalState.FAILED,
                        LocalState.DAMAGED) + ")";
                case IN_QUEUE -> Facets.isAny(LocalState.QUEUED, LocalState.RUNNING);
                case ON_COMPUTER -> Facets.isAny(LocalState.VERIFIED, LocalState.UNVERIFIED);
                case DAMAGED -> Facets.isAny(LocalState.DAMAGED, LocalState.FAILED, LocalState.MISSING);
                case ARCHIVED -> Facets.isAny(LocalState.ARCHIVED);
                case PROCESSING -> Facets.is(RecordingState.PROCESSING);
                case EXPIRING -> EXPIRING;
                case AT_RISK -> "(" + EXPIRING + " AND NOT " + Facets.isAny(LocalState.VERIFIED, LocalState.UNVERIFIED, LocalState.ARCHIVED) + ")";
                case REMOVED -> Facets.is(RecordingState.REMOVED);
                case KEPT -> Facets.KEPT;
                case UNMATCHED -> Facets.UNMATCHED;
            };
        }

        String sql() {
            return parts.stream().map(part -> " AND " + part).collect(Collectors.joining());
        }

        Query bind(Query query) {
            return query.bindMap(values);
        }
    }

    /// Everything that a filter finds.
    List<Recording> all(long integration, ListFilter filter, ListOrder order) {
        var ids = list(integration, filter, order, false).ids();
        var found = new HashMap<Long, Recording>();
        for (int from = 0; from < ids.length; from += PART) {
            read(java.util.Arrays.stream(ids, from, Math.min(from + PART, ids.length)).boxed().toList()).forEach(one -> found.put(one.id(), one));
        }
        return java.util.Arrays.stream(ids).mapToObj(found::get).filter(java.util.Objects::nonNull).toList();
    }

    List<Recording> read(List<Long> ids) {
        return ids.isEmpty() ? List.of() : store.read(handle -> handle.createQuery("SELECT * FROM recording WHERE id IN (<ids>)").bindList("ids", ids)
                .map(RecordingsStore.RECORDING).list());
    }

    List<Recording> ofMeeting(long meeting) {
        return store.read(handle -> handle.createQuery("SELECT * FROM recording WHERE meeting_id = :meeting ORDER BY recorded_at, kind, id")
                .bind("meeting", meeting).map(RecordingsStore.RECORDING).list());
    }

    List<RecordingList.Owner> owners(long integration) {
        return store.read(handle -> handle.createQuery("""
                        SELECT organiser_id, MAX(organiser_name) AS name, COUNT(*) AS recordings FROM recording
                        WHERE integration_id = :of AND organiser_id <> '' GROUP BY organiser_id ORDER BY 2, 1
                        """)
                .bind("of", integration).map((row, context) -> new RecordingList.Owner(row.getString("organiser_id"), row.getString("name"),
                        row.getInt("recordings"))).list());
    }

    long count(long integration, Set<RecordingKind> kinds) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM recording WHERE integration_id = :of AND kind IN (<kinds>) AND state <> :waited")
                .bind("of", integration).bindList("kinds", kinds.stream().map(Enum::name).toList()).bind("waited", RecordingState.PROCESSING.name())
                .mapTo(Long.class).one());
    }

    ListFigures figures(long integration, WarningSpan warning) {
        return store.read(handle -> {
            int expiring = handle.createQuery("SELECT COUNT(*) FROM recording r WHERE r.integration_id = :of AND " + EXPIRING)
                    .bind("of", integration).bind("warnFrom", warning.now()).bind("warnUntil", warning.until()).mapTo(Integer.class).one();
            return handle.createQuery("SELECT COUNT(*) AS recordings, COUNT(DISTINCT r.meeting_id) AS meetings, COUNT(CASE WHEN "
                            + Where.state(StateFilter.ONLINE_ONLY) + " THEN 1 END) AS waiting FROM recording r USE INDEX (recording_by_time) WHERE r.integration_id = :of")
                    .bind("of", integration).map((row, context) -> new ListFigures(row.getInt("recordings"), row.getInt("meetings"), row.getInt("waiting"), expiring)).one();
        });
    }
}
