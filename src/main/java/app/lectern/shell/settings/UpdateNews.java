package app.lectern.shell.settings;

/// What asking for a newer version brought. `page` offers it; empty when there is none, or nothing newer.
public record UpdateNews(boolean newer, String title, String changes, String page) {}
