/// The Settings screen. It changes settings at once; where keys are kept and whether the network works are asked
/// through small interfaces that the wiring fills.
package app.lectern.shell.settings;
