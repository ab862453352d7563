package app.lectern.recordings;

/// A place in a transcript that was searched for.
///
/// @param cue   its number in the transcript
/// @param from  where in the cue's text it begins
/// @param until and ends
public record TranscriptHit(int cue, TranscriptCue said, int from, int until) {}
