package app.lectern.chats;

import app.lectern.store.Store;
import app.lectern.sync.FacetCount;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The rows of the tables `chat_message` and `chat_file`.
final class ChatsStore {
    private static final int LONGEST = 100_000;

    private final Store store;

    ChatsStore(Store store) {
        this.store = store;
    }

    Optional<Instant> lastChange(long integration, String thread) {
        return store.read(handle -> handle.createQuery("""
                        SELECT MAX(changed_at) AS newest FROM chat_message WHERE integration_id = :of AND thread_id = :thread
                        """)
                .bind("of", integration).bind("thread", thread)
                .map((row, context) -> Optional.ofNullable(row.getObject("newest", OffsetDateTime.class)).map(OffsetDateTime::toInstant)).one());
    }

    Map<String, Instant> newestByThread(long integration) {
        return store.read(handle -> handle.createQuery("SELECT thread_id, MAX(changed_at) AS newest FROM chat_message WHERE integration_id = :of GROUP BY thread_id")
                .bind("of", integration)
                .map((row, context) -> Map.entry(row.getString("thread_id"), row.getObject("newest", OffsetDateTime.class).toInstant())).list()).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// What was new, changed and deleted among these messages.
    FacetCount keepMessages(long integration, String thread, List<ChatMessage> messages) {
        return store.write(handle -> {
            var count = FacetCount.NONE;
            for (var message : messages) {
                int known = bound(handle, """
                        UPDATE chat_message SET author = :author, sent_at = :sent, changed_at = :changed, deleted = :deleted, content = :content
                        WHERE integration_id = :of AND thread_id = :thread AND message_id = :id
                        """, integration, thread, message);
                if (known == 0) {
                    bound(handle, """
                            INSERT INTO chat_message (integration_id, thread_id, message_id, author, sent_at, changed_at, deleted, content)
                            VALUES (:of, :thread, :id, :author, :sent, :changed, :deleted, :content)
                            """, integration, thread, message);
                }
                count = count.plus(new FacetCount(known == 0 ? 1 : 0, known > 0 && !message.deleted() ? 1 : 0, 0,
                        known > 0 && message.deleted() ? 1 : 0, 0));
            }
            return count;
        });
    }

    private static int bound(Handle handle, String sql, long integration, String thread, ChatMessage message) {
        return handle.createUpdate(sql)
                .bind("of", integration).bind("thread", thread).bind("id", message.id())
                .bind("author", message.author()).bind("sent", message.sentAt()).bind("changed", message.changedAt())
                .bind("deleted", message.deleted())
                .bind("content", message.text().length() > LONGEST ? message.text().substring(0, LONGEST) : message.text())
                .execute();
    }

    FacetCount keepFiles(long integration, String thread, List<SharedFile> files) {
        return store.write(handle -> {
            var count = FacetCount.NONE;
            for (var file : files) {
                int known = handle.createUpdate("""
                                UPDATE chat_file SET name = :name, link = :link WHERE integration_id = :of AND thread_id = :thread AND file_id = :id
                                """)
                        .bind("name", file.name()).bind("link", file.link()).bind("of", integration).bind("thread", thread)
                        .bind("id", file.id()).execute();
                if (known == 0) {
                    handle.createUpdate("""
                                    INSERT INTO chat_file (integration_id, thread_id, file_id, name, link, shared_by, shared_at)
                                    VALUES (:of, :thread, :id, :name, :link, :by, :at)
                                    """)
                            .bind("of", integration).bind("thread", thread).bind("id", file.id()).bind("name", file.name())
                            .bind("link", file.link()).bind("by", file.sharedBy()).bind("at", file.sharedAt()).execute();
                }
                count = count.plus(new FacetCount(known == 0 ? 1 : 0, 0, known == 0 ? 0 : 1, 0, 0));
            }
            return count;
        });
    }

    /// Oldest first, within the span: the occurrences of a series share one chat.
    List<ChatMessage> messages(long integration, String thread, Instant from, Instant until) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM chat_message WHERE integration_id = :of AND thread_id = :thread AND sent_at >= :from AND sent_at < :until
                        ORDER BY sent_at, message_id
                        """)
                .bind("of", integration).bind("thread", thread).bind("from", from).bind("until", until)
                .map((row, context) -> new ChatMessage(row.getString("message_id"), row.getString("author"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("deleted"), row.getString("content")))
                .list());
    }

    List<SharedFile> files(long integration, String thread, Instant from, Instant until) {
        return store.read(handle -> handle.createQuery("""
                        SELECT * FROM chat_file WHERE integration_id = :of AND thread_id = :thread AND shared_at >= :from AND shared_at < :until
                        ORDER BY shared_at, name
                        """)
                .bind("of", integration).bind("thread", thread).bind("from", from).bind("until", until)
                .map((row, context) -> new SharedFile(row.getString("file_id"), row.getString("name"), row.getString("link"),
                        row.getString("shared_by"), row.getObject("shared_at", OffsetDateTime.class).toInstant()))
                .list());
    }
}
