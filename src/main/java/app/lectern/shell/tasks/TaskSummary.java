package app.lectern.shell.tasks;

/// Running work of one kind, as the strip shows it: "2 downloads", "64 % · 11.2 MB/s".
public record TaskSummary(String icon, String title, String progress, double share) {}
