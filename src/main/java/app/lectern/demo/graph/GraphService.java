package app.lectern.demo.graph;

/// The Microsoft service that stands behind a Graph route. It decides how a refusal is worded and which limits hold.
public enum GraphService {
    /// Users, groups, licences, applications: `Authorization_RequestDenied`.
    DIRECTORY,
    /// Calendars and mailbox settings: `ErrorAccessDenied`, and at most four requests at once for a mailbox.
    EXCHANGE,
    /// Online meetings, attendance, recordings, call records, chats: `Forbidden`.
    TEAMS,
    /// OneDrive and SharePoint: `accessDenied`.
    FILES;

    /// The refusal of a token that lacks the permission.
    GraphRefusal permissionMissing() {
        return switch (this) {
            case DIRECTORY -> GraphRefusal.of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
            case EXCHANGE -> GraphRefusal.of(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
            case TEAMS -> GraphRefusal.of(403, "Forbidden", "Missing role permissions on the request.");
            case FILES -> GraphRefusal.of(403, "accessDenied", "Access denied");
        };
    }
}
