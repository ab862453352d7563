package app.lectern.integrations.permissions;

import java.time.Duration;
import java.time.Instant;

/// What a check saw: the request (its path as a template, without names of people), the answer, when and how fast.
///
/// @param status 0 when nothing was asked, or nothing came back
public record ProbeEvidence(String request, int status, String code, String requestId, Instant at, Duration took) {
    public static ProbeEvidence none(Instant at) {
        return new ProbeEvidence("", 0, "", "", at, Duration.ZERO);
    }

    public boolean isEmpty() {
        return request.isEmpty();
    }

    /// `GET /users/{id}/drive · 200 · 142 ms`
    public String line() {
        if (request.isEmpty()) {
            return "";
        }
        var line = new StringBuilder(request);
        if (status > 0) {
            line.append(" · ").append(status);
        }
        if (!code.isEmpty()) {
            line.append(" · ").append(code);
        }
        if (!requestId.isEmpty()) {
            line.append(" · request ").append(requestId);
        }
        return line.append(" · ").append(took.toMillis()).append(" ms").toString();
    }
}
