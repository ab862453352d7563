package app.lectern.demo;

import java.util.List;

/// The names under which the tenant is known.
///
/// @param tenantId the directory's id
/// @param domains  verified domains, the default one first
public record TenantIdentity(String tenantId, String displayName, List<String> domains) {

    /// The tenant that every demonstration uses; the id looks like any other on purpose.
    public static final TenantIdentity NORTHFIELD = new TenantIdentity("7d1f2c64-5e0b-4a7e-9b1e-3c52a8f0d941",
            "Northfield College", List.of("northfield.example", "northfieldacademy.onmicrosoft.com"));

    public String defaultDomain() {
        return domains.getFirst();
    }
}
