package app.lectern.demo.entra;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The app registrations of the demo tenant: the one that most of Lectern uses, and one for each thing that can be wrong.
///
/// @param lectern   nine of the eleven roles that Lectern can use; its secret ends in 23 days
/// @param complete  every role
/// @param bare      no admin consent for anything
/// @param lapsed    a secret that ended last week
/// @param closed    public client flows off, no redirect address
public record AppRegistrations(AppRegistration lectern, AppRegistration complete, AppRegistration bare,
                               AppRegistration lapsed, AppRegistration closed) {

    /// The application permissions that a Lectern with every feature asks for.
    public static final Set<String> WANTED_ROLES = unmodifiable("User.Read.All", "LicenseAssignment.Read.All",
            "MailboxSettings.Read", "Calendars.ReadWrite", "OnlineMeetings.ReadWrite.All", "OnlineMeetingArtifact.Read.All",
            "OnlineMeetingRecording.Read.All", "OnlineMeetingTranscript.Read.All", "Files.Read.All", "CallRecords.Read.All",
            "Application.Read.All");
    /// What Lectern asks for on behalf of a signed-in user.
    public static final Set<String> WANTED_SCOPES = unmodifiable("User.Read", "User.Read.All", "LicenseAssignment.Read.All",
            "MailboxSettings.Read", "Calendars.ReadWrite", "Calendars.ReadWrite.Shared", "OnlineMeetings.ReadWrite",
            "OnlineMeetingArtifact.Read.All", "OnlineMeetingRecording.Read.All", "OnlineMeetingTranscript.Read.All",
            "Files.Read.All", "Application.Read.All");
    private static final Set<String> NOT_GRANTED = Set.of("OnlineMeetingTranscript.Read.All", "CallRecords.Read.All");
    private static final List<String> LOOPBACK = List.of("http://localhost");

    public static AppRegistrations at(Instant now) {
        var partly = new LinkedHashSet<>(WANTED_ROLES);
        partly.removeAll(NOT_GRANTED);
        var all = new LinkedHashSet<>(WANTED_ROLES);
        all.addAll(List.of("Organization.Read.All", "Directory.Read.All", "Chat.ReadBasic.All", "Chat.Read.All", "CallRecordings.Read.All",
                "CallTranscripts.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Application.ReadWrite.OwnedBy",
                "Group.Read.All", "Team.ReadBasic.All", "Channel.ReadBasic.All"));
        return new AppRegistrations(
                registration(1, "Lectern demo", now, 23, partly, WANTED_SCOPES, true),
                registration(2, "Lectern complete", now, 180, all, WANTED_SCOPES, true),
                registration(3, "Lectern without consent", now, 180, Set.of(), Set.of(), true),
                registration(4, "Lectern last year", now, -7, partly, WANTED_SCOPES, true),
                registration(5, "Lectern confidential", now, 180, partly, WANTED_SCOPES, false));
    }

    public List<AppRegistration> all() {
        return List.of(lectern, complete, bare, lapsed, closed);
    }

    public Optional<AppRegistration> find(String appId) {
        return all().stream().filter(app -> app.appId().equalsIgnoreCase(appId)).findFirst();
    }

    private static AppRegistration registration(int number, String name, Instant now, int secretDays, Set<String> roles,
                                                Set<String> scopes, boolean publicClient) {
        var start = now.truncatedTo(ChronoUnit.DAYS);
        var value = String.format(Locale.ROOT, "q%d~8Q~demo-%s-secret-%04d", number, name.toLowerCase(Locale.ROOT).replace(' ', '.'), number * 7919);
        var secret = new AppRegistration.Secret(id(number, 4), value, "Lectern",
                start.minus(157, ChronoUnit.DAYS), now.plus(secretDays, ChronoUnit.DAYS));
        return new AppRegistration(id(number, 1), id(number, 2), id(number, 3), name, List.of(secret), new ArrayList<>(),
                roles, scopes, publicClient, publicClient ? LOOPBACK : List.of());
    }

    private static String id(int number, int kind) {
        return String.format(Locale.ROOT, "4c8e%d0%da-91d7-4b2f-8f3e-5a6b7c%06d", kind, number, number * 101 + kind);
    }

    private static Set<String> unmodifiable(String... names) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
