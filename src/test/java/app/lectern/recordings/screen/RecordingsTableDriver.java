package app.lectern.recordings.screen;

import app.lectern.recordings.ListFilter;
import app.lectern.recordings.ListOrder;
import app.lectern.recordings.Place;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.RecordingRows;
import app.lectern.recordings.RecordingSettings;
import app.lectern.recordings.RecordingsRoom;
import app.lectern.recordings.SortBy;
import app.lectern.recordings.StateFilter;
import app.lectern.recordings.WarningSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Measures a library of any size beside a bare query of the page's own rows, than which nothing can be faster, and the window that shows it beside a table that holds
/// the same rows in memory. Not a test; `src/bench/recordings-table.sh` runs it.
final class RecordingsTableDriver {
    private static final int ROUNDS = 5;
    private static final int PAGE = 100;

    private final RecordingsRoom room;
    private final WarningSpan warning;

    private RecordingsTableDriver(RecordingsRoom room) {
        this.room = room;
        this.warning = RecordingSettings.USUAL.warning(room.room.clock.instant());
    }

    public static void main(String[] arguments) throws Exception {
        int recordings = Integer.parseInt(arguments[1]);
        try (var room = new RecordingsRoom(Files.createTempDirectory(Path.of(arguments[0]), "recordings"))) {
            RecordingRows.insert(room.room.store, room.integration, recordings / 3, room.room.clock.instant().minus(Duration.ofDays(1)), Duration.ofMinutes(32));
            System.out.printf(Locale.ROOT, "%,d recordings%n", room.library.count(room.integration));
            // the database would answer the same question again from memory
            room.room.store.change(handle -> handle.execute("SET OPTIMIZE_REUSE_RESULTS 0"));
            var driver = new RecordingsTableDriver(room);
            var part = arguments.length < 3 ? "" : arguments[2];
            if (!part.equals("window")) {
                driver.filters();
                driver.orders();
                driver.pages();
            }
            if (!part.equals("store")) {
                new ScrollingDriver(room, Path.of(arguments[0])).run();
            }
        }
        System.exit(0);
    }

    private void filters() throws Exception {
        var now = room.room.clock.instant();
        var none = ListFilter.none().warning(warning);
        var all = new LinkedHashMap<String, ListFilter>();
        all.put("everything", none);
        all.put("text, one in five", none.text("enz"));
        all.put("text, one in 67,000", none.text("41234"));
        all.put("text, two words", none.text("okafor forces"));
        all.put("organiser", none.organisedBy("owner-1"));
        all.put("meeting", none.ofMeeting(512_345));
        all.put("last 30 days", none.recorded(Optional.of(now.minus(Duration.ofDays(30))), Optional.empty()));
        all.put("before three years", none.recordedBefore(now.minus(Duration.ofDays(1000))));
        all.put("kind", none.of(RecordingKind.VIDEO));
        all.put("location", place(none));
        all.put("size", size(none));
        for (var state : StateFilter.values()) {
            all.put("state " + state, none.states(state));
        }
        head("first page by filter");
        for (var each : all.entrySet()) {
            compared(each.getKey(), each.getValue(), ListOrder.NEWEST, false);
        }
    }

    private static ListFilter place(ListFilter none) {
        return new ListFilter("", OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(Place.SHAREPOINT), OptionalLong.empty(),
                OptionalLong.empty(), Set.of(), none.warning());
    }

    private static ListFilter size(ListFilter none) {
        return new ListFilter("", OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(), OptionalLong.of(790_000_000),
                OptionalLong.empty(), Set.of(), none.warning());
    }

    private void orders() throws Exception {
        head("first page by order");
        for (var by : SortBy.values()) {
            compared(by + " up", ListFilter.none(), new ListOrder(by, false), false);
            compared(by + " down", ListFilter.none(), new ListOrder(by, true), false);
        }
    }

    private void pages() throws Exception {
        head("pages");
        var listed = room.list.list(room.integration, ListFilter.none(), ListOrder.NEWEST, false);
        for (double share : new double[] {0, 0.5, 0.99}) {
            var ids = listed.part((int) (listed.count() * share), PAGE);
            said("page at " + (int) (listed.count() * share), ids.size(), median(() -> room.list.read(ids).size()), median(() -> bare(ids)));
        }
        compared("grouped by meeting", ListFilter.none(), ListOrder.NEWEST, true);
        var first = listed.part(0, PAGE);
        said("figures of the head", 1, median(() -> room.list.figures(room.integration, warning).recordings()), median(() -> bare(first)));
    }

    /// The whole way from a filter to its first page, and the rows of that page alone.
    private void compared(String what, ListFilter filter, ListOrder order, boolean grouped) throws Exception {
        var listed = room.list.list(room.integration, filter, order, grouped);
        var ids = listed.part(0, PAGE);
        double ours = median(() -> room.list.read(room.list.list(room.integration, filter, order, grouped).part(0, PAGE)).size());
        said(what, listed.count(), ours, median(() -> bare(ids)));
    }

    private int bare(List<Long> ids) {
        return ids.isEmpty() ? 0 : room.room.store.read(handle -> {
            var sql = "SELECT * FROM recording WHERE id IN (" + ids.stream().map(id -> Long.toString(id)).collect(Collectors.joining(", ")) + ")";
            try (var statement = handle.getConnection().createStatement(); var found = statement.executeQuery(sql)) {
                int rows = 0;
                while (found.next()) {
                    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                        found.getObject(column);
                    }
                    rows++;
                }
                return rows;
            } catch (SQLException failed) {
                throw new IllegalStateException(sql, failed);
            }
        });
    }

    private static void head(String what) {
        System.out.printf(Locale.ROOT, "%n%-24s %12s %12s %10s%n", what, "Lectern", "bare page", "found");
    }

    private static void said(String what, int found, double ours, double bare) {
        System.out.printf(Locale.ROOT, "%-24s %9.1f ms %9.1f ms %10d%n", what, ours, bare, found);
    }

    private static double median(Callable<Integer> work) throws Exception {
        var times = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            work.call();
            times.add((System.nanoTime() - begun) / 1e6);
        }
        return times.stream().sorted().toList().get(ROUNDS / 2);
    }
}
