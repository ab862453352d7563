package app.lectern.graph;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Who wants to hear when calls of a connection wait before they are repeated, whatever they are made for.
public final class Pauses {
    private final Map<String, List<Consumer<? super Waiting>>> watchers = new ConcurrentHashMap<>();

    /// Until it is closed.
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// @param told on the thread that makes the call, before it waits
    public Watch watch(String connection, Consumer<? super Waiting> told) {
        var list = watchers.computeIfAbsent(connection, id -> new CopyOnWriteArrayList<>());
        list.add(told);
        return () -> list.remove(told);
    }

    void tell(String connection, Waiting waiting) {
        watchers.getOrDefault(connection, List.of()).forEach(told -> told.accept(waiting));
    }
}
