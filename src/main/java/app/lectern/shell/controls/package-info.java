/// The controls that every screen is built from: cards, chips, messages, states, tables. They know words and look-up
/// colours, no screen and no service.
package app.lectern.shell.controls;
