package app.lectern.integrations.setup;

import app.lectern.integrations.Integration;
import app.lectern.integrations.setup.ReplyVerdict.Fact;
import app.lectern.integrations.setup.ReplyVerdict.ReplyFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Judges what an administrator pasted back: the output of the scripts, or the error they ended in. It reads what it
/// recognises and says so when that is nothing; the probe, not this, decides whether things work.
public final class AdminReply {
    private static final Pattern GRANTED = Pattern.compile("(?im)^\\s*ApplicationAccessPolicy\\s*[:=]\\s*(?:Tag:)?(\\S+)?\\s*$");
    private static final Pattern USER = Pattern.compile("(?im)^\\s*UserPrincipalName\\s*[:=]\\s*(\\S+)\\s*$");
    private static final Pattern APPS = Pattern.compile("(?im)^\\s*AppIds\\s*[:=]\\s*(\\{?[^\\r\\n]*(?:\\r?\\n\\s{8,}[^\\r\\n:]+)*)");
    private static final Pattern TABLE = Pattern.compile("(?im)^\\s*(\\S+@\\S+)\\s+Tag:(\\S+)\\s*$");
    private static final Pattern IN_SCOPE = Pattern.compile("(?im)^.*Calendars\\.ReadWrite.*\\b(True|False)\\s*$");
    private static final Pattern ROLE = Pattern.compile("(?im)^.*AppRoleId.*$|^\\s*[0-9a-f-]{36}\\s+[0-9a-f-]{36}\\s+\\S+.*Microsoft Graph.*$");

    private static final Pattern RECORDING = Pattern.compile("(?im)^\\s*AllowCloudRecording\\s*[:=]\\s*(True|False)\\s*$");
    private static final Pattern TRANSCRIPTION = Pattern.compile("(?im)^\\s*AllowTranscription\\s*[:=]\\s*(True|False)\\s*$");
    private static final Pattern EXPIRY = Pattern.compile("(?im)^\\s*NewMeetingRecordingExpirationDays\\s*[:=]\\s*(-?\\d{1,6})\\s*$");

    private AdminReply() {}

    /// @param account the organiser that the policy should cover
    /// @param policy  the name under which the script makes it
    public static ReplyVerdict judge(String pasted, Integration of, String account, String policy) {
        var facts = new ArrayList<Fact>();
        errors(pasted, facts);
        users(pasted, account, facts);
        grants(pasted, policy, facts);
        apps(pasted, of.clientId(), facts);
        exchange(pasted, facts);
        recording(pasted, facts);
        if (facts.isEmpty()) {
            facts.add(new Fact(ReplyFinding.NOTHING_RECOGNISED, false, ""));
        }
        boolean proof = facts.stream().anyMatch(one -> one.good() && one.finding() != ReplyFinding.POLICY_EXISTS_ALREADY);
        return new ReplyVerdict(proof && facts.stream().allMatch(Fact::good), facts);
    }

    /// What the organiser's meeting policy says; a recording that expires is no fault, and worth knowing.
    private static void recording(String pasted, List<Fact> facts) {
        var allowed = RECORDING.matcher(pasted);
        if (allowed.find()) {
            boolean on = allowed.group(1).equalsIgnoreCase("True");
            facts.add(new Fact(on ? ReplyFinding.RECORDING_ALLOWED : ReplyFinding.RECORDING_OFF, on, ""));
        }
        var transcription = TRANSCRIPTION.matcher(pasted);
        if (transcription.find() && transcription.group(1).equalsIgnoreCase("False")) {
            facts.add(new Fact(ReplyFinding.TRANSCRIPTION_OFF, false, ""));
        }
        var days = EXPIRY.matcher(pasted);
        if (days.find()) {
            boolean ends = !days.group(1).startsWith("-") && !days.group(1).equals("99999");
            facts.add(new Fact(ends ? ReplyFinding.RECORDINGS_EXPIRE : ReplyFinding.RECORDINGS_STAY, true, ends ? days.group(1) : ""));
        }
    }

    private static void errors(String pasted, List<Fact> facts) {
        says(pasted, "is not recognized as").ifPresent(line -> facts.add(new Fact(ReplyFinding.MODULE_MISSING, false, line)));
        says(pasted, "must call the Connect-MicrosoftTeams", "Run Connect-MicrosoftTeams", "must call Connect-MgGraph", "Session is not established")
                .ifPresent(line -> facts.add(new Fact(ReplyFinding.NOT_SIGNED_IN, false, line)));
        says(pasted, "Access Denied", "does not have permission", "Authorization_RequestDenied", "Insufficient privileges", "UnauthorizedAccess")
                .ifPresent(line -> facts.add(new Fact(ReplyFinding.NOT_ALLOWED, false, line)));
        // running the older script twice ends like this, and harms nothing
        says(pasted, "already exists").ifPresent(line -> facts.add(new Fact(ReplyFinding.POLICY_EXISTS_ALREADY, true, line)));
        says(pasted, "Management object not found", "User not found", "couldn't be found", "Cannot find user")
                .ifPresent(line -> facts.add(new Fact(ReplyFinding.ACCOUNT_NOT_FOUND, false, line)));
    }

    private static Optional<String> says(String pasted, String... words) {
        for (var line : pasted.lines().toList()) {
            for (var word : words) {
                if (line.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)) && !line.strip().startsWith("#")) {
                    return Optional.of(line.strip());
                }
            }
        }
        return Optional.empty();
    }

    private static void users(String pasted, String account, List<Fact> facts) {
        var found = USER.matcher(pasted);
        if (found.find() && !account.isBlank() && !found.group(1).equalsIgnoreCase(account)) {
            facts.add(new Fact(ReplyFinding.OTHER_ACCOUNT, false, found.group(1)));
        }
    }

    private static void grants(String pasted, String policy, List<Fact> facts) {
        var list = GRANTED.matcher(pasted);
        var table = TABLE.matcher(pasted);
        if (list.find()) {
            facts.add(granted(list.group(1), policy));
        } else if (table.find()) {
            facts.add(granted(table.group(2), policy));
        }
    }

    private static Fact granted(String name, String policy) {
        if (name == null || name.isBlank()) {
            return new Fact(ReplyFinding.POLICY_NOT_GRANTED, false, "");
        }
        if (name.equalsIgnoreCase("Global")) {
            return new Fact(ReplyFinding.POLICY_GRANTED_GLOBALLY, true, name);
        }
        return name.equalsIgnoreCase(policy)
                ? new Fact(ReplyFinding.POLICY_GRANTED, true, name)
                : new Fact(ReplyFinding.POLICY_WITH_OTHER_NAME, false, name);
    }

    private static void apps(String pasted, String clientId, List<Fact> facts) {
        var found = APPS.matcher(pasted);
        boolean any = false;
        while (found.find()) {
            any = true;
            if (found.group(1).toLowerCase(Locale.ROOT).contains(clientId.toLowerCase(Locale.ROOT))) {
                facts.add(new Fact(ReplyFinding.POLICY_HAS_THE_APP, true, clientId));
                return;
            }
        }
        if (any) {
            facts.add(new Fact(ReplyFinding.POLICY_LACKS_THE_APP, false, clientId));
        }
    }

    private static void exchange(String pasted, List<Fact> facts) {
        says(pasted, "AccessCheckResult").ifPresent(line -> facts.add(line.contains("Granted")
                ? new Fact(ReplyFinding.EXCHANGE_ALLOWS, true, line)
                : new Fact(ReplyFinding.EXCHANGE_DENIES, false, line)));
        var scope = IN_SCOPE.matcher(pasted);
        if (scope.find()) {
            boolean inside = scope.group(1).equalsIgnoreCase("True");
            facts.add(new Fact(inside ? ReplyFinding.EXCHANGE_ROLE_ASSIGNED : ReplyFinding.EXCHANGE_DENIES, inside, scope.group().strip()));
        }
        var role = ROLE.matcher(pasted);
        if (role.find()) {
            facts.add(new Fact(ReplyFinding.PERMISSION_GRANTED, true, role.group().strip()));
        }
    }
}
