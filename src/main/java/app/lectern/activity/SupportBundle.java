package app.lectern.activity;

import app.lectern.home.Home;
import app.lectern.home.LogFile;
import app.lectern.home.OwnerOnly;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Gathers what support needs into one zip: facts from the rooms, recent calls and deeds, the logs. It is prepared first, so that
/// every file can be read as it will be, and then written exactly so.
public final class SupportBundle {
    private static final int CALLS = 1_000;
    private static final int DEEDS = 500;

    /// What Lectern knows that must not leave: values of secrets, and names of people, schools and folders.
    public record Private(Collection<String> secrets, Collection<String> names) {}

    /// A bundle as it would be written.
    public record Prepared(List<BundleFile> files, boolean namesKept) {
        public Prepared {
            files = List.copyOf(files);
        }
    }

    private final Home home;
    private final List<BundleSource> sources;
    private final Supplier<Private> hidden;
    private final AuditTrail audit;
    private final GraphCalls calls;
    private final Words words;
    private final Clock clock;
    private final LogWords said;

    public SupportBundle(Home home, List<BundleSource> sources, Supplier<Private> hidden, AuditTrail audit, GraphCalls calls, Words words,
            Clock clock) {
        this.home = home;
        this.sources = List.copyOf(sources);
        this.hidden = hidden;
        this.audit = audit;
        this.calls = calls;
        this.words = words;
        this.clock = clock;
        this.said = new LogWords(words, audit);
    }

    /// Everything as it will be written; `more` adds files for this bundle only, such as a diagnosis.
    public Prepared prepare(boolean keepNames, List<BundleFile> more, Progress progress) throws InterruptedException {
        var plain = new ArrayList<BundleFile>();
        for (var source : sources) {
            progress.checkpoint();
            plain.addAll(source.files(progress));
        }
        plain.addAll(more);
        calls.flush();
        plain.add(new BundleFile("calls.csv", csv(calls, said.callColumns(), CALLS, progress)));
        plain.add(new BundleFile("activity.csv", csv(audit, said.auditColumns(), DEEDS, progress)));
        for (var log : LogFile.files(home)) {
            progress.checkpoint();
            plain.add(new BundleFile("logs/" + log.getFileName(), LogFile.tail(log)));
        }
        var known = hidden.get();
        var disguise = new Disguise(keepNames, known.secrets(), known.names());
        var files = new ArrayList<BundleFile>();
        files.add(new BundleFile("README.txt", words.text(keepNames ? "bundle.readme.names-kept" : "bundle.readme", words.fullDate(clock.instant()))));
        plain.forEach(file -> files.add(new BundleFile(file.name(), disguise.of(file.content()))));
        return new Prepared(files, keepNames);
    }

    public Prepared prepare(boolean keepNames, Progress progress) throws InterruptedException {
        return prepare(keepNames, List.of(), progress);
    }

    /// Writes exactly what was prepared and notes it.
    public void write(Prepared prepared, Path file) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
                for (var each : prepared.files()) {
                    var entry = new ZipEntry(each.name());
                    entry.setTime(clock.millis());
                    zip.putNextEntry(entry);
                    zip.write(each.content().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            OwnerOnly.write(file, bytes.toByteArray());
        } catch (IOException unwritable) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(unwritable);
        }
        audit.note(AuditNote.of(AuditDeed.SUPPORT_BUNDLE_WRITTEN, file.getFileName().toString())
                .outcome(words.text(prepared.namesKept() ? "bundle.names-kept" : "bundle.names-replaced")));
    }

    private static <R extends LogRow> String csv(LogSource<R> source, List<LogWords.Column<R>> columns, int most, Progress progress)
            throws InterruptedException {
        var out = new StringWriter();
        try {
            ActivityExport.csvLine(out, columns.stream().map(LogWords.Column::title).toList());
            int rows = 0;
            Optional<LogCursor> after = Optional.empty();
            do {
                var page = source.page(LogFilter.ALL, after, progress);
                for (var row : page.rows()) {
                    ActivityExport.csvLine(out, columns.stream().map(column -> String.valueOf(column.value().apply(row))).toList());
                }
                rows += page.rows().size();
                after = page.next();
            } while (after.isPresent() && rows < most);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toString();
    }
}
