package app.lectern.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An account as the directory describes it. Whatever Lectern may not read is absent, which is not the same as "no".
///
/// @param objectId what the paths of online meetings want in place of an address
public record Account(
        String objectId,
        String displayName,
        String userPrincipalName,
        String mail,
        String jobTitle,
        String department,
        Optional<Boolean> enabled,
        String userType,
        boolean syncedFromPremises,
        List<String> otherAddresses,
        List<AssignedPlan> plans) {

    /// @param active whether the assignment counts; a plan that was switched off stays in the list
    public record AssignedPlan(String planId, boolean active, Optional<Instant> since) {}

    public Account {
        otherAddresses = List.copyOf(otherAddresses);
        plans = List.copyOf(plans);
    }

    /// Guests have `#EXT#` in their name even where the type may not be read.
    public boolean isGuest() {
        return "Guest".equalsIgnoreCase(userType) || userPrincipalName.toUpperCase(java.util.Locale.ROOT).contains("#EXT#");
    }

    /// When a plan of these was assigned last.
    Optional<Instant> newest(java.util.Set<String> planIds) {
        return plans.stream()
                .filter(plan -> plan.active() && planIds.contains(plan.planId()))
                .flatMap(plan -> plan.since().stream())
                .max(Instant::compareTo);
    }
}
