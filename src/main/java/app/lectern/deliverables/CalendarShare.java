package app.lectern.deliverables;

/// Somebody who may look into the shared calendar.
///
/// @param address empty for the whole organisation
/// @param role    in Graph's spelling, such as `read`
public record CalendarShare(String id, String name, String address, String role, boolean removable) {
    public boolean isOrganisation() {
        return address.isEmpty();
    }

    public boolean mayRead() {
        return !role.equals("none") && !role.equals("freeBusyRead");
    }
}
