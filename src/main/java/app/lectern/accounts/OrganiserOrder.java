package app.lectern.accounts;

import app.lectern.accounts.EmailChain.Role;
import java.util.ArrayList;
import java.util.List;

/// What the person decided about organisers: which address is their own where the app signs in for itself, and whom to try first.
/// The others keep the usual order behind.
public record OrganiserOrder(String ownAddress, Role first) {
    public static final OrganiserOrder USUAL = new OrganiserOrder("", Role.SIGNED_IN_USER);

    public OrganiserOrder {
        ownAddress = MailAddress.normalised(ownAddress);
    }

    public List<Role> roles() {
        var roles = new ArrayList<>(List.of(Role.values()));
        roles.remove(first);
        roles.addFirst(first);
        return roles;
    }
}
