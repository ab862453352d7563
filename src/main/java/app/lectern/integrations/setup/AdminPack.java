package app.lectern.integrations.setup;

/// What a person hands to an administrator: the same content as plain text for a mail and as a web page.
public record AdminPack(String subject, String text, String html) {}
