/// Brings files here, whole: queue, ranges, journal, hashes, names. Knows nothing of meetings; where a file is and how its
/// bytes are asked for is a [app.lectern.recordings.downloads.FileSource]'s business.
package app.lectern.recordings.downloads;
