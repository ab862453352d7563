package app.lectern.recordings;

/// What the evidence for a reason is worth, the heaviest first. UNKNOWN is what could not be looked at.
public enum WhyWeight { CERTAIN, LIKELY, POSSIBLE, UNKNOWN, RULED_OUT }
