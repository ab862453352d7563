package app.lectern.updates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A version as tags and manifests write it: `v1.4.0`, `1.4`, `0.1.0-SNAPSHOT`. What has a suffix comes before the same
/// number without one.
record VersionNumber(List<Integer> numbers, String suffix) implements Comparable<VersionNumber> {
    private static final Pattern FORM = Pattern.compile("[vV]?(\\d{1,9}(?:\\.\\d{1,9}){0,3})(?:-([0-9A-Za-z.-]+))?(?:\\+.*)?");

    VersionNumber {
        numbers = List.copyOf(numbers);
    }

    static Optional<VersionNumber> parse(String text) {
        var found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var numbers = new ArrayList<Integer>();
        for (var part : found.group(1).split("\\.")) {
            numbers.add(Integer.valueOf(part));
        }
        return Optional.of(new VersionNumber(numbers, found.group(2) == null ? "" : found.group(2)));
    }

    @Override
    public int compareTo(VersionNumber other) {
        for (int at = 0; at < Math.max(numbers.size(), other.numbers.size()); at++) {
            int order = Integer.compare(number(at), other.number(at));
            if (order != 0) {
                return order;
            }
        }
        if (suffix.isEmpty() || other.suffix.isEmpty()) {
            return Boolean.compare(suffix.isEmpty(), other.suffix.isEmpty());
        }
        return suffix.compareToIgnoreCase(other.suffix);
    }

    /// `1.4` is `1.4.0`.
    private int number(int at) {
        return at < numbers.size() ? numbers.get(at) : 0;
    }
}
