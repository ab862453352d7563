/// The task strip at the window's foot and the list that opens above it: background jobs as a person follows them.
package app.lectern.shell.tasks;
