package app.lectern.demo.faults;

import app.lectern.demo.entra.EntraRefusal;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.http.Delivery;
import app.lectern.demo.http.HttpReply;
import java.time.Duration;

/// One thing that goes wrong: an answer in place of the real one, or a bad journey for the real one.
///
/// @param refusal a [GraphRefusal] or [EntraRefusal] to be worded by its host, or null
/// @param reply   a ready answer, or null; with both null the request is really carried out
public record Fault(RuntimeException refusal, HttpReply reply, Delivery delivery) {

    private static final String PROXY_PAGE = "<!DOCTYPE html><html><head><title>Web gateway</title></head>"
            + "<body><h1>Network notice</h1><p>Your request was handled by the gateway of your network.</p></body></html>";

    /// The service refuses; see [GraphRefusals] for the usual ones.
    public static Fault of(GraphRefusal refusal) {
        return new Fault(refusal, null, Delivery.PROMPT);
    }

    /// Sign-in refuses; see [app.lectern.demo.entra.EntraRefusals].
    public static Fault of(EntraRefusal refusal) {
        return new Fault(refusal, null, Delivery.PROMPT);
    }

    /// 429 with this `Retry-After`, in seconds and possibly fractional; null leaves the header out.
    public static Fault throttled(String retryAfter) {
        return of(GraphRefusals.throttled(retryAfter));
    }

    /// A server error in Graph's JSON.
    public static Fault serverError(int status) {
        return of(GraphRefusals.serverError(status));
    }

    /// A page that some proxy or gateway puts in the place of the answer.
    public static Fault page(int status) {
        return instead(HttpReply.text(status, "text/html; charset=utf-8", PROXY_PAGE));
    }

    /// An error without any body.
    public static Fault empty(int status) {
        return instead(HttpReply.empty(status));
    }

    public static Fault instead(HttpReply reply) {
        return new Fault(null, reply, Delivery.PROMPT);
    }

    /// The request is carried out, but instead of its answer the connection is reset.
    public static Fault reset() {
        return journey(Delivery.PROMPT.resetAt(Delivery.BEFORE_HEAD));
    }

    public static Fault resetAfter(long bodyBytes) {
        return journey(Delivery.PROMPT.resetAt(bodyBytes));
    }

    /// No answer comes until the faults are cleared.
    public static Fault stall() {
        return journey(Delivery.PROMPT.stalledAt(Delivery.BEFORE_HEAD));
    }

    public static Fault stallAfter(long bodyBytes) {
        return journey(Delivery.PROMPT.stalledAt(bodyBytes));
    }

    public static Fault delay(Duration delay) {
        return journey(Delivery.PROMPT.delayedBy(delay));
    }

    public static Fault slow(long bytesPerSecond) {
        return journey(Delivery.PROMPT.at(bytesPerSecond));
    }

    /// One byte of the body arrives changed; its place is counted within the answer, not within the file.
    public static Fault corrupt(long bodyByte) {
        return journey(Delivery.PROMPT.corruptedAt(bodyByte));
    }

    /// The head claims another length than the body has.
    public static Fault wrongLength(long said) {
        return journey(Delivery.PROMPT.saying(said));
    }

    /// The head claims no length; the body ends with the connection.
    public static Fault withoutLength() {
        return journey(Delivery.PROMPT.saying(Delivery.NO_LENGTH));
    }

    private static Fault journey(Delivery delivery) {
        return new Fault(null, null, delivery);
    }

    /// Whether the real answer is replaced, so that the request has no effect.
    public boolean replacesAnswer() {
        return refusal != null || reply != null;
    }
}
