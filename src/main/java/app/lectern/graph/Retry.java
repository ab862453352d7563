package app.lectern.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// The one retry policy: first try, then after 1, 2 and 4 seconds plus jitter, for 429, 503, 504 and transport faults.
/// A Retry-After always wins. A write is repeated only if that changes nothing. The wait holds no mailbox place and
/// ends at once when the thread is interrupted.
final class Retry implements Interceptor {
    private static final int TRIES = 4;
    private static final Set<Integer> TRANSIENT = Set.of(429, 503, 504);
    /// Longer than this is not waited out inside a call; the caller learns until when.
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Sleeper sleeper;
    private final DoubleSupplier random;
    private final Consumer<Waiting> told;

    Retry(Sleeper sleeper, DoubleSupplier random, Consumer<Waiting> told) {
        this.sleeper = sleeper;
        this.random = random;
        this.told = told;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        for (int tried = 1; ; tried++) {
            Pause pause;
            try {
                var response = chain.proceed(request);
                var next = afterAnswer(request, response, tried);
                if (next.isEmpty()) {
                    return response;
                }
                response.close();
                pause = next.get();
            } catch (IOException failure) {
                var next = afterFault(request, failure, tried);
                if (next.isEmpty()) {
                    throw failure;
                }
                pause = next.get();
            }
            rest(request, pause, tried + 1);
        }
    }

    private record Pause(Duration length, String why, String cause) {}

    private void rest(Request request, Pause pause, int coming) throws CancelledCall {
        CallTrace.of(request).waits(pause.length(), pause.why());
        var waiting = new Waiting(coming, TRIES, pause.length(), pause.cause());
        Purpose.current().watcher().accept(waiting);
        told.accept(waiting);
        try {
            sleeper.sleep(pause.length());
        } catch (InterruptedException interrupted) {
            throw new CancelledCall(interrupted);
        }
    }

    private Optional<Pause> afterAnswer(Request request, Response response, int tried) {
        if (!TRANSIENT.contains(response.code()) || tried >= TRIES || !mayRepeat(request)) {
            return Optional.empty();
        }
        var cause = Integer.toString(response.code());
        var told = RetryAfter.of(response, CallTrace.of(request).clock());
        if (told.isPresent()) {
            return told.filter(wait -> wait.compareTo(PATIENCE) <= 0).map(wait -> new Pause(wait, "Retry-After", cause));
        }
        return Optional.of(new Pause(backOff(tried), "back-off", cause));
    }

    private Optional<Pause> afterFault(Request request, IOException failure, int tried) {
        if (tried >= TRIES || Thread.currentThread().isInterrupted() || !transientFault(failure)) {
            return Optional.empty();
        }
        if (!mayRepeat(request) && !neverLeft(failure)) {
            return Optional.empty();
        }
        return Optional.of(new Pause(backOff(tried), "back-off", failure.getClass().getSimpleName()));
    }

    /// A second attempt would meet the same certificate, proxy or web page.
    private static boolean transientFault(IOException failure) {
        return !(failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException
                || failure instanceof ProxyRefusal
                || failure instanceof ForeignAnswer
                || failure instanceof CancelledCall
                || TransportProblems.refusedByProxy(failure).isPresent());
    }

    /// Nothing was sent yet, so even a write may be tried again.
    private static boolean neverLeft(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException;
    }

    static boolean mayRepeat(Request request) {
        if (request.body() != null && request.body().isOneShot()) {
            return false;
        }
        return switch (request.method()) {
            case "GET", "HEAD", "PUT", "DELETE" -> true;
            default -> request.tag(IdempotentWrite.class) != null
                    || request.url().pathSegments().getLast().equals("createOrGet")
                    || Bodies.carriesTransactionId(request);
        };
    }

    private Duration backOff(int tried) {
        long millis = 1000L << (tried - 1);
        return Duration.ofMillis(millis + (long) (millis * 0.25 * random.getAsDouble()));
    }
}
