package app.lectern.meetings.link;

import java.util.Locale;

/// An address in its parts. Written by hand because links in the wild hold characters that `java.net.URI` refuses, such as the
/// braces and quotes of a context that some program has decoded.
record Address(String url, String host, String path, String query, String fragment) {
    static Address of(String text, Scan scan) {
        scan.reads(text.length());
        if (text.regionMatches(true, 0, "msteams:", 0, 8)) {
            return of("https://teams.microsoft.com/" + text.substring(8).replaceFirst("^/+", ""), scan);
        }
        int scheme = text.indexOf("://");
        if (scheme != 4 && scheme != 5 || !text.regionMatches(true, 0, "http", 0, 4)) {
            return new Address(text, "", "", "", "");
        }
        int end = scheme + 3;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var authority = text.substring(scheme + 3, end).toLowerCase(Locale.ROOT);
        // what stands before an @ is no host, however much it looks like one
        var host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d{1,5}$", "");
        int hash = text.indexOf('#', end);
        var beforeHash = text.substring(end, hash < 0 ? text.length() : hash);
        int question = beforeHash.indexOf('?');
        return new Address(text, host,
                question < 0 ? beforeHash : beforeHash.substring(0, question),
                question < 0 ? "" : beforeHash.substring(question + 1),
                hash < 0 ? "" : text.substring(hash + 1));
    }

    /// The raw value of a query parameter, empty when there is none.
    String parameter(String name, Scan scan) {
        scan.reads(query.length());
        int at = 0;
        while (at < query.length()) {
            int end = query.indexOf('&', at);
            end = end < 0 ? query.length() : end;
            if (query.regionMatches(true, at, name + "=", 0, name.length() + 1)) {
                return query.substring(at + name.length() + 1, end);
            }
            at = end + 1;
        }
        return "";
    }

    /// The web client keeps its route behind the hash: `/_#/l/meetup-join/…`, `/v2/?meetingjoin=true#/l/meetup-join/…`.
    Address routed() {
        if (!fragment.startsWith("/")) {
            return this;
        }
        int question = fragment.indexOf('?');
        return new Address("https://" + host + fragment, host, question < 0 ? fragment : fragment.substring(0, question),
                question < 0 ? "" : fragment.substring(question + 1), "");
    }

    /// The link that Graph knows, without what comes after it.
    String issued() {
        int hash = url.indexOf('#');
        var link = hash < 0 ? url : url.substring(0, hash);
        return link.regionMatches(true, 0, "http://", 0, 7) ? "https://" + link.substring(7) : link;
    }
}
