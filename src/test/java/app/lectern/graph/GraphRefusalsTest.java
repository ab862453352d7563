package app.lectern.graph;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemText;
import app.lectern.vault.Secret;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Graph's refusals as they are seen in the wild, and what they mean.
class GraphRefusalsTest {
    private final Connection connection = new Connection(
            "x", Cloud.GLOBAL, "contoso.example", "11111111-2222-3333-4444-555555555555", new Credential.ClientSecret(Secret.of("s")));
    private final ClockSkew skew = new ClockSkew(Clock.systemUTC());
    private final GraphRefusals refusals = new GraphRefusals(connection, skew, Bench.words(), Clock.systemUTC(), () -> false);

    private Problem of(int status, String code, String inner, String message, String path) {
        var refusal = new Refusal(status, code, inner == null ? "" : inner, message == null ? "" : message, "r", "", path, "");
        return refusals.of(refusal, About.of("Test").account("k@contoso.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | InvalidAuthenticationToken | | Access token has expired or is not yet valid. | /v1.0/me | TOKEN_REFUSED
            403 | Authorization_RequestDenied | | Insufficient privileges to complete the operation. | /v1.0/users | PERMISSION_MISSING
            403 | Forbidden | | No application access policy found for this app 1 on the user 2. | /v1.0/users/{id}/onlineMeetings | ACCESS_POLICY_MISSING
            403 | General | | no Application Access Policy found for this app | /v1.0/users/{id}/onlineMeetings | ACCESS_POLICY_MISSING
            403 | Forbidden | | Application is not allowed to perform operations on the user 'x', neither is allowed access through RSC | /x | ACCESS_POLICY_MISSING
            403 | Forbidden | | 3003: User does not have access to lookup meeting. | /x | NOT_ORGANISER
            403 | Forbidden | GraphAccessToTranscriptsDisabled | | /x | TRANSCRIPTS_OFF
            403 | Forbidden | SpeakerAttributionNotAllowed | | /x | SPEAKERS_OFF
            403 | ErrorAccessDenied | | Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings. | /x | MAILBOX_BLOCKED
            403 | ErrorAccessDenied | | Access is denied. Check credentials and try again. | /x | PERMISSION_MISSING
            403 | accessDenied | | Either scp or roles claim need to be present in the token. | /x | CONSENT_MISSING
            403 | UnknownError | | | /x | PERMISSION_MISSING
            404 | Request_ResourceNotFound | | Resource 'x' does not exist | /v1.0/users/{id} | USER_UNKNOWN
            404 | Request_ResourceNotFound | | Resource 'x' does not exist | /v1.0/servicePrincipals | ITEM_GONE
            404 | UnknownError | | | /v1.0/users/{id}/onlineMeetings | USER_UNKNOWN
            404 | UnknownError | | | /v1.0/communications/callRecords/{id} | ITEM_GONE
            404 | MailboxNotEnabledForRESTAPI | | REST API is not yet supported for this mailbox. | /v1.0/users/{id}/events | MAILBOX_MISSING
            404 | ErrorNonExistentMailbox | | | /x | MAILBOX_MISSING
            404 | ErrorInvalidUser | | | /x | MAILBOX_MISSING
            404 | ResourceNotFound | | | /v1.0/users/{id}/mailboxSettings | MAILBOX_MISSING
            404 | ResourceNotFound | | User's mysite not found. | /v1.0/users/{id}/drive | DRIVE_MISSING
            400 | BadRequest | | Unable to retrieve user's mysite URL. | /v1.0/users/{id}/drive | DRIVE_MISSING
            400 | BadRequest | | Tenant does not have a SPO license. | /v1.0/users/{id}/drive | DRIVE_MISSING
            404 | itemNotFound | | | /x | ITEM_GONE
            404 | ErrorItemNotFound | | | /x | ITEM_GONE
            400 | ErrorInvalidIdMalformed | | Id is malformed. | /x | ID_MALFORMED
            404 | ErrorInvalidIdMalformed | | Id is malformed. | /x | ID_MALFORMED
            400 | BadRequest | | No iCalUid found for the meeting. This API is supported only for calendar backed OnlineMeeting. | /x | MEETING_WITHOUT_CALENDAR
            400 | BadRequest | | Channel based meetings are currently not supported. | /x | CHANNEL_MEETING
            400 | BadRequest | | 1026: An error has occurred. | /x | NOT_ORGANISER
            400 | ErrorInvalidRequest | | The Event.Start property for an all-day event needs to be set to midnight. | /x | REQUEST_REFUSED
            402 | PaymentRequired | | | /x | REQUEST_REFUSED
            409 | ErrorFolderExists | | | /x | CONFLICT
            412 | preconditionFailed | | | /x | CONFLICT
            410 | SyncStateNotFound | | | /x | SYNC_RESTART
            410 | resyncRequired | | | /x | SYNC_RESTART
            423 | resourceLocked | | | /x | ITEM_LOCKED
            403 | notAllowed | | | /x | ITEM_LOCKED
            429 | ApplicationThrottled | | over its MailboxConcurrency limit. | /x | THROTTLED
            509 | bandwidthLimitExceeded | | | /x | THROTTLED
            500 | InternalServerError | | | /x | SERVICE_DOWN
            504 | UnknownError | | | /x | SERVICE_DOWN
            """)
    void refusalMeans(int status, String code, String inner, String message, String path, Code expected) {
        var problem = of(status, code, inner, message, path);
        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.evidence().status()).isEqualTo(status);
        assertThat(new ProblemText(Bench.words()).paragraph(problem)).isNotBlank();
    }

    @Test
    void accessPolicyProblemCarriesTheLineToRun() {
        var problem = of(403, "Forbidden", "", "No application access policy found for this app", "/x");
        assertThat(problem.remedies().getFirst().payload())
                .contains("New-CsApplicationAccessPolicy -Identity Lectern -AppIds \"11111111-2222-3333-4444-555555555555\"")
                .contains("-Identity \"k@contoso.example\"");
    }

    @Test
    void commandLineCannotBeBrokenByANameInIt() {
        assertThat(new EntraPages(connection).accessPolicyCommand("x\"; Remove-Item $HOME `\n\u201d"))
                .contains("-Identity \"x; Remove-Item HOME \"");
    }

    @ParameterizedTest
    @CsvSource({
        "7000215,SECRET_WRONG", "7000222,SECRET_EXPIRED", "700027,CERTIFICATE_REFUSED", "700030,CERTIFICATE_REFUSED",
        "50012,CERTIFICATE_REFUSED", "700016,APP_UNKNOWN", "7000112,APP_DISABLED", "7000229,APP_UNKNOWN", "90002,TENANT_UNKNOWN",
        "900023,TENANT_UNKNOWN", "900382,CLOUD_WRONG", "900384,CLOUD_WRONG", "90038,CLOUD_WRONG", "65001,CONSENT_MISSING",
        "90094,CONSENT_MISSING", "90008,CONSENT_MISSING", "65004,CONSENT_DECLINED", "53003,SIGN_IN_BLOCKED", "530032,SIGN_IN_BLOCKED",
        "53000,SIGN_IN_BLOCKED", "53001,SIGN_IN_BLOCKED", "53002,SIGN_IN_BLOCKED", "530035,SIGN_IN_BLOCKED", "50076,MFA_REQUIRED",
        "50074,MFA_REQUIRED", "50079,MFA_REQUIRED", "50072,MFA_REQUIRED", "50078,MFA_REQUIRED", "50126,ACCOUNT_REFUSED",
        "50034,ACCOUNT_REFUSED", "50057,ACCOUNT_REFUSED", "50055,ACCOUNT_REFUSED", "50053,ACCOUNT_REFUSED", "70018,DEVICE_CODE_EXPIRED",
        "70019,DEVICE_CODE_EXPIRED", "70020,DEVICE_CODE_EXPIRED", "7000218,PUBLIC_FLOW_OFF", "50011,REDIRECT_MISSING",
        "70011,SCOPE_WRONG", "28002,SCOPE_WRONG", "50059,TENANT_NEEDED", "9001023,TENANT_NEEDED", "50194,TENANT_NEEDED",
        "700082,SIGN_IN_EXPIRED", "70008,SIGN_IN_EXPIRED", "50173,SIGN_IN_EXPIRED", "70043,SIGN_IN_EXPIRED", "1234567,SIGN_IN_REFUSED"
    })
    void signInNumberMeans(int number, Code expected) {
        var failure = new MsalServiceException("AADSTS" + number + ": Some words. Trace ID: t Correlation ID: c", "invalid_request");
        var problem = new EntraRefusals(connection, skew, Bench.words()).of(failure);
        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.evidence().message()).endsWith("Some words.");
    }
}
