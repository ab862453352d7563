package app.lectern.recordings;

/// The whole library in figures.
///
/// @param waiting  available in the tenant and not on this computer, videos and transcripts alike
/// @param expiring what the tenant removes soon
public record ListFigures(int recordings, int meetings, int waiting, int expiring) {}
