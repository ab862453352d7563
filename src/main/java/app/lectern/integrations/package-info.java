/// Tenants that Lectern is connected to: what they are called, how Lectern signs in to each, and who stands in as organiser.
/// The demo tenant is one of them, marked as simulated.
package app.lectern.integrations;
