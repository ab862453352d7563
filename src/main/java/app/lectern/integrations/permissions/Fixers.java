package app.lectern.integrations.permissions;

import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;

/// Who can mend what, and which answers are refusals and which just no answer.
public final class Fixers {
    private Fixers() {}

    /// Whether Microsoft said no, as opposed to nothing being heard.
    static boolean isRefusal(Code code) {
        return switch (code) {
            case PERMISSION_MISSING, CONSENT_MISSING, ACCESS_POLICY_MISSING, MAILBOX_BLOCKED, TRANSCRIPTS_OFF, SPEAKERS_OFF, TOKEN_REFUSED,
                    MAILBOX_MISSING, DRIVE_MISSING, USER_UNKNOWN, MFA_REQUIRED, REQUEST_REFUSED -> true;
            default -> false;
        };
    }

    public static Fixer of(Problem problem) {
        return switch (problem.code()) {
            case ACCESS_POLICY_MISSING, TRANSCRIPTS_OFF, SPEAKERS_OFF -> Fixer.TEAMS_ADMIN;
            case MAILBOX_BLOCKED -> Fixer.EXCHANGE_ADMIN;
            case PERMISSION_MISSING, CONSENT_MISSING, APP_UNKNOWN, APP_DISABLED, PUBLIC_FLOW_OFF, REDIRECT_MISSING, SIGN_IN_BLOCKED,
                    MAILBOX_MISSING, DRIVE_MISSING, ACCOUNT_REFUSED, CERTIFICATE_REFUSED -> Fixer.ENTRA_ADMIN;
            case SERVICE_DOWN, THROTTLED -> Fixer.MICROSOFT;
            default -> Fixer.YOU;
        };
    }
}
