package app.lectern.chats;

import app.lectern.graph.About;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Paging;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Meeting;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.ChatMessageAttachment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the messages of a meeting's chat, newest change first, back to the last change that is known.
final class ChatsGraph {
    /// What Graph gives at the most on a page of messages.
    private static final int PAGE = 50;

    private final GraphSession session;

    ChatsGraph(GraphSession session) {
        this.session = session;
    }

    record Read(List<ChatMessage> messages, List<SharedFile> files) {}

    Read changedSince(Meeting meeting, Optional<Instant> known, Progress progress) {
        var about = About.of("Sync: chat").item(meeting.subject()).account(meeting.organiser().address()).permission("Chat.Read.All");
        return session.ask(about, client -> {
            var messages = client.chats().byChatId(meeting.threadId()).messages();
            var first = messages.get(request -> {
                request.queryParameters.top = PAGE;
                request.queryParameters.orderby = new String[] {"lastModifiedDateTime desc"};
                known.ifPresent(since -> request.queryParameters.filter = "lastModifiedDateTime gt " + since);
            });
            var read = new Read(new ArrayList<>(), new ArrayList<>());
            Paging.walk(first, link -> messages.withUrl(link).get(), page -> page.getValue().forEach(message -> add(message, read)), progress);
            return read;
        });
    }

    private static void add(com.microsoft.graph.models.ChatMessage message, Read into) {
        var author = author(message);
        var sent = message.getCreatedDateTime().withOffsetSameInstant(ZoneOffset.UTC).toInstant();
        boolean deleted = message.getDeletedDateTime() != null;
        var text = deleted ? "" : text(message);
        var files = files(message, author, sent);
        // joins, leaves and started calls are messages without an author and without words
        if (author.isEmpty() && text.isEmpty()) {
            return;
        }
        var changed = message.getLastModifiedDateTime() == null ? sent : message.getLastModifiedDateTime().toInstant();
        into.messages().add(new ChatMessage(message.getId(), author, sent, changed, deleted, text));
        if (!deleted) {
            into.files().addAll(files);
        }
    }

    private static String author(com.microsoft.graph.models.ChatMessage message) {
        var from = message.getFrom();
        if (from == null) {
            return "";
        }
        var who = from.getUser() != null ? from.getUser() : from.getApplication();
        return who == null || who.getDisplayName() == null ? "" : who.getDisplayName();
    }

    private static String text(com.microsoft.graph.models.ChatMessage message) {
        var body = message.getBody();
        if (body == null || body.getContent() == null) {
            return "";
        }
        return body.getContentType() == BodyType.Text ? body.getContent().strip() : MessageText.of(body.getContent());
    }

    private static List<SharedFile> files(com.microsoft.graph.models.ChatMessage message, String author, Instant sent) {
        var attachments = Optional.ofNullable(message.getAttachments()).orElse(List.of());
        return attachments.stream().filter(ChatsGraph::isFile)
                .map(file -> new SharedFile(file.getId(), file.getName(), file.getContentUrl(), author, sent)).toList();
    }

    /// Quoted messages and cards are attachments too.
    private static boolean isFile(ChatMessageAttachment attachment) {
        return "reference".equals(attachment.getContentType()) && attachment.getName() != null && attachment.getContentUrl() != null;
    }
}
