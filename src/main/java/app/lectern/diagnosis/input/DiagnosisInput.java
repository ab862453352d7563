package app.lectern.diagnosis.input;

import app.lectern.meetings.link.JoinLink;
import app.lectern.meetings.link.Scan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// What somebody handed in to be diagnosed, recognised by its content.
public sealed interface DiagnosisInput {
    record Link(JoinLink link) implements DiagnosisInput {}

    /// The number that people type to join; the passcode may be empty.
    record Number(String digits, String passcode) implements DiagnosisInput {}

    /// Graph's id of an online meeting. Organiser and thread are what its base64 hides, where it does; they are hints only.
    record MeetingId(String id, String organiserId, String threadId) implements DiagnosisInput {}

    record EventId(String id) implements DiagnosisInput {}

    record Thread(String id) implements DiagnosisInput {}

    /// An answer of Graph or Entra, to be explained.
    record ErrorText(String text) implements DiagnosisInput {}

    record Refused(JoinLink.Refusal reason) implements DiagnosisInput {}

    static DiagnosisInput of(CharSequence pasted) {
        return new Classifier(Scan.begin()).classify(String.valueOf(pasted));
    }

    /// The rules, most certain first.
    final class Classifier {
        private static final List<String> ERROR_WORDS = List.of("aadsts", "\"error\"", "http/1.1 4", "status code", "statuscode",
                "access policy", "insufficient privileges", "icaluid", "forbidden", "unauthorized", "unknownerror", "not found",
                "invalid_client", "invalid_grant", "invalid_request", "interaction_required", "insufficient_claims", "badrequest",
                "toomanyrequests", "erroritem", "erroraccess", "mailboxnotenabled", "resourcenotfound", "authorization_", "request-id");

        /// How the chat of two people ends.
        private static final String PAIR = '@' + "unq.gbl.spaces";

        private final Scan scan;

        Classifier(Scan scan) {
            this.scan = scan;
        }

        DiagnosisInput classify(String pasted) {
            if (pasted.length() > JoinLink.LONGEST) {
                return new Refused(JoinLink.Refusal.TOO_LONG);
            }
            var text = pasted.strip();
            var lower = scan.lower(text);
            if (text.startsWith("{") && scan.has(lower, "\"error")) {
                return new ErrorText(text);
            }
            var link = JoinLink.parse(text, scan);
            if (link instanceof JoinLink.Found found) {
                return new Link(found.link());
            }
            var event = eventOf(text);
            if (!event.isEmpty()) {
                return new EventId(event);
            }
            var thread = threadIn(text);
            if (!thread.isEmpty()) {
                return new Thread(thread);
            }
            return looksLikeError(lower) ? new ErrorText(text) : id(text, lower, ((JoinLink.Refused) link).reason());
        }

        private boolean looksLikeError(String lower) {
            for (var word : ERROR_WORDS) {
                if (scan.has(lower, word)) {
                    return true;
                }
            }
            return Scan.digits(lower, 3, 3);
        }

        private DiagnosisInput id(String text, String lower, JoinLink.Refusal otherwise) {
            var bare = unquoted(text);
            if (Scan.isGuid(bare)) {
                return new MeetingId(bare, "", "");
            }
            var decoded = decodedId(bare);
            if (decoded != null) {
                return decoded;
            }
            if (isEventId(bare)) {
                return new EventId(bare);
            }
            var number = number(text, lower);
            return number != null ? number : new Refused(otherwise);
        }

        private static String unquoted(String text) {
            return text.length() > 1 && "\"'<".indexOf(text.charAt(0)) >= 0 ? text.substring(1, text.length() - 1).strip() : text;
        }

        /// `1*{organiser}*0**{thread}`, or older `{organiser}_{thread}`: documented nowhere, so only a hint.
        private MeetingId decodedId(String text) {
            scan.reads(text.length());
            if (text.length() < 40 || text.length() > 600) {
                return null;
            }
            if (text.length() > 37 && Scan.isGuid(text.substring(0, 36)) && text.startsWith("_19:", 36)) {
                return new MeetingId(text, text.substring(0, 36), text.substring(37));
            }
            try {
                var plain = new String(Base64.getDecoder().decode(text), StandardCharsets.US_ASCII);
                int start = plain.indexOf('*') + 1;
                int thread = plain.indexOf("**19:");
                boolean fits = start > 0 && plain.length() >= start + 36 && Scan.isGuid(plain.substring(start, start + 36)) && thread > 0;
                return fits ? new MeetingId(text, plain.substring(start, start + 36), plain.substring(thread + 2)) : null;
            } catch (IllegalArgumentException notBase64) {
                return null;
            }
        }

        private boolean isEventId(String text) {
            scan.reads(text.length());
            var exchange = text.startsWith("AAMk") || text.startsWith("AQMk") || text.startsWith("AAkA") || text.startsWith("AAAA");
            var global = text.toLowerCase(Locale.ROOT).startsWith("040000008200e0");
            return text.length() >= 40 && (exchange || global)
                    && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_=+/%".indexOf(c) >= 0));
        }

        /// `…/l/meeting/details?eventId=` and Outlook's `itemid=` carry the calendar's own id.
        private String eventOf(String text) {
            for (var name : List.of("eventId=", "itemid=")) {
                int at = scan.find(text, name, 0);
                if (at < 0) {
                    continue;
                }
                int end = at + name.length();
                while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != '&') {
                    end++;
                }
                var id = scan.wholly(text.substring(at + name.length(), end));
                if (isEventId(id)) {
                    return id;
                }
            }
            return "";
        }

        private String threadIn(String text) {
            var plain = text.length() < 4_000 ? scan.wholly(text) : text;
            int at = scan.find(plain, "19:", 0);
            int host = at < 0 ? -1 : scan.find(plain, '@' + "thread.", at);
            int pair = at < 0 || host >= 0 ? -1 : scan.find(plain, PAIR, at);
            if (pair > 0 && pair - at <= 200) {
                host = pair;
            }
            if (host < 0 || host - at > 200) {
                return "";
            }
            int end = pair == host ? host + PAIR.length() : host + 8;
            while (end < plain.length() && end < host + 20 && Character.isLetterOrDigit(plain.charAt(end))) {
                end++;
            }
            var thread = plain.substring(at, end);
            return thread.chars().allMatch(c -> c > ' ' && c < 127) ? thread : "";
        }

        private Number number(String text, String lower) {
            int label = scan.find(lower, "meeting id", 0);
            var digits = new StringBuilder();
            int i = label < 0 ? 0 : label + "meeting id".length();
            for (; i < text.length() && digits.length() < 19; i++) {
                char c = text.charAt(i);
                if (c >= '0' && c <= '9') {
                    digits.append(c);
                } else if (digits.isEmpty() ? " :\t#".indexOf(c) < 0 : c != ' ' && c != '-' && c != '\u00a0') {
                    break;
                }
            }
            scan.reads(i);
            return Scan.digits(digits.toString(), 9, 18) ? new Number(digits.toString(), passcode(text, lower, i)) : null;
        }

        private String passcode(String text, String lower, int from) {
            int at = Math.max(scan.find(lower, "passcode", from), scan.find(lower, "password", from));
            int start = at < 0 ? from : at + 8;
            while (start < text.length() && " :=/\t\r\n".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            int end = start;
            while (end < text.length() && text.charAt(end) > ' ' && end - start < 40) {
                end++;
            }
            return text.substring(start, end);
        }
    }
}
