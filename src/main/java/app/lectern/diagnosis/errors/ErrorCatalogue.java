package app.lectern.diagnosis.errors;

import app.lectern.graph.AadstsCodes;
import app.lectern.problems.Problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every fault that is known, the particular ones before the general ones of the same status. The first that fits counts.
final class ErrorCatalogue {
    private static final List<KnownError> ALL = all();

    private ErrorCatalogue() {}

    static List<KnownError> entries() {
        return ALL;
    }

    private static List<KnownError> all() {
        var all = new ArrayList<KnownError>();
        badRequest(all);
        unauthorised(all);
        forbidden(all);
        notFound(all);
        others(all);
        entra(all);
        return List.copyOf(all);
    }

    private static void badRequest(List<KnownError> all) {
        all.add(row(400, Code.ID_MALFORMED, List.of("ErrorInvalidIdMalformed"), "id is malformed"));
        all.add(row(400, Code.MEETING_WITHOUT_CALENDAR, List.of(), "no icaluid found", "only for calendar backed"));
        all.add(row(400, Code.CHANNEL_MEETING, List.of(), "channel based meetings"));
        all.add(row(400, Code.DRIVE_MISSING, List.of(), "retrieve user's mysite"));
        all.add(row(400, Code.NOT_ORGANISER, List.of(), "1026:"));
        all.add(own("known-error.filter-missing", 400, List.of(), "filter expression expected"));
        all.add(own("known-error.all-day", 400, List.of(), "all-day event needs to be set to midnight"));
        all.add(own("known-error.transaction-used", 400, List.of("ErrorDuplicateTransactionId"), "transactionid specified"));
        all.add(own("known-error.range-too-long", 400, List.of(), "greater than the allowed range", "1825"));
        all.add(own("known-error.occurrence-crossing", 400, List.of("ErrorOccurrenceCrossingBoundary")));
        all.add(own("known-error.cancel-by-guest", 400, List.of(), "need to be an organizer"));
        all.add(own("known-error.bad-request", 400, List.of()));
    }

    private static void unauthorised(List<KnownError> all) {
        all.add(row(401, Code.CLOUD_WRONG, List.of(), "invalid audience"));
        all.add(row(401, Code.MFA_REQUIRED, List.of("insufficient_claims", "InteractionRequired")));
        all.add(row(401, Code.TOKEN_REFUSED, List.of("InvalidAuthenticationToken"), "token has expired", "not yet valid", "token is empty"));
        all.add(row(401, Code.TOKEN_REFUSED, List.of()));
        all.add(own("known-error.payment", 402, List.of()));
    }

    private static void forbidden(List<KnownError> all) {
        all.add(row(403, Code.TRANSCRIPTS_OFF, List.of("GraphAccessToTranscriptsDisabled")));
        all.add(row(403, Code.SPEAKERS_OFF, List.of("SpeakerAttributionNotAllowed")));
        all.add(row(403, Code.MFA_REQUIRED, List.of("insufficient_claims")));
        all.add(row(403, Code.ACCESS_POLICY_MISSING, List.of(), "no application access policy found",
                "not allowed to perform operations on the user"));
        all.add(row(403, Code.NOT_ORGANISER, List.of(), "3003:"));
        all.add(row(403, Code.MAILBOX_BLOCKED, List.of(), "access to odata is disabled", "[raop]"));
        all.add(row(403, Code.DRIVE_MISSING, List.of(), "spo license"));
        all.add(row(403, Code.ITEM_LOCKED, List.of("resourceLocked", "notAllowed")));
        all.add(row(403, Code.CONSENT_MISSING, List.of(), "either scp or roles claim"));
        all.add(row(403, Code.PERMISSION_MISSING, List.of("Authorization_RequestDenied"), "insufficient privileges"));
        all.add(row(403, Code.PERMISSION_MISSING, List.of("ErrorAccessDenied", "accessDenied"), "access is denied"));
        all.add(row(403, Code.PERMISSION_MISSING, List.of("Forbidden")));
        all.add(row(403, Code.PERMISSION_MISSING, List.of()));
    }

    private static void notFound(List<KnownError> all) {
        all.add(row(404, Code.MAILBOX_MISSING, List.of("MailboxNotEnabledForRESTAPI", "ErrorNonExistentMailbox", "ErrorInvalidUser",
                "MailboxNotHostedInExchangeOnline"), "rest api is not yet supported"));
        all.add(row(404, Code.DRIVE_MISSING, List.of(), "mysite not found"));
        all.add(row(404, Code.USER_UNKNOWN, List.of("Request_ResourceNotFound"), "queried reference-property"));
        all.add(own("known-error.call-record-gone", 404, List.of(), "call record not found"));
        all.add(own("known-error.meeting-unknown", 404, List.of(), "3004:", "meeting not found"));
        all.add(own("known-error.upn-in-path", 404, List.of("UnknownError")));
        all.add(row(404, Code.ID_MALFORMED, List.of("ErrorInvalidIdMalformed")));
        all.add(row(404, Code.ITEM_GONE, List.of("ErrorItemNotFound", "itemNotFound")));
        all.add(row(404, Code.ITEM_GONE, List.of()));
    }

    private static void others(List<KnownError> all) {
        all.add(row(409, Code.CONFLICT, List.of("ErrorFolderExists", "nameAlreadyExists")));
        all.add(row(409, Code.CONFLICT, List.of()));
        all.add(row(410, Code.SYNC_RESTART, List.of("SyncStateNotFound", "resyncRequired")));
        all.add(row(410, Code.SYNC_RESTART, List.of()));
        all.add(row(412, Code.CONFLICT, List.of()));
        all.add(row(423, Code.ITEM_LOCKED, List.of("resourceLocked", "notAllowed")));
        all.add(row(423, Code.ITEM_LOCKED, List.of()));
        all.add(own("known-error.dependency-failed", 424, List.of()));
        all.add(row(429, Code.THROTTLED, List.of("TooManyRequests", "ApplicationThrottled", "activityLimitReached"), "mailboxconcurrency"));
        all.add(row(429, Code.THROTTLED, List.of()));
        all.add(own("known-error.quota-full", 507, List.of("quotaLimitReached")));
        all.add(row(509, Code.THROTTLED, List.of()));
        for (int status : new int[] {500, 501, 502, 503, 504}) {
            all.add(row(status, Code.SERVICE_DOWN, List.of()));
        }
    }

    /// Numbers first, then the few words that Entra answers with where it gives no number.
    private static void entra(List<KnownError> all) {
        all.add(own("known-error.device-code-pending", 0, List.of("AADSTS70016", "authorization_pending")));
        AadstsCodes.all().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> all.add(row(0, entry.getValue(), List.of("AADSTS" + entry.getKey()))));
        all.add(row(0, Code.DEVICE_CODE_DECLINED, List.of("authorization_declined")));
        all.add(row(0, Code.DEVICE_CODE_EXPIRED, List.of("expired_token", "bad_verification_code", "code_expired")));
        all.add(row(0, Code.SIGN_IN_EXPIRED, List.of("invalid_grant")));
        all.add(row(0, Code.SECRET_WRONG, List.of("invalid_client")));
        all.add(row(0, Code.APP_UNKNOWN, List.of("unauthorized_client")));
        all.add(row(0, Code.MFA_REQUIRED, List.of("interaction_required")));
        all.add(row(0, Code.SERVICE_DOWN, List.of("temporarily_unavailable")));
        all.add(row(0, Code.SCOPE_WRONG, List.of("invalid_scope")));
    }

    private static KnownError row(int status, Code code, List<String> codes, String... says) {
        var sign = codes.isEmpty() ? says.length == 0 ? "any" : code.id() : codes.getFirst();
        return new KnownError((status == 0 ? "" : status + "-") + sign.toLowerCase(java.util.Locale.ROOT), status, codes, List.of(says),
                Optional.of(code), Fixer.of(code));
    }

    private static KnownError own(String id, int status, List<String> codes, String... says) {
        var fixer = status == 424 ? Fixer.MICROSOFT : status == 402 || status == 507 ? Fixer.ENTRA_ADMIN : Fixer.YOU;
        return new KnownError(id, status, codes, List.of(says), Optional.empty(), fixer);
    }
}
