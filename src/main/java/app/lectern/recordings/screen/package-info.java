/// The Recordings screen: the library in a table that reads only what is in sight, the chosen recording with its transcript, the
/// downloads, and what is done with many at once.
package app.lectern.recordings.screen;
