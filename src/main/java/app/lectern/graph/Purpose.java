package app.lectern.graph;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What the current thread is talking to Microsoft for. A scoped value and not a thread-local: it ends with the call,
/// and virtual threads come by the thousand.
final class Purpose {
    private static final ScopedValue<Purpose> CURRENT = ScopedValue.newInstance();
    private static final Purpose NONE = new Purpose("", wait -> {});

    private final String label;
    private final Consumer<? super Waiting> watcher;
    private volatile String lastPath = "";

    Purpose(String label, Consumer<? super Waiting> watcher) {
        this.label = label;
        this.watcher = watcher;
    }

    static Purpose current() {
        return CURRENT.isBound() ? CURRENT.get() : new Purpose(NONE.label, NONE.watcher);
    }

    String label() {
        return label;
    }

    Consumer<? super Waiting> watcher() {
        return watcher;
    }

    /// The template of the path that was asked last; some of Graph's refusals mean different things on different paths.
    String lastPath() {
        return lastPath;
    }

    void asked(String path) {
        lastPath = path;
    }

    <T> T during(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /// The same work, for another thread, with this thread's purpose.
    static Runnable carried(Runnable work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        var mine = CURRENT.get();
        return () -> ScopedValue.where(CURRENT, mine).run(work);
    }
}
