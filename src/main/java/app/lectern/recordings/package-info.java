/// Recordings: the library of what meetings left behind, read from the meetings API and the drives; what was downloaded by
/// whom; transcripts; storage. The engine that brings files here is [app.lectern.recordings.downloads].
package app.lectern.recordings;
