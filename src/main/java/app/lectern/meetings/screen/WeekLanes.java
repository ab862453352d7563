package app.lectern.meetings.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Puts what overlaps on one day side by side: each takes the first free lane, and all that hang together share the width.
final class WeekLanes {
    /// A stretch of a day in minutes since midnight.
    record Stretch(int from, int until) {}

    /// The place within the day's column: the lane's number and how many there are.
    record Lane(int number, int of) {}

    private WeekLanes() {}

    /// A lane for each stretch, in the same order.
    static List<Lane> of(List<Stretch> stretches) {
        var order = IntStream.range(0, stretches.size()).boxed()
                .sorted(Comparator.comparingInt((Integer at) -> stretches.get(at).from()).thenComparingInt(at -> -stretches.get(at).until())).toList();
        var lanes = new Lane[stretches.size()];
        var cluster = new ArrayList<Integer>();
        var numbers = new int[stretches.size()];
        var ends = new ArrayList<Integer>();
        int clusterEnd = Integer.MIN_VALUE;
        for (int at : order) {
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
