package app.lectern.sync.health;

/// How a figure stands to its target.
public enum TargetState { UNKNOWN, ON_TARGET, NEAR_LIMIT, OFF_TARGET }
