package app.lectern.diagnosis.errors;

import app.lectern.problems.Problem.Code;

/// Who can mend a fault.
public enum Fixer {
    YOU, ENTRA_ADMIN, TEAMS_ADMIN, EXCHANGE_ADMIN, NETWORK_ADMIN, MICROSOFT;

    static Fixer of(Code code) {
        return switch (code) {
            case ACCESS_POLICY_MISSING, TRANSCRIPTS_OFF, SPEAKERS_OFF -> TEAMS_ADMIN;
            case MAILBOX_BLOCKED, MAILBOX_MISSING -> EXCHANGE_ADMIN;
            case THROTTLED, SERVICE_DOWN -> MICROSOFT;
            case HOST_UNKNOWN, CONNECTION_REFUSED, CONNECTION_LOST, TIMED_OUT, PROXY_REFUSED, PROXY_SIGN_IN, TLS_UNTRUSTED -> NETWORK_ADMIN;
            case SECRET_EXPIRED, CERTIFICATE_REFUSED, APP_UNKNOWN, APP_DISABLED, CONSENT_MISSING, SIGN_IN_BLOCKED,
                    DEVICE_CODE_BLOCKED, PUBLIC_FLOW_OFF, REDIRECT_MISSING, PERMISSION_MISSING, USER_UNKNOWN, DRIVE_MISSING,
                    ITEM_LOCKED -> ENTRA_ADMIN;
            default -> YOU;
        };
    }
}
