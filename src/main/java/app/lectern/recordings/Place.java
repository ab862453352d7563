package app.lectern.recordings;

/// Where the tenant keeps a recording. TEAMS is what only the meetings API told of.
public enum Place { ONEDRIVE, SHAREPOINT, TEAMS }
