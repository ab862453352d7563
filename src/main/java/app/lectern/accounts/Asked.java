package app.lectern.accounts;

import app.lectern.problems.Evidence;

/// The request behind a finding and how it was answered: evidence for support. Never holds a body.
///
/// @param request method and path, such as `GET /users/ruth@…/drive`; empty when nothing was asked
public record Asked(String request, int status, String code, String requestId) {
    public static final Asked NOTHING = new Asked("", 0, "", "");

    static Asked answered(String request, int status) {
        return new Asked(request, status, "", "");
    }

    static Asked refused(String request, Evidence evidence) {
        return new Asked(request, evidence.status(), evidence.code(), evidence.requestId());
    }

    public boolean isNothing() {
        return request.isEmpty();
    }

    /// `GET /users/{id}/drive → 404 · ResourceNotFound · request 7be0c4d1…`
    public String line() {
        var line = new StringBuilder(request);
        if (status > 0) {
            line.append(" → ").append(status);
        }
        if (!code.isEmpty()) {
            line.append(" · ").append(code);
        }
        if (!requestId.isEmpty()) {
            line.append(" · request ").append(requestId);
        }
        return line.toString();
    }
}
