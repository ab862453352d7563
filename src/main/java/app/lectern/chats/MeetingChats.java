package app.lectern.chats;

import app.lectern.integrations.Integration;
import app.lectern.meetings.Meeting;
import app.lectern.store.Store;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;

/// What was written and shared around one meeting, and the same as text for a file.
public final class MeetingChats {
    /// In a series, what is written before an occurrence and after it belongs to it this far.
    private static final Duration BEFORE = Duration.ofHours(12);
    private static final Duration AFTER = Duration.ofDays(2);

    private final ChatsStore store;
    private final Words words;

    public MeetingChats(Store store, Words words) {
        this.store = new ChatsStore(store);
        this.words = words;
    }

    public List<ChatMessage> messages(Integration of, Meeting meeting) {
        return store.messages(of.id(), meeting.threadId(), meeting.start().minus(BEFORE), meeting.end().plus(AFTER));
    }

    public List<SharedFile> files(Integration of, Meeting meeting) {
        return store.files(of.id(), meeting.threadId(), meeting.start().minus(BEFORE), meeting.end().plus(AFTER));
    }

    /// One line per message with its time and author, further lines indented; then the files with their links.
    public String text(Integration of, Meeting meeting) {
        var text = new StringBuilder();
        if (of.isSimulated()) {
            text.append(words.text("demo.simulated")).append("\n");
        }
        text.append(words.text("chats.export.title", meeting.subject(), words.fullDate(meeting.start()), words.zone().getId())).append("\n\n");
        for (var message : messages(of, meeting)) {
            var said = message.deleted() ? words.text("chats.deleted") : message.text();
            text.append(words.when(message.sentAt())).append("  ").append(message.author()).append(": ")
                    .append(said.replace("\n", "\n    ")).append("\n");
        }
        var files = files(of, meeting);
        if (!files.isEmpty()) {
            text.append("\n").append(words.text("chats.export.files")).append("\n");
            files.forEach(file -> text.append(words.when(file.sharedAt())).append("  ").append(file.sharedBy()).append(": ")
                    .append(file.name()).append("  ").append(file.link()).append("\n"));
        }
        return text.toString();
    }
}
