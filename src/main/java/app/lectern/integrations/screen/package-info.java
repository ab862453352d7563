/// The Integrations screen: the list of tenants, what is known of each, and the two ways to begin. Other rooms show
/// [PermissionMissingPane] where a permission of theirs is missing.
package app.lectern.integrations.screen;
