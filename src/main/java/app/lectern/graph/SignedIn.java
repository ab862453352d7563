package app.lectern.graph;

import java.time.Instant;
import java.util.List;

/// Who is signed in, and what Microsoft lets them do: read from the token for show, never to decide by.
///
/// @param account     the person's sign-in name, or empty when the app acts for itself
/// @param permissions application roles, or delegated scopes
public record SignedIn(
        String account, String displayName, String tenantId, boolean appOnly, List<String> permissions, Instant expires) {
    public SignedIn {
        permissions = List.copyOf(permissions);
    }
}
