/// What Lectern may do in a tenant: the catalogue of permissions as data, the report that compares it with the token and
/// with harmless probes, and the two kinds of access policy.
package app.lectern.integrations.permissions;
