package app.lectern.meetings;

/// Whose meeting it is. The object id is what the paths of online meetings want; it may be empty until it was looked up.
public record Organiser(String objectId, String address, String name) {}
