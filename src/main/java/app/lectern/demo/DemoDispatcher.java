package app.lectern.demo;

import app.lectern.demo.entra.Entra;
import app.lectern.demo.entra.EntraRefusal;
import app.lectern.demo.faults.DemoFaults;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.faults.RequestLog;
import app.lectern.demo.graph.GraphFront;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import app.lectern.demo.storage.StorageHost;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Sends each request to sign-in, Graph or storage, lets faults strike, dates the answer and writes it down.
final class DemoDispatcher {

    private static final Logger LOG = Logger.getLogger(DemoDispatcher.class.getName());

    private final Entra entra;
    private final GraphFront graph;
    private final StorageHost storage;
    private final DemoFaults faults;
    private final RequestLog log;
    private final Clock clock;
    private final Duration latency;

    DemoDispatcher(Entra entra, GraphFront graph, StorageHost storage, DemoFaults faults, RequestLog log, Clock clock, Duration latency) {
        this.entra = entra;
        this.graph = graph;
        this.storage = storage;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
        this.latency = latency;
    }

    HttpReply answer(HttpCall call) {
        var fault = faults.strike(call.method(), call.path()).orElse(null);
        var reply = answer(call, fault);
        var delivery = fault == null ? reply.delivery() : fault.delivery();
        log.add(new RequestLog.Entry(clock.instant(), call.method(), call.path(), call.query(), call.header("Prefer"),
                call.header("Range"), reply.status(), false));
        return reply.delivered(delivery.delayedBy(latency))
                .withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private HttpReply answer(HttpCall call, Fault fault) {
        try {
            if (fault != null && fault.refusal() instanceof GraphRefusal refusal) {
                return graph.refuse(call, refusal);
            }
            if (fault != null && fault.refusal() instanceof EntraRefusal refusal) {
                return entra.refuse(call, refusal);
            }
            return fault != null && fault.reply() != null ? fault.reply() : really(call);
        } catch (RuntimeException mistake) {
            // a mistake of the demo tenant's own: answered as a server error, so that the client does not hang on it
            LOG.log(Level.WARNING, mistake, () -> call.method() + " " + call.path());
            return HttpReply.text(500, "application/json", "{\"error\":{\"code\":\"generalException\",\"message\":\"The demo tenant failed.\"}}");
        }
    }

    private HttpReply really(HttpCall call) {
        if (call.path().startsWith("/storage/")) {
            return storage.answer(call);
        }
        if (call.path().startsWith("/v1.0/") || call.path().startsWith("/beta/")) {
            return graph.answer(call);
        }
        return entra.answer(call);
    }
}
