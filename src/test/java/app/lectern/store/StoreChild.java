package app.lectern.store;

import app.lectern.ChildJvm;
import app.lectern.home.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A second Java process on the same data folder, which is told what to do line by line and answers in lines.
final class StoreChild implements AutoCloseable {
    final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private StoreChild(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static StoreChild start(Home home, String mode) {
        var command = ChildJvm.command(List.of(), StoreDriver.class.getName(), mode, home.folder().toString());
        try {
            return new StoreChild(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The next line, or null once the process has ended.
    String answer() {
        try {
            return answers.readLine();
        } catch (IOException ended) {
            return null;
        }
    }

    void expect(String line) {
        var got = answer();
        if (!line.equals(got)) {
            throw new AssertionError("expected " + line + " but the other process said " + got);
        }
    }

    String ask(String order) {
        orders.println(order);
        return answer();
    }

    void kill() {
        process.destroyForcibly();
        waitFor();
    }

    private void waitFor() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the other process does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes its input, upon which it closes the store and ends.
    void end() {
        orders.close();
        waitFor();
    }

    @Override
    public void close() {
        end();
    }
}
