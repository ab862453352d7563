package app.lectern.graph;

/// Where every call to Entra, Graph and the storage hosts is noted. Called on the thread that made the call, so it
/// should be quick; what it throws would fail the call.
@FunctionalInterface
public interface CallLog {
    CallLog NONE = entry -> {};

    void record(CallEntry entry);
}
