package app.lectern.integrations.permissions;

import app.lectern.integrations.permissions.CapabilityRow.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Turns findings about permissions into findings about what people want to do.
final class CapabilityMatrix {
    private CapabilityMatrix() {}

    /// A capability that only optional permissions unlock needs those; any other works without them.
    /// The token may name a narrower permission that only reads, which is enough for a job that only reads.
    static CapabilityRow row(Capability capability, PermissionReport report) {
        if (!report.jobs().include(capability)) {
            return new CapabilityRow(capability, false, List.of(), List.of(), Standing.UNKNOWN, Standing.UNKNOWN, Optional.empty(), Fixer.NOBODY_NEEDED);
        }
        var inToken = report.inToken();
        var concerned = report.findings().stream().filter(one -> one.permission().unlocks().contains(capability)).toList();
        var required = concerned.stream().filter(one -> !one.permission().optional()).toList();
        var wanted = required.isEmpty() ? concerned : required;
        var needed = wanted.stream().filter(one -> readInstead(one, capability, inToken).isEmpty()).toList();
        var names = wanted.stream().map(one -> readInstead(one, capability, inToken).orElse(one.name())).toList();
        var missing = needed.stream().filter(one -> isOut(one)).map(PermissionFinding::name).toList();
        var granted = needed.isEmpty() ? Standing.UNKNOWN : missing.isEmpty() ? Standing.YES : Standing.NO;
        var obstacle = worst(needed);
        return new CapabilityRow(capability, true, names, missing, granted, working(needed),
                obstacle.flatMap(PermissionFinding::problem), obstacle.map(PermissionFinding::fixer).orElse(Fixer.NOBODY_NEEDED));
    }

    private static Optional<String> readInstead(PermissionFinding one, Capability capability, List<String> inToken) {
        return one.state() == PermissionState.MISSING ? one.permission().readingFor(capability, inToken) : Optional.empty();
    }

    private static boolean isOut(PermissionFinding one) {
        return one.state() == PermissionState.NOT_OFFERED || !one.inToken() && !one.worksOutsideTheToken();
    }

    private static Standing working(List<PermissionFinding> needed) {
        if (needed.stream().anyMatch(one -> severity(one) > 1)) {
            return Standing.NO;
        }
        boolean allSeen = !needed.isEmpty() && needed.stream().allMatch(one -> one.state() == PermissionState.GRANTED);
        return allSeen ? Standing.YES : Standing.UNKNOWN;
    }

    private static Optional<PermissionFinding> worst(List<PermissionFinding> needed) {
        return needed.stream().filter(one -> severity(one) > 0).max(Comparator.comparingInt(CapabilityMatrix::severity));
    }

    private static int severity(PermissionFinding one) {
        return switch (one.state()) {
            case GRANTED -> 0;
            case NOT_CHOSEN, COULD_NOT_CHECK -> 1;
            case REFUSED -> 2;
            case NOT_OFFERED -> 3;
            case MISSING -> 4;
        };
    }
}
