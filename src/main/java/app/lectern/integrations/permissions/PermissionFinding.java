package app.lectern.integrations.permissions;

import app.lectern.problems.Problem;
import java.util.Optional;

/// How it stands with one permission of the catalogue.
///
/// @param name    as it is called for this way of signing in
/// @param inToken whether the token names it, or a wider one
/// @param problem why it does not work, with what to do next; empty when it is granted
public record PermissionFinding(
        Permission permission,
        String name,
        PermissionState state,
        boolean inToken,
        Optional<Problem> problem,
        Fixer fixer,
        ProbeEvidence evidence) {
    PermissionFinding notChosen() {
        return new PermissionFinding(permission, name, PermissionState.NOT_CHOSEN, false, Optional.empty(), Fixer.NOBODY_NEEDED,
                ProbeEvidence.none(evidence.at()));
    }

    /// Works although the token does not name it: Exchange's own roles grant it, which a later change there can end.
    public boolean worksOutsideTheToken() {
        return state == PermissionState.GRANTED && !inToken;
    }
}
