package app.lectern.activity;

import java.util.Arrays;
import java.util.Optional;

/// The statuses that Graph and Entra answer with and that have words of their own.
enum HttpReason {
    OK(200), CREATED(201), ACCEPTED(202), NO_CONTENT(204), PARTIAL(206), ELSEWHERE(302), UNCHANGED(304), BAD_REQUEST(400), UNAUTHORISED(401),
    FORBIDDEN(403), NOT_FOUND(404), CONFLICT(409), GONE(410), CHANGED(412), LOCKED(423), TOO_MANY(429), INTERNAL(500), BAD_GATEWAY(502),
    UNAVAILABLE(503), GATEWAY_TIMEOUT(504);

    private final int status;

    HttpReason(int status) {
        this.status = status;
    }

    static Optional<HttpReason> of(int status) {
        return Arrays.stream(values()).filter(each -> each.status == status).findFirst();
    }
}
