package app.lectern.meetings.link;

import app.lectern.meetings.link.JoinLink.Form;
import app.lectern.meetings.link.JoinLink.Found;
import app.lectern.meetings.link.JoinLink.Parsed;
import app.lectern.meetings.link.JoinLink.Refusal;
import app.lectern.meetings.link.JoinLink.Refused;
import java.util.List;

/// Reads a join link out of pasted text: unwraps it, then takes its parts by the path, since hosts differ from cloud to cloud.
final class LinkReader {
    static final int LONGEST = 64 * 1024;
    private static final int WRAPPERS = 6;
    private static final List<String> TEAMS = List.of(".microsoft.com", ".microsoft.us", ".live.com", ".cloud.microsoft",
            ".microsoftonline.cn", ".microsoft.cn", ".microsoft.scloud", ".eaglex.ic.gov");

    private final Scan scan;

    LinkReader(Scan scan) {
        this.scan = scan;
    }

    /// The first join link; failing that, the reason of the address that came nearest to one.
    Parsed read(String pasted) {
        if (pasted.isBlank()) {
            return new Refused(Refusal.EMPTY);
        }
        if (pasted.length() > LONGEST) {
            return new Refused(Refusal.TOO_LONG);
        }
        var best = Refusal.NO_LINK;
        for (var address : new Pasted(scan).addresses(scan.entitiesDecoded(pasted))) {
            var parsed = unwrap(address, 0);
            if (parsed instanceof Refused refused) {
                best = refused.reason().compareTo(best) > 0 ? refused.reason() : best;
            } else {
                return parsed;
            }
        }
        return new Refused(best);
    }

    private Parsed unwrap(String address, int depth) {
        if (depth > WRAPPERS) {
            return new Refused(Refusal.WRAPPED_TOO_OFTEN);
        }
        var split = Address.of(scan.entitiesDecoded(address), scan);
        if (split.host().isEmpty()) {
            return address.regionMatches(true, 0, "http", 0, 4) && scan.has(address, "%") && !scan.percentDecoded(address).equals(address)
                    ? unwrap(scan.percentDecoded(address), depth + 1) : new Refused(Refusal.NO_LINK);
        }
        var inner = inner(split);
        if (!inner.isEmpty()) {
            var parsed = unwrap(inner, depth + 1);
            return parsed instanceof Found found ? new Found(wrapped(found.link())) : parsed;
        }
        return isTeams(split.host()) ? meeting(split) : new Refused(Refusal.NOT_TEAMS);
    }

    private static JoinLink wrapped(JoinLink link) {
        return new JoinLink(link.url(), link.form(), link.host(), link.threadId(), link.messageId(), link.tenantId(), link.organiserId(),
                link.meetingNumber(), link.passcode(), true);
    }

    /// What a rewriting gateway or a launcher page carries inside; empty when this is no such thing.
    private String inner(Address at) {
        if (at.host().endsWith("safelinks.protection.outlook.com") || at.host().endsWith("safelinks.protection.office365.us")
                || at.host().contains("safelinks.protection.") || at.path().contains("/safelinks/")) {
            return scan.percentDecoded(at.parameter("url", scan));
        }
        if (at.host().endsWith("urldefense.com") || at.host().endsWith("urldefense.us")) {
            int start = at.url().indexOf("__http");
            int end = at.url().indexOf("__;", Math.max(0, start));
            return start < 0 ? "" : at.url().substring(start + 2, end < 0 ? at.url().length() : end).replaceFirst("^(https?):/+", "$1://");
        }
        if (at.host().equals("urldefense.proofpoint.com")) {
            return scan.percentDecoded(at.parameter("u", scan).replace('-', '%').replace('_', '/'));
        }
        if (at.host().startsWith("www.google.") || at.host().equals("l.facebook.com") || at.host().equals("linkprotect.cudasvc.com")
                || at.host().equals("slack-redir.net")) {
            return scan.percentDecoded(first(at, "q", "url", "a", "u"));
        }
        if (isTeams(at.host()) && at.path().contains("/dl/launcher/")) {
            var target = scan.percentDecoded(at.parameter("url", scan)).replaceFirst("^/?_#/", "/");
            return target.startsWith("/") ? "https://" + at.host() + target : target;
        }
        return "";
    }

    private String first(Address at, String... names) {
        for (var name : names) {
            var value = at.parameter(name, scan);
            if (scan.lower(value).startsWith("http")) {
                return value;
            }
        }
        return "";
    }

    private static boolean isTeams(String host) {
        return ("." + host).contains(".teams.") && TEAMS.stream().anyMatch(host::endsWith);
    }

    private Parsed meeting(Address at) {
        var parts = at.routed();
        var path = scan.lower(parts.path());
        int joining = path.indexOf("/l/meetup-join/");
        if (joining >= 0) {
            return longLink(parts, parts.path().substring(joining + "/l/meetup-join/".length()));
        }
        int meet = path.indexOf("/meet/");
        if (meet >= 0) {
            return shortLink(parts, parts.path().substring(meet + "/meet/".length()));
        }
        return path.contains("/l/meetingrecap") ? recap(parts) : new Refused(Refusal.NOT_A_MEETING);
    }

    private Parsed longLink(Address at, String rest) {
        // a thread that was written with its slash escaped is still one segment
        var segments = rest.split("/", 3);
        var thread = scan.wholly(segments[0]);
        if (thread.isBlank() || !thread.startsWith("19:") && !Scan.isGuid(thread)) {
            return new Refused(Refusal.THREAD_MISSING);
        }
        var message = segments.length > 1 ? scan.wholly(segments[1]) : "";
        var context = scan.wholly(at.parameter("context", scan));
        var consumer = at.host().endsWith(".live.com") ? Form.CONSUMER : Form.LONG;
        return new Found(new JoinLink(at.issued(), consumer, at.host(), thread, message, guid(context, "tid"), guid(context, "oid"), "", "", false));
    }

    private Parsed shortLink(Address at, String rest) {
        int slash = rest.indexOf('/');
        var number = scan.wholly(slash < 0 ? rest : rest.substring(0, slash)).replace(" ", "");
        if (!Scan.digits(number, 9, 18)) {
            return new Refused(Refusal.NUMBER_MALFORMED);
        }
        var form = at.host().endsWith(".live.com") ? Form.CONSUMER : Form.SHORT;
        return new Found(new JoinLink(at.issued(), form, at.host(), "", "", "", "", number, scan.percentDecoded(at.parameter("p", scan)), false));
    }

    private Parsed recap(Address at) {
        var thread = scan.wholly(at.parameter("threadId", scan));
        if (!thread.startsWith("19:")) {
            return new Refused(Refusal.THREAD_MISSING);
        }
        return new Found(new JoinLink(at.issued(), Form.RECAP, at.host(), thread, "0", onlyGuid(at.parameter("tenantId", scan)),
                onlyGuid(at.parameter("organizerId", scan)), "", "", false));
    }

    private static String onlyGuid(String text) {
        return Scan.isGuid(text) ? text : "";
    }

    /// The value of a member of the context, which may be cut short or written with single quotes: no JSON parser would do.
    private String guid(String context, String member) {
        var lower = scan.lower(context);
        int at = scan.find(lower, member, 0);
        while (at >= 0) {
            int colon = at + member.length();
            while (colon < lower.length() && "\"'\\ :".indexOf(lower.charAt(colon)) >= 0) {
                colon++;
            }
            if (colon > at + member.length() && colon + 36 <= context.length() && Scan.isGuid(context.substring(colon, colon + 36))) {
                return context.substring(colon, colon + 36);
            }
            at = scan.find(lower, member, at + 1);
        }
        return "";
    }
}
