/// Integrations on the command line: the same services as the window's.
package app.lectern.integrations.commands;
