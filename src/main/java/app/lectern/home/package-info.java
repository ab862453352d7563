/// Lectern's data folder: which file lies where, who may read it, the settings and the log.
/// Knows `problems` and nothing else.
package app.lectern.home;
