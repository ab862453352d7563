package app.lectern.recordings;

/// Where a recording stands in the tenant. What was removed there stays in the library.
public enum RecordingState { PROCESSING, AVAILABLE, REMOVED }
