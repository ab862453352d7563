package app.lectern.accounts;

import java.util.Set;

/// The tenant that an integration reaches, as far as accounts need to know it.
///
/// @param domains   verified domains in lower case; empty when they may not be read, and then no address is called foreign
/// @param appOnly   whether Lectern signs in as itself, which is when Teams asks for an access policy
/// @param hasTeams  false in a cloud where Graph knows no online meetings at all
record Tenant(String id, String name, Set<String> domains, String appId, boolean appOnly, boolean hasTeams) {
    boolean isForeign(String domain) {
        return !domains.isEmpty() && !domains.contains(domain);
    }
}
