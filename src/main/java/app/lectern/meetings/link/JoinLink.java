package app.lectern.meetings.link;

/// A join link and what stands in it. What a form does not carry is empty: a short link names neither tenant nor organiser.
/// Nothing here says which kind of meeting it is; the form of a link does not tell.
///
/// @param url      the link as it was issued, out of its wrappers, with its own escapes
/// @param wrapped  the link came inside another one, such as Safe Links
public record JoinLink(String url, Form form, String host, String threadId, String messageId, String tenantId, String organiserId,
        String meetingNumber, String passcode, boolean wrapped) {
    public enum Form {
        /// `/l/meetup-join/`: thread and message, mostly with a context.
        LONG,
        /// `/meet/NUMBER`.
        SHORT,
        /// A personal account's meeting, outside every tenant.
        CONSUMER,
        /// The page that Teams shows after a meeting.
        RECAP
    }

    /// Why a text is no join link.
    public enum Refusal { EMPTY, TOO_LONG, NO_LINK, NOT_TEAMS, NOT_A_MEETING, THREAD_MISSING, NUMBER_MALFORMED, WRAPPED_TOO_OFTEN }

    /// What is longer is no link, whatever it holds.
    public static final int LONGEST = LinkReader.LONGEST;

    /// A link, or the reason why there is none.
    public sealed interface Parsed {}

    public record Found(JoinLink link) implements Parsed {}

    public record Refused(Refusal reason) implements Parsed {}

    public static Parsed parse(CharSequence pasted) {
        return parse(String.valueOf(pasted), Scan.begin());
    }

    /// Within a larger pass whose cost is counted.
    public static Parsed parse(String pasted, Scan scan) {
        return new LinkReader(scan).read(pasted);
    }

    /// The thread of a channel: a fact of the id, not of the link's shape.
    public boolean inChannel() {
        return threadId.endsWith("thread.tacv2") || !messageId.isEmpty() && !messageId.equals("0");
    }

    public boolean privateThread() {
        return threadId.startsWith("19:meeting_") && (messageId.isEmpty() || messageId.equals("0"));
    }

    /// The long link in the escapes that Teams itself uses; another spelling of the same link finds nothing in Graph.
    public String asIssued() {
        if (form != Form.LONG || tenantId.isEmpty() || organiserId.isEmpty()) {
            return url;
        }
        return "https://" + host + "/l/meetup-join/" + threadId.replace(":", "%3a").replace("@", "%40") + "/" + messageId
                + "?context=%7b%22Tid%22%3a%22" + tenantId + "%22%2c%22Oid%22%3a%22" + organiserId + "%22%7d";
    }
}
