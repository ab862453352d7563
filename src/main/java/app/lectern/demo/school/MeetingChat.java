package app.lectern.demo.school;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What people wrote in a meeting's chat: a few lines in each session, made from the seed, and a worksheet now and then.
public final class MeetingChat {
    private static final List<String> LINES = List.of("<p>Good morning, can everybody see the slides?</p>", "<p>Yes, thank you.</p>",
            "<p>Page&nbsp;42 in the book &amp; the worksheet, please.</p>", "<p>My microphone does not work today.</p>",
            "<p>Please send the homework by Friday.<br>Questions until Thursday.</p>", "<div>See you next week!</div>");

    private final Ids ids;

    public MeetingChat(Ids ids) {
        this.ids = ids;
    }

    /// @param html as Teams keeps it
    /// @param file the address of a file that was shared with it, or null
    public record Message(String id, Person author, Instant sentAt, String html, String file) {}

    /// Everything that had been written by then, oldest first.
    public List<Message> of(OnlineMeeting meeting, Instant now) {
        var messages = new ArrayList<Message>();
        for (var session : meeting.sessions()) {
            var random = ids.random("chat", session.number());
            var at = session.start();
            for (int line = 0; line < 2 + random.nextInt(LINES.size() - 2); line++) {
                at = at.plus(Duration.ofSeconds(60 + random.nextInt(400)));
                var file = line == 2 ? "https://northfield.sharepoint.example/personal/" + meeting.organiser().card().id() + "/Documents/Worksheet "
                        + session.number() + ".pdf" : null;
                if (!at.isAfter(now)) {
                    messages.add(new Message(Long.toString(at.toEpochMilli()), meeting.organiser(), at, LINES.get(line), file));
                }
            }
        }
        return messages;
    }
}
