package app.lectern.demo.entra;

/// A person of the tenant as far as signing in is concerned.
///
/// @param id      the object id
/// @param name    the user principal name
/// @param enabled whether the account may sign in
public record DemoAccount(String id, String name, String displayName, boolean enabled) {
}
