package app.lectern.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list's filters and orders, which are answered from indexes, against the recordings themselves.
class RecordingListTest {
    private RecordingsRoom room;
    private List<Recording> all;

    @BeforeEach
    void open(@TempDir Path folder) {
        room = new RecordingsRoom(folder);
        RecordingRows.insert(room.room.store, room.integration, 24, room.room.clock.instant().minus(Duration.ofDays(1)));
        all = found(ListFilter.none());
        everyValueOnce("kind", RecordingKind.values());
        everyValueOnce("place", Place.values());
        everyValueOnce("state", RecordingState.values());
        everyValueOnce("local_state", LocalState.values());
        change("UPDATE recording SET keep = TRUE WHERE id = " + all.get(40).id());
        change("UPDATE recording SET meeting_id = NULL WHERE id = " + all.get(41).id());
        all = found(ListFilter.none());
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void change(String sql) {
        room.room.store.change(handle -> handle.execute(sql));
    }

    private void everyValueOnce(String column, Enum<?>[] values) {
        for (int at = 0; at < values.length; at++) {
            change("UPDATE recording SET " + column + " = '" + values[at].name() + "' WHERE id = " + all.get(at * 2 + column.length()).id());
        }
    }

    private List<Recording> found(ListFilter filter) {
        return room.list.all(room.integration, filter, ListOrder.NEWEST);
    }

    private void finds(ListFilter filter, Predicate<Recording> wanted) {
        var expected = all.stream().filter(wanted).toList();
        assertThat(expected).isNotEmpty();
        assertThat(found(filter)).isEqualTo(expected);
    }

    private static ListFilter places(Place... some) {
        return new ListFilter("", OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(some), OptionalLong.empty(),
                OptionalLong.empty(), Set.of(), Optional.empty());
    }

    @Test
    void eachKindAndPlaceIsFound() {
        for (var kind : RecordingKind.values()) {
            finds(ListFilter.none().of(kind), one -> one.kind() == kind);
        }
        for (var place : Place.values()) {
            finds(places(place), one -> one.place() == place);
        }
        finds(places(Place.TEAMS, Place.SHAREPOINT), one -> one.place() != Place.ONEDRIVE);
    }

    @Test
    void eachStateIsFound() {
        var here = Set.of(LocalState.VERIFIED, LocalState.UNVERIFIED);
        var damaged = Set.of(LocalState.DAMAGED, LocalState.FAILED, LocalState.MISSING);
        var online = Set.of(LocalState.NONE, LocalState.MISSING, LocalState.FAILED, LocalState.DAMAGED);
        finds(ListFilter.none().states(StateFilter.ONLINE_ONLY), one -> one.state() == RecordingState.AVAILABLE && online.contains(one.local()));
        finds(ListFilter.none().states(StateFilter.IN_QUEUE), one -> one.local() == LocalState.QUEUED || one.local() == LocalState.RUNNING);
        finds(ListFilter.none().states(StateFilter.ON_COMPUTER), one -> here.contains(one.local()));
        finds(ListFilter.none().states(StateFilter.DAMAGED), one -> damaged.contains(one.local()));
        finds(ListFilter.none().states(StateFilter.ARCHIVED), one -> one.local() == LocalState.ARCHIVED);
        finds(ListFilter.none().states(StateFilter.PROCESSING), one -> one.state() == RecordingState.PROCESSING);
        finds(ListFilter.none().states(StateFilter.REMOVED), one -> one.state() == RecordingState.REMOVED);
        finds(ListFilter.none().states(StateFilter.KEPT), Recording::keep);
        finds(ListFilter.none().states(StateFilter.UNMATCHED), one -> one.meeting().isEmpty());
        finds(ListFilter.none().states(StateFilter.KEPT, StateFilter.REMOVED), one -> one.keep() || one.state() == RecordingState.REMOVED);
    }

    @Test
    void everyOrderIsThatOfItsColumnAndThenTheNewestFirst() {
        for (var by : SortBy.values()) {
            for (boolean down : new boolean[] {false, true}) {
                var listed = room.list.all(room.integration, ListFilter.none(), new ListOrder(by, down));
                var order = column(by);
                var column = down ? order.reversed() : order;
                assertThat(listed).as(by + (down ? " down" : " up")).hasSameSizeAs(all)
                        .isSortedAccordingTo(column.thenComparing(by == SortBy.DATE ? column : Comparator.comparing(Recording::recordedAt).reversed()));
            }
        }
    }

    private static Comparator<Recording> column(SortBy by) {
        return switch (by) {
            case TITLE -> Comparator.comparing(one -> one.title().toLowerCase(java.util.Locale.ROOT));
            case MEETING -> Comparator.comparing(one -> one.meetingTitle().toLowerCase(java.util.Locale.ROOT));
            case ORGANISER -> Comparator.comparing(Recording::organiser);
            case DATE -> Comparator.comparing(Recording::recordedAt);
            case LENGTH -> Comparator.comparing(one -> one.length().orElse(Duration.ZERO));
            case SIZE -> Comparator.comparing(one -> one.size().orElse(0));
            case KIND -> Comparator.comparing(one -> one.kind().name());
            case PLACE -> Comparator.comparing(one -> one.place().name());
            case DOWNLOADS -> Comparator.comparing(Recording::downloads);
            case DOWNLOADED -> Comparator.comparing(one -> one.downloadedAt().orElse(java.time.Instant.EPOCH));
            case LOCAL -> Comparator.comparing(one -> one.local().name());
        };
    }

    @Test
    void groupsAndFiguresCountWhatIsThere() {
        var listed = room.list.list(room.integration, ListFilter.none(), ListOrder.NEWEST, true);
        var byMeeting = new ArrayList<>(all);
        byMeeting.removeIf(one -> one.meeting().isEmpty());
        assertThat(listed.groups()).hasSize(25).last().satisfies(group -> assertThat(group.meeting()).isEmpty());
        assertThat(listed.groups().getFirst().title()).isEqualTo(all.getFirst().meetingTitle());
        assertThat(listed.groups()).isSortedAccordingTo(Comparator.comparing(MeetingGroup::newest).reversed());
        assertThat(listed.bytes()).isEqualTo(all.stream().mapToLong(one -> one.size().orElse(0)).sum());

        var figures = room.list.figures(room.integration, RecordingSettings.USUAL.warnDays(100).warning(room.room.clock.instant()));
        assertThat(figures.recordings()).isEqualTo(all.size());
        assertThat(figures.meetings()).isEqualTo((int) byMeeting.stream().map(Recording::meeting).distinct().count());
        assertThat(figures.waiting()).isEqualTo(found(ListFilter.none().states(StateFilter.ONLINE_ONLY)).size());
        var warning = RecordingSettings.USUAL.warnDays(100).warning(room.room.clock.instant());
        finds(ListFilter.none().warning(warning).states(StateFilter.AT_RISK), one -> one.state() == RecordingState.AVAILABLE
                && one.expiresAt().filter(warning::covers).isPresent() && !one.local().isHere() && one.local() != LocalState.ARCHIVED);
        assertThat(figures.expiring()).isPositive().isEqualTo(found(ListFilter.none().warning(warning).states(StateFilter.EXPIRING)).size());
    }
}
