package app.lectern.integrations.permissions;

import app.lectern.problems.Problem;
import java.util.List;
import java.util.Optional;

/// One line of the matrix: what a capability needs, whether that is granted, and whether it works.
///
/// @param chosen  whether the integration is for it; where it is not, nothing is missing
/// @param missing what of `needed` is not granted
/// @param problem the first thing in its way
public record CapabilityRow(
        Capability capability,
        boolean chosen,
        List<String> needed,
        List<String> missing,
        Standing granted,
        Standing working,
        Optional<Problem> problem,
        Fixer fixer) {
    /// `UNKNOWN` is never to be shown as good.
    public enum Standing { YES, NO, UNKNOWN }
}
