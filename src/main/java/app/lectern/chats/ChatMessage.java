package app.lectern.chats;

import java.time.Instant;

/// One message as it stands now; the text of a deleted one is empty.
public record ChatMessage(String id, String author, Instant sentAt, Instant changedAt, boolean deleted, String text) {}
