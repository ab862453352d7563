package app.lectern.demo;

/// Where a running demo tenant is found and how Lectern signs in to it. Its secret guards simulated data only, and is still
/// kept out of anything printed.
public record DemoEndpoint(
        String loginEndpoint,
        String graphEndpoint,
        int port,
        String authorityPem,
        String tenantId,
        String tenantName,
        String clientId,
        String secret) {
    static DemoEndpoint of(DemoTenant tenant) {
        var app = tenant.apps().lectern();
        return new DemoEndpoint(
                tenant.loginEndpoint(),
                tenant.graphEndpoint(),
                java.net.URI.create(tenant.graphEndpoint()).getPort(),
                tenant.authorityPem(),
                tenant.tenantId(),
                tenant.identity().displayName(),
                app.appId(),
                app.secret());
    }

    @Override
    public String toString() {
        return "DemoEndpoint[" + graphEndpoint + "]";
    }
}
