package app.lectern.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds for any stays, tried with ten thousand that nobody chose; a failure names its seed.
class AttendedTimePropertyTest {
    private static final Instant NINE = Instant.parse("2026-11-18T09:00:00Z");
    private static final int TRIES = 10_000;

    private interface Property {
        void holds(List<Stay> stays, AttendedTime time, Random random);
    }

    private static void always(Property property) {
        for (int seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            var stays = new ArrayList<Stay>();
            int count = random.nextInt(12);
            for (int at = 0; at < count; at++) {
                var joined = NINE.plusSeconds(random.nextInt(3600)).plusMillis(random.nextInt(3) == 0 ? random.nextInt(1000) : 0);
                // some end before they begin, as two computers' clocks produce it
                stays.add(new Stay(joined, joined.plusSeconds(random.nextInt(2000) - 100)));
            }
            try {
                property.holds(stays, AttendedTime.union(stays), random);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + stays, broken);
            }
        }
    }

    @Test
    void everyMomentCountsOnceAndOnlyIfSomeDeviceWasThere() {
        always((stays, time, random) -> {
            for (int at = 0; at < 50; at++) {
                var moment = NINE.plusMillis(random.nextInt(6_000_000) - 200_000);
                assertThat(covers(time.stretches(), moment)).isEqualTo(Math.min(1, covers(stays, moment)));
            }
        });
    }

    private static boolean covers(Stay stay, Instant moment) {
        return !moment.isBefore(stay.joined()) && moment.isBefore(stay.left());
    }

    private static int covers(List<Stay> stays, Instant moment) {
        return (int) stays.stream().filter(stay -> covers(stay, moment)).count();
    }

    @Test
    void theOrderOfReportsDoesNotMatter() {
        always((stays, time, random) -> {
            var shuffled = new ArrayList<>(stays);
            Collections.shuffle(shuffled, random);
            assertThat(AttendedTime.union(shuffled)).isEqualTo(time);
        });
    }

    @Test
    void theTotalIsNeverMoreThanTheSpanNorThanTheSumAndNeverNegative() {
        always((stays, time, random) -> {
            var sum = stays.stream().map(Stay::length).reduce(Duration.ZERO, Duration::plus);
            assertThat(time.total()).isLessThanOrEqualTo(sum).isGreaterThanOrEqualTo(Duration.ZERO);
            time.firstJoin().ifPresent(first -> assertThat(time.total()).isLessThanOrEqualTo(Duration.between(first, time.lastLeave().orElseThrow())));
            stays.forEach(stay -> assertThat(time.total()).isGreaterThanOrEqualTo(stay.length()));
        });
    }

    @Test
    void stretchesAreApartAndInOrder() {
        always((stays, time, random) -> IntStream.range(1, time.sessions()).forEach(at ->
                assertThat(time.stretches().get(at).joined()).isAfter(time.stretches().get(at - 1).left())));
    }

    @Test
    void unitingAgainOrInPartsChangesNothing() {
        always((stays, time, random) -> {
            int cut = stays.isEmpty() ? 0 : random.nextInt(stays.size());
            assertThat(AttendedTime.union(time.stretches())).isEqualTo(time);
            assertThat(AttendedTime.union(stays.subList(0, cut)).and(AttendedTime.union(stays.subList(cut, stays.size())))).isEqualTo(time);
        });
    }

    @Test
    void whatLiesWithinATimeIsNeverMoreThanTheTimeNorThanTheWhole() {
        always((stays, time, random) -> {
            var from = NINE.plusSeconds(random.nextInt(1800));
            var until = from.plusSeconds(random.nextInt(1800));
            assertThat(time.within(from, until).total()).isLessThanOrEqualTo(Duration.between(from, until)).isLessThanOrEqualTo(time.total());
        });
    }

    @Test
    void theCrowdIsTheNumberOfPeopleAtEachMomentAndEmptyAtTheEnd() {
        always((stays, time, random) -> {
            var people = stays.stream().map(stay -> AttendedTime.union(List.of(stay))).toList();
            var crowd = Crowd.of(people);
            var moment = NINE.plusSeconds(random.nextInt(4000));
            int counted = crowd.steps().stream().filter(step -> !step.at().isAfter(moment)).reduce((first, second) -> second)
                    .map(Crowd.Step::people).orElse(0);
            assertThat(counted).isEqualTo(covers(stays, moment));
            assertThat(crowd.most().people()).isLessThanOrEqualTo(stays.size());
            assertThat(crowd.steps().isEmpty() ? 0 : crowd.steps().getLast().people()).isZero();
        });
    }

    @Test
    void secondsAreKept() {
        var time = AttendedTime.union(List.of(new Stay(NINE, NINE.plusSeconds(1009)), new Stay(NINE.plusSeconds(10), NINE.plusSeconds(500))));
        assertThat(time.total()).isEqualTo(Duration.ofMinutes(16).plusSeconds(49));
    }
}
