package app.lectern.diagnosis.verdict;

/// How a meeting came to be, which decides what the API hands out about it.
public enum Kind { SCHEDULED, CHANNEL, INSTANT, LINK_ONLY, AD_HOC_CALL, LIVE_EVENT }
