package app.lectern.graph;

/// What Entra tells about a tenant to anybody who asks.
///
/// @param region such as `EU` or `NA`; empty when Entra does not say
public record TenantFacts(String tenantId, String region) {}
