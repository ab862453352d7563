package app.lectern.problems;

import java.util.ArrayList;

/// What the service itself said, kept for support: its status, its own code, its message and the request-id.
/// Never holds a token, a secret or a body.
public record Evidence(String service, int status, String code, String message, String requestId) {
    public static final Evidence NONE = new Evidence("", 0, "", "", "");

    public Evidence {
        service = service == null ? "" : service;
        code = code == null ? "" : code;
        message = message == null ? "" : message;
        requestId = requestId == null ? "" : requestId;
    }

    public static Evidence of(String service, String code, String message) {
        return new Evidence(service, 0, code, message, "");
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// `403 · Authorization_RequestDenied · request 7be0c4d1…`: the line under a problem.
    public String line() {
        var parts = new ArrayList<String>();
        if (status > 0) {
            parts.add(Integer.toString(status));
        }
        if (!code.isEmpty()) {
            parts.add(code);
        }
        if (!requestId.isEmpty()) {
            parts.add("request " + requestId);
        }
        return String.join(" · ", parts);
    }
}
