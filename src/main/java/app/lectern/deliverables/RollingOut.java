package app.lectern.deliverables;

/// The services that bring due dates to everybody.
public record RollingOut(RollOut list, TestDate test) {}
