/// The command palette: where entries come from, how they are matched, and the box that shows them.
package app.lectern.shell.palette;
