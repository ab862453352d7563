package app.lectern.graph;

import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Remedy;
import app.lectern.problems.Unexpected;
import app.lectern.words.Words;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Turns whatever MSAL, the SDK and the network throw into one [Problem] about this connection.
public final class GraphProblems {
    private final Connection connection;
    private final GraphRefusals graph;
    private final EntraRefusals entra;

    /// @param allowsNothing whether the token in use carries no permission at all
    GraphProblems(Connection connection, ClockSkew skew, Words words, Clock clock, BooleanSupplier allowsNothing) {
        this.connection = connection;
        this.graph = new GraphRefusals(connection, skew, words, clock, allowsNothing);
        this.entra = new EntraRefusals(connection, skew, words);
    }

    /// A [ProblemException], or a [CancellationException] when the work was cancelled and nothing is wrong.
    public RuntimeException raised(Throwable failure, About about) {
        if (cancelled(failure)) {
            var cancelled = new CancellationException();
            cancelled.initCause(failure);
            return cancelled;
        }
        return of(failure, about, Purpose.current().lastPath()).raise(failure);
    }

    Problem of(Throwable failure, About about, String path) {
        return known(failure, about, path);
    }

    /// One refused item of a batch.
    Problem of(Refusal refusal, About about) {
        return completed(graph.of(refusal, about), about);
    }

    Problem signInNeeded() {
        return completed(Problem.of(Code.SIGN_IN_NEEDED).offering(Remedy.of(Remedy.Kind.SIGN_IN)), About.SIGN_IN);
    }

    /// The libraries wrap one another's exceptions; the innermost that says something counts.
    private Problem known(Throwable failure, About about, String path) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            switch (at) {
                case ProblemException problem -> {
                    return completed(problem.problem(), about);
                }
                case ODataError error -> {
                    return of(Refusal.of(error, path), about);
                }
                case ApiException error when error.getResponseStatusCode() > 0 -> {
                    return of(Refusal.of(error, path), about);
                }
                case MsalException error when !hidesAnother(error) -> {
                    return completed(entra.of(error), about);
                }
                case IOException error -> {
                    return completed(TransportProblems.of(error), about);
                }
                default -> {
                    // a wrapper: look inside
                }
            }
        }
        return Unexpected.from(failure);
    }

    /// MSAL wraps a transport fault, and a problem raised while it opened the browser.
    private static boolean hidesAnother(MsalException failure) {
        for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
            if (at instanceof IOException || at instanceof ProblemException) {
                return true;
            }
        }
        return false;
    }

    private Problem completed(Problem problem, About about) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("tenant", connection.tenant());
        facts.put("app", connection.clientId());
        facts.putAll(about.facts());
        facts.putAll(problem.facts());
        return new Problem(problem.code(), facts, problem.evidence(), problem.remedies());
    }

    private static boolean cancelled(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof InterruptedException || at instanceof CancellationException || at instanceof CancelledCall) {
                return true;
            }
        }
        // an interrupted read ends in whatever exception the socket finds fitting
        return Thread.currentThread().isInterrupted() && wrapsTransportFault(failure);
    }

    private static boolean wrapsTransportFault(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
