package app.lectern.meetings.planning;

import app.lectern.words.BodyText;
import java.util.regex.Pattern;

/// The part of an invitation that Teams wrote, with the link in it. An event whose body loses it is no Teams meeting any more, so
/// it is cut out before somebody edits the text and put back behind it.
final class JoinBlock {
    private static final Pattern RULE = Pattern.compile("_{20,}");
    private static final Pattern END_OF_BODY = Pattern.compile("(?i)</body>");

    private JoinBlock() {}

    /// Where the block begins and ends; nothing when the body does not hold the link.
    private record Place(int from, int until) {
        boolean isNowhere() {
            return from < 0;
        }
    }

    private static Place place(String html, String joinUrl) {
        int link = joinUrl.isEmpty() ? -1 : Math.max(html.indexOf(joinUrl), html.indexOf(joinUrl.replace("&", "&amp;")));
        if (link < 0) {
            return new Place(-1, -1);
        }
        int end = html.length();
        var body = END_OF_BODY.matcher(html);
        while (body.find()) {
            end = body.start();
        }
        int from = -1;
        int until = -1;
        var rules = RULE.matcher(html);
        while (rules.find()) {
            if (rules.start() < link) {
                from = rules.start();
            } else {
                until = rules.end();
            }
        }
        if (from < 0) {
            // newer invitations have no rules: the link's own element is what must stay, with all that follows it
            from = html.lastIndexOf("<a ", link);
            return from < 0 ? new Place(link, end) : new Place(from, end);
        }
        return new Place(html.lastIndexOf('<', from), until < 0 ? end : closed(html, until));
    }

    private static int closed(String html, int rule) {
        int bracket = html.indexOf('>', rule);
        return html.startsWith("</", rule) && bracket > 0 ? bracket + 1 : rule;
    }

    /// What people wrote themselves, as plain text.
    static String ownText(String html, String joinUrl) {
        var at = place(html, joinUrl);
        return BodyText.ofHtml(at.isNowhere() ? html : html.substring(0, at.from()) + html.substring(at.until()));
    }

    /// The new text, followed by Teams' part as it stands in the body now. A body without it gets the bare link.
    static String with(String text, String html, String joinUrl) {
        var at = place(html, joinUrl);
        if (!at.isNowhere()) {
            return BodyText.toHtml(text) + html.substring(at.from(), at.until());
        }
        return BodyText.toHtml(joinUrl.isEmpty() ? text : text + "\n" + joinUrl);
    }
}
