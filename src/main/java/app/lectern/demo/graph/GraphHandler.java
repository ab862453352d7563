package app.lectern.demo.graph;

/// What a route does: answers a call, or throws a [GraphRefusal].
@FunctionalInterface
public interface GraphHandler {
    GraphAnswer answer(GraphCall call);
}
