package app.lectern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a day in the window cost the person, step by step: a table and the pictures beside it.
final class DayRecord {
    /// What nobody calls waiting.
    private static final long AT_ONCE = TimeUnit.MILLISECONDS.toNanos(300);

    /// @param waited seconds, of those waits that a person notices
    private record Line(String step, int actions, int waits, double waited, int deadEnds) {}

    private final Path pictures = Path.of("target", "pictures", "days");
    private final String day;
    private final List<Line> lines = new ArrayList<>();
    private int actions;
    private int waits;
    private int deadEnds;
    private long waited;

    DayRecord(String day) throws IOException {
        this.day = day;
        Files.createDirectories(pictures);
    }

    void begin() {
        actions = 0;
        waits = 0;
        deadEnds = 0;
        waited = 0;
    }

    void acted() {
        actions++;
    }

    void waited(long nanos) {
        if (nanos > AT_ONCE) {
            waits++;
            waited += nanos;
        }
    }

    void deadEnd() {
        deadEnds++;
    }

    /// Answers what the picture of this step is called.
    String end(String step) throws IOException {
        lines.add(new Line(step, actions, waits, waited / 1e9, deadEnds));
        Files.write(pictures.resolve(day + ".md"), table());
        return "%02d-%s".formatted(lines.size(), step.replace(' ', '-'));
    }

    void picture(String name, byte[] png) throws IOException {
        Files.write(pictures.resolve(day + "-" + name + ".png"), png);
    }

    private List<String> table() {
        var written = new ArrayList<>(List.of("| step | actions | waits | seconds waited | dead ends |", "| --- | --- | --- | --- | --- |"));
        lines.forEach(line -> written.add("| %s | %d | %d | %.1f | %d |".formatted(line.step(), line.actions(), line.waits(), line.waited(), line.deadEnds())));
        written.add("| all | %d | %d | %.1f | %d |".formatted(lines.stream().mapToInt(Line::actions).sum(), lines.stream().mapToInt(Line::waits).sum(),
                lines.stream().mapToDouble(Line::waited).sum(), lines.stream().mapToInt(Line::deadEnds).sum()));
        return written;
    }
}
