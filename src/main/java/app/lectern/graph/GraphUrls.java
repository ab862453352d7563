package app.lectern.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Addresses that the SDK cannot make: its builders for "all of an organiser" send a quoted placeholder in place of the
/// organiser, and have no delta. To be used as `builder.withUrl(url)`.
public final class GraphUrls {
    private final String root;

    GraphUrls(Cloud cloud) {
        this.root = cloud.apiRoot();
    }

    public String allRecordings(String organiserId, Instant from, Instant until) {
        return all("getAllRecordings", organiserId, from, until);
    }

    /// Without dates, which would hold for every later round as well: one with an end would fall silent at that end.
    public String allRecordingsDelta(String organiserId) {
        return all("getAllRecordings", organiserId) + "/delta";
    }

    public String allTranscripts(String organiserId, Instant from, Instant until) {
        return all("getAllTranscripts", organiserId, from, until);
    }

    public String allTranscriptsDelta(String organiserId) {
        return all("getAllTranscripts", organiserId) + "/delta";
    }

    public String adhocRecordings(String userId, Instant from, Instant until) {
        return adhocRecordings(userId) + "," + range(from, until) + ")";
    }

    /// Of calls from a moment on, or of all; there is no delta of them.
    public String adhocRecordingsSince(String userId, Optional<Instant> from) {
        return adhocRecordings(userId) + from.map(moment -> ",startDateTime=" + moment.truncatedTo(ChronoUnit.SECONDS)).orElse("") + ")";
    }

    private String adhocRecordings(String userId) {
        return root + "/users/" + encoded(userId) + "/adhocCalls/getAllRecordings(userId='" + literal(userId) + "'";
    }

    /// An organiser's online meetings: a signed-in person reaches only the own ones, under another path than an app's.
    public String onlineMeetings(boolean appOnly, String organiserId) {
        return root + (appOnly ? "/users/" + encoded(organiserId) : "/me") + "/onlineMeetings";
    }

    /// The one with this join link, which is taken as it was issued, with its own escapes.
    public String onlineMeetingByLink(boolean appOnly, String organiserId, String joinUrl) {
        return onlineMeetings(appOnly, organiserId) + "?$filter=" + encoded("JoinWebUrl eq '" + joinUrl.replace("'", "''") + "'");
    }

    /// The attendance reports of a meeting, one for each time that people met.
    public String attendanceReports(boolean appOnly, String organiserId, String meetingId) {
        return onlineMeetings(appOnly, organiserId) + "/" + encoded(meetingId) + "/attendanceReports";
    }

    /// One report with everybody in it; the list leaves them out.
    public String attendanceReport(boolean appOnly, String organiserId, String meetingId, String reportId) {
        return attendanceReports(appOnly, organiserId, meetingId) + "/" + encoded(reportId) + "?$expand=attendanceRecords";
    }

    /// A link that Graph gave, to be kept without the host, which may be another one next time.
    public String kept(String link) {
        return isHere(link) ? link.substring(root.length()) : link;
    }

    /// A kept link to be asked now, also one that was kept whole; empty for a link to a host that is no longer asked.
    public Optional<String> again(String kept) {
        var link = kept.startsWith("/") ? root + kept : kept;
        return isHere(link) ? Optional.of(link) : Optional.empty();
    }

    private boolean isHere(String link) {
        return link.startsWith(root + "/");
    }

    private String all(String function, String organiserId, Instant from, Instant until) {
        return allOf(function, organiserId) + "," + range(from, until) + ")";
    }

    private String all(String function, String organiserId) {
        return allOf(function, organiserId) + ")";
    }

    private String allOf(String function, String organiserId) {
        return root + "/users/" + encoded(organiserId) + "/onlineMeetings/" + function + "(meetingOrganizerUserId='" + literal(organiserId) + "'";
    }

    private static String range(Instant from, Instant until) {
        return "startDateTime=" + from.truncatedTo(ChronoUnit.SECONDS) + ",endDateTime=" + until.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String literal(String text) {
        return encoded(text.replace("'", "''"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
