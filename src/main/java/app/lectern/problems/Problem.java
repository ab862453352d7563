package app.lectern.problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One thing that went wrong, as a value: which of the known problems it is, the facts that fill its sentences,
/// what the service said, and what can be done. The sentences themselves are [ProblemText]'s.
public record Problem(Code code, Map<String, String> facts, Evidence evidence, List<Remedy> remedies) {
    public Problem {
        facts = Map.copyOf(facts);
        remedies = List.copyOf(remedies);
    }

    public static Problem of(Code code) {
        return new Problem(code, Map.of(), Evidence.NONE, List.of());
    }

    public Problem with(String fact, String value) {
        var more = new LinkedHashMap<>(facts);
        if (value != null) {
            more.put(fact, value);
        }
        return new Problem(code, more, evidence, remedies);
    }

    public Problem seen(Evidence seen) {
        return new Problem(code, facts, seen, remedies);
    }

    public Problem offering(Remedy remedy) {
        var more = new ArrayList<>(remedies);
        more.add(remedy);
        return new Problem(code, facts, evidence, more);
    }

    /// There was no way to the host: nothing was refused, and nothing is wrong with what was asked.
    public boolean isUnreached() {
        return code == Code.HOST_UNKNOWN || code == Code.CONNECTION_REFUSED || code == Code.CONNECTION_LOST;
    }

    public ProblemException raise() {
        return new ProblemException(this, null);
    }

    public ProblemException raise(Throwable cause) {
        return new ProblemException(this, cause);
    }

    /// The full list of what can go wrong, in the words of someone who runs a tenant.
    /// Each has three texts in the bundle: `problem.<code>.what`, `.why` and `.next`.
    public enum Code {
        // signing in
        SECRET_WRONG(ExitStatus.SIGN_IN_OR_PERMISSION),
        SECRET_ID_PASTED(ExitStatus.SIGN_IN_OR_PERMISSION),
        SECRET_EXPIRED(ExitStatus.SIGN_IN_OR_PERMISSION),
        CERTIFICATE_REFUSED(ExitStatus.SIGN_IN_OR_PERMISSION),
        CERTIFICATE_UNREADABLE(ExitStatus.SIGN_IN_OR_PERMISSION),
        CERTIFICATE_KEY_UNSUITABLE(ExitStatus.SIGN_IN_OR_PERMISSION),
        CERTIFICATE_PASSWORD_WRONG(ExitStatus.SIGN_IN_OR_PERMISSION),
        CERTIFICATE_WITHOUT_KEY(ExitStatus.SIGN_IN_OR_PERMISSION),
        CERTIFICATE_EXPIRED(ExitStatus.SIGN_IN_OR_PERMISSION),
        APP_UNKNOWN(ExitStatus.SIGN_IN_OR_PERMISSION),
        APP_DISABLED(ExitStatus.SIGN_IN_OR_PERMISSION),
        TENANT_UNKNOWN(ExitStatus.SIGN_IN_OR_PERMISSION),
        TENANT_NEEDED(ExitStatus.SIGN_IN_OR_PERMISSION),
        CLOUD_WRONG(ExitStatus.SIGN_IN_OR_PERMISSION),
        CONSENT_MISSING(ExitStatus.SIGN_IN_OR_PERMISSION),
        CONSENT_DECLINED(ExitStatus.SIGN_IN_OR_PERMISSION),
        SIGN_IN_BLOCKED(ExitStatus.SIGN_IN_OR_PERMISSION),
        DEVICE_CODE_BLOCKED(ExitStatus.SIGN_IN_OR_PERMISSION),
        DEVICE_CODE_DECLINED(ExitStatus.SIGN_IN_OR_PERMISSION),
        DEVICE_CODE_EXPIRED(ExitStatus.SIGN_IN_OR_PERMISSION),
        MFA_REQUIRED(ExitStatus.SIGN_IN_OR_PERMISSION),
        ACCOUNT_REFUSED(ExitStatus.SIGN_IN_OR_PERMISSION),
        PUBLIC_FLOW_OFF(ExitStatus.SIGN_IN_OR_PERMISSION),
        REDIRECT_MISSING(ExitStatus.SIGN_IN_OR_PERMISSION),
        SCOPE_WRONG(ExitStatus.SIGN_IN_OR_PERMISSION),
        SIGN_IN_EXPIRED(ExitStatus.SIGN_IN_OR_PERMISSION),
        SIGN_IN_NEEDED(ExitStatus.SIGN_IN_OR_PERMISSION),
        SIGN_IN_REFUSED(ExitStatus.SIGN_IN_OR_PERMISSION),
        BROWSER_UNAVAILABLE(ExitStatus.SIGN_IN_OR_PERMISSION),
        // what Microsoft Graph refuses
        TOKEN_REFUSED(ExitStatus.SIGN_IN_OR_PERMISSION),
        PERMISSION_MISSING(ExitStatus.SIGN_IN_OR_PERMISSION),
        JOB_NOT_CHOSEN(ExitStatus.SIGN_IN_OR_PERMISSION),
        PERMISSION_NOT_OFFERED(ExitStatus.SIGN_IN_OR_PERMISSION),
        PROBE_IMPOSSIBLE(ExitStatus.SIGN_IN_OR_PERMISSION),
        PROBE_ACCOUNT_NEEDED(ExitStatus.SIGN_IN_OR_PERMISSION),
        ACCESS_POLICY_MISSING(ExitStatus.SIGN_IN_OR_PERMISSION),
        MAILBOX_BLOCKED(ExitStatus.SIGN_IN_OR_PERMISSION),
        NOT_ORGANISER(ExitStatus.SIGN_IN_OR_PERMISSION),
        ORGANISER_NONE(ExitStatus.DONE_WITH_FAILURES),
        ORGANISER_NOT_SET(ExitStatus.DONE_WITH_FAILURES),
        ORGANISER_UNDECIDED(ExitStatus.DONE_WITH_FAILURES),
        TRANSCRIPTS_OFF(ExitStatus.SIGN_IN_OR_PERMISSION),
        SPEAKERS_OFF(ExitStatus.SIGN_IN_OR_PERMISSION),
        USER_UNKNOWN(ExitStatus.NOT_FOUND),
        MAILBOX_MISSING(ExitStatus.NOT_FOUND),
        DRIVE_MISSING(ExitStatus.NOT_FOUND),
        TEAMS_MISSING(ExitStatus.NOT_FOUND),
        ITEM_GONE(ExitStatus.NOT_FOUND),
        ID_MALFORMED(ExitStatus.NOT_FOUND),
        TEAMS_LINK_MISSING(ExitStatus.NOT_FOUND),
        TEAMS_LINK_LATE(ExitStatus.NOT_FOUND),
        OPTIONS_NOT_APPLIED(ExitStatus.DONE_WITH_FAILURES),
        MEETING_WITHOUT_CALENDAR(ExitStatus.NOT_FOUND),
        CHANNEL_MEETING(ExitStatus.NOT_FOUND),
        REQUEST_REFUSED(ExitStatus.DONE_WITH_FAILURES),
        CONFLICT(ExitStatus.DONE_WITH_FAILURES),
        SYNC_RESTART(ExitStatus.DONE_WITH_FAILURES),
        SYNC_RUNNING(ExitStatus.DONE_WITH_FAILURES),
        PLAN_OUTDATED(ExitStatus.DONE_WITH_FAILURES),
        CALENDAR_MAILBOX_NOT_SET(ExitStatus.DONE_WITH_FAILURES),
        CALENDAR_NOT_MADE(ExitStatus.NOT_FOUND),
        ITEM_LOCKED(ExitStatus.DONE_WITH_FAILURES),
        THROTTLED(ExitStatus.NETWORK),
        SERVICE_DOWN(ExitStatus.NETWORK),
        ANSWER_UNREADABLE(ExitStatus.NETWORK),
        DOWNLOAD_LINK_EXPIRED(ExitStatus.NETWORK),
        // the way there
        HOST_UNKNOWN(ExitStatus.NETWORK),
        CONNECTION_REFUSED(ExitStatus.NETWORK),
        CONNECTION_LOST(ExitStatus.NETWORK),
        TIMED_OUT(ExitStatus.NETWORK),
        PROXY_REFUSED(ExitStatus.NETWORK),
        PROXY_SIGN_IN(ExitStatus.NETWORK),
        TLS_UNTRUSTED(ExitStatus.NETWORK),
        CA_FILE_UNREADABLE(ExitStatus.NETWORK),
        PAGE_UNREADABLE(ExitStatus.NETWORK),
        FEED_MISSING(ExitStatus.USAGE),
        CLOCK_WRONG(ExitStatus.NETWORK),
        // this computer
        SCHEDULE_REFUSED(ExitStatus.DONE_WITH_FAILURES),
        STORE_NEWER(ExitStatus.DONE_WITH_FAILURES),
        STORE_KEY_WRONG(ExitStatus.DONE_WITH_FAILURES),
        STORE_KEY_MISSING(ExitStatus.DONE_WITH_FAILURES),
        STORE_DAMAGED(ExitStatus.DONE_WITH_FAILURES),
        STORE_DAMAGED_WITHOUT_BACKUP(ExitStatus.DONE_WITH_FAILURES),
        STORE_READ_ONLY(ExitStatus.DONE_WITH_FAILURES),
        STORE_IN_USE(ExitStatus.DONE_WITH_FAILURES),
        STORE_MIGRATION_FAILED(ExitStatus.DONE_WITH_FAILURES),
        DISK_FULL(ExitStatus.DONE_WITH_FAILURES),
        FOLDER_UNUSABLE(ExitStatus.DONE_WITH_FAILURES),
        RECORDING_PROCESSING(ExitStatus.DONE_WITH_FAILURES),
        RECORDING_WITHOUT_FILE(ExitStatus.DONE_WITH_FAILURES),
        DOWNLOAD_DAMAGED(ExitStatus.DONE_WITH_FAILURES),
        DOWNLOAD_CHANGED(ExitStatus.DONE_WITH_FAILURES),
        DOWNLOAD_ELSEWHERE(ExitStatus.DONE_WITH_FAILURES),
        TENANT_DELETION_OFF(ExitStatus.USAGE),
        COPY_NOT_VERIFIED(ExitStatus.DONE_WITH_FAILURES),
        KEYCHAIN_REFUSED(ExitStatus.DONE_WITH_FAILURES),
        KEY_FILE_UNREADABLE(ExitStatus.DONE_WITH_FAILURES),
        SECRET_UNREADABLE(ExitStatus.DONE_WITH_FAILURES),
        KEY_MALFORMED(ExitStatus.USAGE),
        INTEGRATION_UNKNOWN(ExitStatus.NOT_FOUND),
        INPUT_WRONG(ExitStatus.USAGE),
        UNEXPECTED(ExitStatus.BUG);

        private final ExitStatus exit;

        Code(ExitStatus exit) {
            this.exit = exit;
        }

        public ExitStatus exit() {
            return exit;
        }

        /// The code as it stands in the bundle and in JSON: `secret-wrong`.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
