package app.lectern.graph;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.Remedy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Says what broke on the way to a host: name service, proxy, TLS, connection, time.
final class TransportProblems {
    /// OkHttp has no exception of its own for a proxy that refuses a tunnel.
    private static final Pattern TUNNEL_REFUSED = Pattern.compile("Unexpected response code for CONNECT: (\\d{3})");

    private TransportProblems() {}

    static Problem of(IOException failure) {
        var context = failure instanceof HostFailure known ? known : new HostFailure(null, "", failure);
        var cause = context.getCause() instanceof IOException io ? io : failure;
        return describe(context, cause).seen(evidence(cause));
    }

    private static Problem describe(HostFailure context, IOException cause) {
        var host = context.host();
        var refused = refusedByProxy(cause);
        if (refused.isPresent()) {
            return byProxy(refused.get(), host);
        }
        if (cause instanceof ForeignAnswer foreign) {
            return foreign.status() >= 500
                    ? Problem.of(Code.SERVICE_DOWN).with("host", host).with("code", Integer.toString(foreign.status()))
                            .offering(Remedy.of(Remedy.Kind.RETRY))
                    : network(Code.ANSWER_UNREADABLE, host);
        }
        if (untrusted(cause)) {
            return network(Code.TLS_UNTRUSTED, host);
        }
        // with a proxy, looking up and connecting concern the proxy: it alone reaches the host
        var reached = context.proxy().isEmpty() ? host : context.proxy();
        if (caused(cause, UnknownHostException.class)) {
            return network(Code.HOST_UNKNOWN, reached);
        }
        if (cause instanceof SocketTimeoutException || cause instanceof InterruptedIOException) {
            return network(Code.TIMED_OUT, host);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return network(Code.CONNECTION_REFUSED, reached);
        }
        return network(Code.CONNECTION_LOST, host);
    }

    private static Problem byProxy(int status, String host) {
        return status == 407
                ? Problem.of(Code.PROXY_SIGN_IN).offering(Remedy.of(Remedy.Kind.OPEN_SETTINGS))
                : network(Code.PROXY_REFUSED, host).with("code", Integer.toString(status));
    }

    private static Problem network(Code code, String host) {
        return Problem.of(code)
                .with("host", host)
                .offering(Remedy.of(Remedy.Kind.RETRY))
                .offering(Remedy.of(Remedy.Kind.OPEN_SETTINGS));
    }

    /// The proxy's own status, when it was the proxy that answered.
    static Optional<Integer> refusedByProxy(IOException failure) {
        if (failure instanceof ProxyRefusal refusal) {
            return Optional.of(refusal.status());
        }
        var message = failure.getMessage() == null ? "" : failure.getMessage();
        var found = TUNNEL_REFUSED.matcher(message);
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    private static boolean untrusted(IOException failure) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return true;
        }
        return failure instanceof SSLHandshakeException && caused(failure, java.security.GeneralSecurityException.class);
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /// The message may name an address with what is secret in it, so the class has to do.
    private static Evidence evidence(IOException cause) {
        return Evidence.of("network", cause.getClass().getSimpleName(), "");
    }
}
