package app.lectern.cli;

import app.lectern.jobs.Progress;
import app.lectern.words.Words;
import java.time.Duration;

/// Progress as one line that rewrites itself, on a terminal; nothing at all in a pipe.
public final class ConsoleProgress implements Progress, AutoCloseable {
    private static final long MIN_NANOS = 100_000_000;

    private final Terminal terminal;
    private final Words words;
    private final String title;
    private final boolean visible;
    private String detail = "";
    private String measure = "";
    private int width;
    private long lastShown;

    ConsoleProgress(Terminal terminal, Words words, String title, boolean visible) {
        this.terminal = terminal;
        this.words = words;
        this.title = title;
        this.visible = visible;
    }

    @Override
    public synchronized void detail(String text) {
        detail = text;
        show(false);
    }

    @Override
    public synchronized void count(long done, long total) {
        measure = total > 0 ? words.text("progress.of", done, total) : words.count(done);
        show(done == total);
    }

    @Override
    public synchronized void bytes(long done, long total) {
        measure = total > 0 ? words.text("progress.of-size", words.size(done), words.size(total)) : words.size(done);
        show(done == total);
    }

    @Override
    public synchronized void outcome(String text) {
        detail = text;
        show(true);
    }

    @Override
    public synchronized void waits(Duration pause) {
        detail = words.text("tasks.waits", words.span(pause));
        show(true);
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (cancelled()) {
            throw new InterruptedException();
        }
    }

    private void show(boolean now) {
        if (!visible || (!now && System.nanoTime() - lastShown < MIN_NANOS)) {
            return;
        }
        lastShown = System.nanoTime();
        var line = String.join("  ", title, measure, detail).strip();
        terminal.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.err().flush();
        width = line.length();
    }

    /// Clears the line, so that results start on a clean one.
    @Override
    public synchronized void close() {
        if (visible && width > 0) {
            terminal.err().print("\r" + " ".repeat(width) + "\r");
            terminal.err().flush();
        }
    }
}
