package app.lectern.demo.entra;

import java.util.Optional;

/// Who is in the tenant's directory; the school answers it.
@FunctionalInterface
public interface Accounts {
    /// By object id or by user principal name, the latter in any case.
    Optional<DemoAccount> find(String idOrName);
}
