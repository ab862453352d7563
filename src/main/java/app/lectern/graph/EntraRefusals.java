package app.lectern.graph;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.Remedy;
import app.lectern.problems.Remedy.Kind;
import app.lectern.words.Words;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import java.time.Duration;
import java.util.regex.Pattern;

/// Concludes from what MSAL throws why a sign-in failed. Entra's `error` decides; where only the AADSTS number tells
/// causes apart that a person mends in different places, the number refines it.
final class EntraRefusals {
    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{4,8})");
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TRAILER = Pattern.compile("\\s*(Trace ID|Correlation ID|Timestamp):.*", Pattern.DOTALL);

    private final Connection connection;
    private final EntraPages pages;
    private final ClockSkew skew;
    private final Words words;

    EntraRefusals(Connection connection, ClockSkew skew, Words words) {
        this.connection = connection;
        this.pages = new EntraPages(connection);
        this.skew = skew;
        this.words = words;
    }

    Problem of(MsalException failure) {
        var message = failure.getMessage() == null ? "" : failure.getMessage();
        var error = failure.errorCode() == null ? "" : failure.errorCode();
        var found = NUMBER.matcher(message);
        int number = found.find() ? Integer.parseInt(found.group(1)) : 0;
        return describe(failure, error, number, message)
                .with("app", connection.clientId())
                .with("tenant", connection.tenant())
                .seen(evidence(failure, error, number, message));
    }

    private Problem describe(MsalException failure, String error, int number, String message) {
        if (failure instanceof MsalThrottlingException throttled) {
            return retryable(Code.THROTTLED).with("until", words.span(Duration.ofMillis(throttled.retryInMs())));
        }
        var known = AadstsCodes.meaning(number);
        if (known.isPresent()) {
            return withRemedies(narrowed(known.get()));
        }
        return switch (error) {
            case "authorization_declined", "access_denied" -> withRemedies(forPerson(Code.DEVICE_CODE_DECLINED, Code.CONSENT_DECLINED));
            case "expired_token", "code_expired" -> withRemedies(Code.DEVICE_CODE_EXPIRED);
            case "bad_verification_code" -> withRemedies(Code.DEVICE_CODE_EXPIRED);
            case "consent_required" -> withRemedies(Code.CONSENT_MISSING);
            case "temporarily_unavailable", "server_error" -> down(failure);
            case "cache_miss" -> Problem.of(Code.SIGN_IN_NEEDED).offering(Remedy.of(Kind.SIGN_IN));
            case "unable_to_start_http_listener", "desktop_browser_not_supported", "linux_xdg_open_failed" ->
                withRemedies(Code.BROWSER_UNAVAILABLE);
            case "invalid_grant", "interaction_required", "login_required" -> withRemedies(Code.SIGN_IN_EXPIRED);
            default -> other(failure, message);
        };
    }

    private Problem other(MsalException failure, String message) {
        if (failure instanceof MsalInteractionRequiredException) {
            return withRemedies(Code.SIGN_IN_EXPIRED);
        }
        if (failure instanceof MsalServiceException service && service.statusCode() != null && service.statusCode() >= 500) {
            return down(failure);
        }
        if (failure instanceof MsalServiceException service && Integer.valueOf(429).equals(service.statusCode())) {
            return retryable(Code.THROTTLED);
        }
        if (failure instanceof MsalClientException && message.contains("timed out")) {
            return retryable(Code.TIMED_OUT).with("host", "localhost");
        }
        return Problem.of(Code.SIGN_IN_REFUSED).with("reason", said(message));
    }

    private Problem down(MsalException failure) {
        var status = failure instanceof MsalServiceException service && service.statusCode() != null
                ? Integer.toString(service.statusCode())
                : failure.errorCode();
        return retryable(Code.SERVICE_DOWN).with("host", connection.cloud().login().getHost()).with("code", status);
    }

    /// The same number means different things by how one signs in, by what was typed, and by this computer's clock.
    private Code narrowed(Code code) {
        return switch (code) {
            case SECRET_WRONG -> secretLooksLikeId() ? Code.SECRET_ID_PASTED : code;
            case CERTIFICATE_REFUSED, TOKEN_REFUSED -> skew.tooMuch().isPresent() ? Code.CLOCK_WRONG : code;
            case SIGN_IN_BLOCKED -> connection.credential() instanceof Credential.DeviceCode ? Code.DEVICE_CODE_BLOCKED : code;
            case CONSENT_DECLINED -> forPerson(Code.DEVICE_CODE_DECLINED, code);
            default -> code;
        };
    }

    private Code forPerson(Code byDevice, Code otherwise) {
        return connection.credential() instanceof Credential.DeviceCode ? byDevice : otherwise;
    }

    private boolean secretLooksLikeId() {
        if (!(connection.credential() instanceof Credential.ClientSecret secret)) {
            return false;
        }
        var chars = secret.value().copyChars();
        try {
            return GUID.matcher(java.nio.CharBuffer.wrap(chars)).matches();
        } finally {
            java.util.Arrays.fill(chars, '\0');
        }
    }

    private Problem withRemedies(Code code) {
        var problem = Problem.of(code);
        return switch (code) {
            case SECRET_WRONG, SECRET_ID_PASTED, SECRET_EXPIRED, CERTIFICATE_REFUSED ->
                problem.offering(Remedy.openPage(pages.credentials()));
            case APP_UNKNOWN -> problem.offering(Remedy.openPage(pages.apps()));
            case APP_DISABLED -> problem.offering(Remedy.openPage(pages.enterpriseApps()));
            case TENANT_UNKNOWN, TENANT_NEEDED, CLOUD_WRONG, SCOPE_WRONG -> problem.offering(Remedy.openPage(pages.overview()));
            case CONSENT_MISSING -> problem.offering(Remedy.openPage(pages.permissions())).offering(Remedy.of(Kind.RETRY));
            case PUBLIC_FLOW_OFF, REDIRECT_MISSING -> problem.offering(Remedy.openPage(pages.authentication()));
            case DEVICE_CODE_BLOCKED, MFA_REQUIRED -> problem.offering(Remedy.of(Kind.SIGN_IN_BY_BROWSER));
            case SIGN_IN_BLOCKED -> problem.offering(Remedy.of(Kind.SIGN_IN_BY_BROWSER))
                    .offering(Remedy.openPage(pages.conditionalAccess()));
            case CLOCK_WRONG -> problem.with("skew", words.span(skew.tooMuch().orElse(Duration.ZERO)))
                    .offering(Remedy.of(Kind.RETRY));
            case ACCOUNT_REFUSED -> problem.offering(Remedy.openPage(pages.users())).offering(Remedy.of(Kind.SIGN_IN));
            default -> problem.offering(Remedy.of(Kind.SIGN_IN));
        };
    }

    private static Problem retryable(Code code) {
        return Problem.of(code).offering(Remedy.of(Kind.RETRY));
    }

    private static Evidence evidence(MsalException failure, String error, int number, String message) {
        var code = number == 0 ? error : "AADSTS" + number;
        if (failure instanceof MsalServiceException service) {
            int status = service.statusCode() == null ? 0 : service.statusCode();
            return new Evidence("Entra", status, code, said(message), service.correlationId());
        }
        return Evidence.of("Entra", code, said(message));
    }

    /// Entra's sentence without the ids and times behind it.
    private static String said(String message) {
        return TRAILER.matcher(message).replaceFirst("").strip();
    }
}
