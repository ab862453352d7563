package app.lectern.recordings;

import java.time.Duration;

/// One thing that was said. The speaker is empty where the tenant does not let names out.
public record TranscriptCue(Duration from, Duration until, String speaker, String text) {}
