/// The command line: root command, shared options, tables and JSON, progress, exit codes. The commands themselves live with
/// their features. No JavaFX class is loaded from here.
package app.lectern.cli;
