package app.lectern.updates;

/// One version that can be had: what its notes say, and the page that offers it.
public record Release(String version, String notes, String page) {}
