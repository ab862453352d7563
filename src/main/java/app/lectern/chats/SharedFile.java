package app.lectern.chats;

import java.time.Instant;

/// A file that somebody shared in a chat. It stays where it is; only its name and link are known here.
public record SharedFile(String id, String name, String link, String sharedBy, Instant sharedAt) {}
