package app.lectern.shell;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;

/// The JavaFX toolkit for tests: started once, used from the test's own thread.
public final class Toolkit {
    private static final int PATIENCE_SECONDS = 60;

    private Toolkit() {}

    public static void start() {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException running) {
            Platform.runLater(started::countDown);
        }
        Platform.setImplicitExit(false);
        try {
            if (!started.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the toolkit did not start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public static void run(Runnable action) {
        try {
            onFx(() -> {
                action.run();
                return null;
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static <T> T onFx(Callable<T> action) throws Exception {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(action.call());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.get(60, TimeUnit.SECONDS);
    }

    /// Puts the keyboard on what is found, once it shows and can be used.
    public static void focus(Callable<Node> found) throws Exception {
        await(() -> {
            var node = found.call();
            if (node == null) {
                return false;
            }
            node.requestFocus();
            return Stream.iterate(node.getScene().getFocusOwner(), Objects::nonNull, Node::getParent).anyMatch(node::equals);
        });
    }

    /// Waits until this is so, looking on the FX thread.
    public static void await(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onFx(condition)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("it did not happen within " + PATIENCE_SECONDS + " seconds");
            }
            Thread.sleep(10);
        }
    }
}
