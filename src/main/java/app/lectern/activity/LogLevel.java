package app.lectern.activity;

/// How grave an entry is: nothing to do, worth knowing, or something did not happen that should have.
public enum LogLevel { INFO, WARNING, ERROR }
