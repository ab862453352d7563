package app.lectern.attendance;

import app.lectern.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Who did not come to a meeting, in words that can be sent: a digest for whoever asks, and a draft to those who were missed.
public final class NoShowDigest {
    /// Longer addresses are cut off by mail programs, without a word.
    private static final int LONGEST = 1_900;

    private final Words words;

    public NoShowDigest(Words words) {
        this.words = words;
    }

    /// A mail that nobody has sent yet.
    public record Draft(List<String> to, String subject, String body) {
        /// Opens it in the person's mail program; the missing see nothing of each other. Without the text when all of it
        /// would be too long.
        public String address() {
            var whole = address(body);
            return whole.length() <= LONGEST ? whole : address("");
        }

        private String address(String text) {
            return "mailto:?bcc=" + to.stream().map(Draft::encoded).collect(Collectors.joining(",")) + "&subject=" + encoded(subject)
                    + (text.isEmpty() ? "" : "&body=" + encoded(text.replace("\n", "\r\n")));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        public String whole() {
            return String.join("; ", to) + "\n\n" + subject + "\n\n" + body;
        }
    }

    public Draft draft(MeetingAttendance of) {
        return draft(of, of.roll().noShows());
    }

    public Draft draft(MeetingAttendance of, List<Invitee> to) {
        var line = of.line();
        return new Draft(to.stream().map(Invitee::address).toList(), words.text("attendance.mail.subject", line.subject()),
                words.text("attendance.mail.body", line.subject(), words.fullDate(line.start()), line.organiserName().isEmpty() ? line.organiser()
                        : line.organiserName()));
    }

    /// The digest for the organiser: the figures, and everybody who was missed.
    public String digest(MeetingAttendance of) {
        var figures = of.line().figures();
        var names = of.roll().noShows().stream().map(missing -> "– " + missing.called() + " <" + missing.address() + ">").collect(Collectors.joining("\n"));
        var excused = of.roll().excused().stream().map(each -> "– " + each.called() + " <" + each.address() + ">").collect(Collectors.joining("\n"));
        return words.text("attendance.digest", of.line().subject(), words.fullDate(of.line().start()), figures.joined(), of.invited().size(),
                of.roll().noShows().size()) + (names.isEmpty() ? "" : "\n" + names)
                + (excused.isEmpty() ? "" : "\n" + words.text("attendance.digest.declined", of.roll().excused().size()) + "\n" + excused);
    }
}
