package app.lectern.recordings;

/// Why a meeting may have no recording, or what else there is to say of it.
public enum WhyKind { POLICY, LICENCE, NOBODY_JOINED, PROCESSING, STORAGE_FULL, PERMISSION, NOT_SWITCHED_ON, NOT_ENDED, REMOVED, THERE }
