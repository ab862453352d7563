package app.lectern.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns a path into its template: only words that Graph and Entra are known to use stay, everything else is an id,
/// a name or an address of somebody and becomes `{id}`. Query strings are left out altogether.
final class PathMask {
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z0-9_.]+)\\(.*\\)");
    private static final Set<String> WORDS = Set.of(
            // Entra
            "oauth2", "v2.0", "token", "devicecode", "authorize", "logout", "common", "organizations", "consumers",
            "discovery", "instance", ".well-known", "openid-configuration", "keys", "adminconsent",
            // Graph: roots
            "v1.0", "beta", "$batch", "$metadata", "$count", "$value", "$ref", "me", "users", "groups", "teams", "sites", "drives",
            "shares", "organization", "subscribedSkus", "servicePrincipals", "applications", "oauth2PermissionGrants",
            "directoryObjects", "communications", "solutions", "admin", "policy", "domains", "chats", "subscriptions",
            // people and apps
            "licenseDetails", "mailboxSettings", "photo", "manager", "memberOf", "transitiveMemberOf", "members", "owners",
            "appRoleAssignments", "appRoleAssignedTo", "appRoles", "appRoleAssignment", "passwordCredentials", "keyCredentials",
            "translateExchangeIds", "presence", "delta", "getByIds", "checkMemberGroups", "userAssignments", "assign",
            "userConfigurations", "delegatedPermissionGrants",
            // mail and calendar
            "events", "calendar", "calendars", "calendarGroups", "calendarView", "calendarPermissions", "instances", "cancel",
            "accept", "decline", "tentativelyAccept", "forward", "getSchedule", "findMeetingTimes", "messages", "mailFolders",
            "attachments", "sendMail", "outlook", "masterCategories", "supportedTimeZones", "reminderView", "allowedCalendarSharingRoles",
            // meetings
            "onlineMeetings", "createOrGet", "attendanceReports", "attendanceRecords", "recordings", "transcripts", "content",
            "metadataContent", "getAllRecordings", "getAllTranscripts", "adhocCalls", "callRecords", "sessions", "segments",
            "participants_v2", "virtualEvents", "webinars", "townhalls", "meetingAttendanceReport", "registrations",
            // files and teams
            "drive", "root", "items", "children", "special", "approot", "documents", "search", "permissions", "versions", "createLink",
            "channels", "allChannels", "primaryChannel", "filesFolder", "lists", "list", "fields", "thumbnails", "installedApps", "tabs",
            "replies");

    private PathMask() {}

    static String of(List<String> segments) {
        var masked = new ArrayList<String>();
        // everything that Lectern asks is v1.0: the version would only push the path out of its column
        int start = !segments.isEmpty() && segments.getFirst().equals("v1.0") ? 1 : 0;
        for (var segment : segments.subList(start, segments.size())) {
            masked.add(one(segment));
        }
        return "/" + String.join("/", masked);
    }

    private static String one(String segment) {
        if (segment.isEmpty() || WORDS.contains(segment)) {
            return segment;
        }
        if (segment.startsWith("root:") || segment.startsWith("items:")) {
            return segment.substring(0, segment.indexOf(':')) + ":{path}";
        }
        var function = FUNCTION.matcher(segment);
        return function.matches() && WORDS.contains(function.group(1)) ? function.group(1) + "(…)" : "{id}";
    }
}
