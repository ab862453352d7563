package app.lectern.meetings;

import app.lectern.integrations.Integration;
import app.lectern.words.Words;
import java.time.Instant;
import java.util.Locale;

/// What is said about a meeting, on the screen and on the command line.
public final class MeetingText {
    private final Words words;

    public MeetingText(Words words) {
        this.words = words;
    }

    public String when(Instant start, Instant end) {
        return words.text("meetings.when", words.when(start), words.time(end));
    }

    /// What Microsoft hands out about a meeting of this kind, and what it does not.
    public String allows(Meeting of) {
        return words.text("meeting-kind." + of.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + ".allows");
    }

    /// Whether recordings or attendance of it may be missing for no other reason than its kind.
    public boolean isLimited(Meeting of) {
        return !of.kind().hasCalendarEvent();
    }

    /// For a mail or a chat: what, when, in which zone, and the link.
    public String invitation(Integration in, Meeting of) {
        return invitation(in, of.subject(), of.start(), of.end(), of.organiser().name(), of.joinUrl());
    }

    public String invitation(Integration in, String subject, Instant start, Instant end, String organiser, String joinUrl) {
        var text = words.text("meetings.invitation", subject, words.fullDate(start), words.time(end), words.zone().getId(), organiser, joinUrl);
        return in.isSimulated() ? words.text("demo.simulated") + "\n\n" + text : text;
    }
}
