/// The way from nothing to a working integration: the draft that survives leaving and crashes, the pack for an
/// administrator and the judging of the reply, the list of what is ready, and the test meeting.
package app.lectern.integrations.setup;
