package app.lectern.meetings.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Puts what overlaps on one day side by side: each takes the first free lane, and all that hang together share the width.
final class WeekLanes {
    /// The width of the count beside them.
    static final double COUNT = 28;
    /// Two are let stand however narrow they are.
    private static final int CROWD = 3;
    private static final double NARROWEST = 44;

    /// A stretch of a day in minutes since midnight.
    record Stretch(int from, int until) {}

    /// The place within the day's column: the lane's number and how many there are.
    record Lane(int number, int of) {}

    /// Places in the list of what hangs together, the earliest first.
    static List<List<Integer>> clusters(List<Stretch> stretches) {
        var clusters = new ArrayList<List<Integer>>();
        int end = Integer.MIN_VALUE;
        for (int at : order(stretches)) {
            if (stretches.get(at).from() >= end) {
                clusters.add(new ArrayList<>());
            }
            clusters.getLast().add(at);
            end = Math.max(end, stretches.get(at).until());
        }
        return clusters;
    }

    /// How many lanes show in that width; where all of them would be too narrow, the last ones give their room to a count.
    static int shown(int lanes, double width) {
        return lanes < CROWD || width / lanes >= NARROWEST ? lanes : Math.max(1, (int) ((width - COUNT) / NARROWEST));
    }

    private WeekLanes() {}

    private static List<Integer> order(List<Stretch> stretches) {
        return IntStream.range(0, stretches.size()).boxed()
                .sorted(Comparator.comparingInt((Integer at) -> stretches.get(at).from()).thenComparingInt(at -> -stretches.get(at).until())).toList();
    }

    /// A lane for each stretch, in the same order.
    static List<Lane> of(List<Stretch> stretches) {
        var lanes = new Lane[stretches.size()];
        var cluster = new ArrayList<Integer>();
        var numbers = new int[stretches.size()];
        var ends = new ArrayList<Integer>();
        int clusterEnd = Integer.MIN_VALUE;
        for (int at : order(stretches)) {
            var stretch = stretches.get(at);
            if (stretch.from() >= clusterEnd) {
                close(cluster, numbers, ends.size(), lanes);
                ends.clear();
            }
            numbers[at] = free(ends, stretch);
            cluster.add(at);
            clusterEnd = Math.max(clusterEnd, stretch.until());
        }
        close(cluster, numbers, ends.size(), lanes);
        return List.of(lanes);
    }

    private static int free(List<Integer> ends, Stretch stretch) {
        for (int lane = 0; lane < ends.size(); lane++) {
            if (ends.get(lane) <= stretch.from()) {
                ends.set(lane, stretch.until());
                return lane;
            }
        }
        ends.add(stretch.until());
        return ends.size() - 1;
    }

    private static void close(List<Integer> cluster, int[] numbers, int count, Lane[] lanes) {
        cluster.forEach(at -> lanes[at] = new Lane(numbers[at], count));
        cluster.clear();
    }
}
