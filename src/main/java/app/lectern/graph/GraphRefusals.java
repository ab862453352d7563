package app.lectern.graph;

import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.Remedy;
import app.lectern.problems.Remedy.Kind;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Concludes from a [Refusal] what is wrong: by status, then the innermost code that is known, then the code. The
/// message counts only where Graph gives nothing else.
final class GraphRefusals {
    private final Connection connection;
    private final EntraPages pages;
    private final ClockSkew skew;
    private final Words words;
    private final Clock clock;
    private final BooleanSupplier allowsNothing;

    GraphRefusals(Connection connection, ClockSkew skew, Words words, Clock clock, BooleanSupplier allowsNothing) {
        this.connection = connection;
        this.pages = new EntraPages(connection);
        this.skew = skew;
        this.words = words;
        this.clock = clock;
        this.allowsNothing = allowsNothing;
    }

    Problem of(Refusal refusal, About about) {
        var found = switch (refusal.status()) {
            case 400 -> badRequest(refusal);
            case 401 -> unauthorised(refusal);
            case 403 -> forbidden(refusal, about);
            case 404 -> notFound(refusal);
            case 409, 412 -> retryable(Code.CONFLICT);
            case 410 -> retryable(Code.SYNC_RESTART);
            case 423 -> Problem.of(Code.ITEM_LOCKED);
            case 429, 509 -> throttled(refusal);
            default -> refusal.status() >= 500 ? down(refusal) : refused(refusal);
        };
        return found.seen(refusal.evidence());
    }

    private Problem badRequest(Refusal refusal) {
        if (refusal.is("ErrorDuplicateTransactionId")) {
            // made by an earlier try whose answer was lost
            return Problem.of(Code.CONFLICT).with("event", refusal.existingEvent());
        }
        if (refusal.is("ErrorInvalidIdMalformed") || refusal.says("Id is malformed")) {
            return Problem.of(Code.ID_MALFORMED);
        }
        if (refusal.says("No iCalUid found") || refusal.says("only for calendar backed")) {
            return Problem.of(Code.MEETING_WITHOUT_CALENDAR);
        }
        if (refusal.says("Channel based meetings")) {
            return Problem.of(Code.CHANNEL_MEETING);
        }
        if (refusal.says("user's mysite") || refusal.says("SPO license")) {
            return Problem.of(Code.DRIVE_MISSING);
        }
        if (refusal.is("SyncStateNotFound", "resyncRequired")) {
            return retryable(Code.SYNC_RESTART);
        }
        if (refusal.says("1026:")) {
            return Problem.of(Code.NOT_ORGANISER);
        }
        return refused(refusal);
    }

    private Problem unauthorised(Refusal refusal) {
        var off = skew.tooMuch();
        if (off.isPresent()) {
            return clockWrong(off.get());
        }
        if (needsMore(refusal)) {
            return moreClaims();
        }
        return Problem.of(Code.TOKEN_REFUSED).offering(Remedy.of(Kind.SIGN_IN));
    }

    Problem clockWrong(Duration off) {
        return retryable(Code.CLOCK_WRONG).with("skew", words.span(off));
    }

    private static boolean needsMore(Refusal refusal) {
        return refusal.is("insufficient_claims", "InteractionRequired") || refusal.says("insufficient_claims");
    }

    private static Problem moreClaims() {
        return Problem.of(Code.MFA_REQUIRED).offering(Remedy.of(Kind.SIGN_IN_BY_BROWSER));
    }

    private Problem forbidden(Refusal refusal, About about) {
        if (refusal.is("GraphAccessToTranscriptsDisabled")) {
            return Problem.of(Code.TRANSCRIPTS_OFF)
                    .offering(Remedy.copyCommand(pages.transcriptsCommand()))
                    .offering(Remedy.openPage(EntraPages.TEAMS_ADMIN));
        }
        if (refusal.is("SpeakerAttributionNotAllowed")) {
            return Problem.of(Code.SPEAKERS_OFF).offering(Remedy.copyCommand(pages.transcriptsCommand()));
        }
        if (needsMore(refusal)) {
            return moreClaims();
        }
        if (refusal.says("No application access policy found") || refusal.says("is not allowed to perform operations on the user")) {
            var account = about.fact("account");
            return Problem.of(Code.ACCESS_POLICY_MISSING)
                    .offering(Remedy.copyCommand(pages.accessPolicyCommand(account.isEmpty() ? "<user object id>" : account)))
                    .offering(Remedy.openPage(EntraPages.TEAMS_ADMIN));
        }
        if (refusal.says("3003:")) {
            return Problem.of(Code.NOT_ORGANISER);
        }
        if (refusal.says("Access to OData is disabled") || refusal.says("[RAOP]")) {
            var account = about.fact("account");
            return Problem.of(Code.MAILBOX_BLOCKED)
                    .offering(Remedy.copyCommand(pages.mailboxScopeCommand(account.isEmpty() ? "<address>" : account)));
        }
        if (refusal.says("SPO license") || refusal.says("user's mysite")) {
            return Problem.of(Code.DRIVE_MISSING);
        }
        if (refusal.is("resourceLocked", "notAllowed")) {
            return Problem.of(Code.ITEM_LOCKED);
        }
        var lacking = allowsNothing.getAsBoolean() || refusal.says("Either scp or roles claim") ? Code.CONSENT_MISSING : Code.PERMISSION_MISSING;
        return Problem.of(lacking)
                .offering(Remedy.openPage(pages.permissions()))
                .offering(Remedy.of(connection.appOnly() ? Kind.RETRY : Kind.SIGN_IN));
    }

    private Problem notFound(Refusal refusal) {
        if (refusal.is("MailboxNotEnabledForRESTAPI", "ErrorNonExistentMailbox", "ErrorInvalidUser", "MailboxNotHostedInExchangeOnline")) {
            return Problem.of(Code.MAILBOX_MISSING);
        }
        if (refusal.says("mysite") || refusal.says("SPO license")) {
            return Problem.of(Code.DRIVE_MISSING);
        }
        if (refusal.is("ErrorInvalidIdMalformed")) {
            return Problem.of(Code.ID_MALFORMED);
        }
        if (refusal.is("ResourceNotFound")) {
            return Problem.of(refusal.on("/drive") ? Code.DRIVE_MISSING : Code.MAILBOX_MISSING);
        }
        if (refusal.is("SyncStateNotFound", "resyncRequired")) {
            return retryable(Code.SYNC_RESTART);
        }
        boolean aboutUser = refusal.on("/users/{id}");
        if (refusal.is("Request_ResourceNotFound") && aboutUser) {
            return unknownUser();
        }
        // a bare UnknownError there: the path named an address in place of the object id, or a user without a licence
        if (refusal.is("UnknownError") && refusal.message().isEmpty() && aboutUser && refusal.on("/onlineMeetings")) {
            return unknownUser();
        }
        return Problem.of(Code.ITEM_GONE);
    }

    private Problem unknownUser() {
        return Problem.of(Code.USER_UNKNOWN).offering(Remedy.openPage(pages.users()));
    }

    private Problem throttled(Refusal refusal) {
        var problem = retryable(Code.THROTTLED);
        return RetryAfter.parse(refusal.retryAfter(), clock.instant())
                .map(wait -> problem.with("until", words.span(wait)))
                .orElse(problem);
    }

    private Problem down(Refusal refusal) {
        return retryable(Code.SERVICE_DOWN)
                .with("host", connection.cloud().graph().getHost())
                .with("code", Integer.toString(refusal.status()))
                .offering(Remedy.openPage(EntraPages.SERVICE_STATUS));
    }

    private static Problem refused(Refusal refusal) {
        var reason = refusal.message().isEmpty() ? refusal.code() : refusal.message();
        return Problem.of(Code.REQUEST_REFUSED).with("reason", reason.isEmpty() ? null : reason);
    }

    private static Problem retryable(Code code) {
        return Problem.of(code).offering(Remedy.of(Kind.RETRY));
    }
}
