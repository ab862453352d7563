/// Meetings that are planned here: slots, their options, how they are checked, created, changed and cancelled in the tenant. A slot
/// is kept before anything is sent and stays whatever the tenant answers.
package app.lectern.meetings.planning;
