/// Unattended syncs: while the window is open by its own clock, otherwise by the system's scheduler, which is given a file or a
/// line and nothing else. Quiet hours and metered networks hold for both.
package app.lectern.sync.schedule;
