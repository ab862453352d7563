package app.lectern.activity;

import app.lectern.cli.Output;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern support-bundle`: writes what support needs into one zip.
@Command(name = "support-bundle")
public final class SupportBundleCommand implements Callable<Integer> {
    @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "lectern.support-bundle.to")
    private Path file;

    @Option(names = "--keep-names", descriptionKey = "lectern.support-bundle.keep-names")
    private boolean keepNames;

    private final Supplier<SupportBundle> bundle;
    private final Output output;

    public SupportBundleCommand(Supplier<SupportBundle> bundle, Output output) {
        this.bundle = bundle;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        SupportBundle.Prepared prepared;
        try (var progress = output.progress(output.words().text("bundle.preparing"))) {
            prepared = bundle.get().prepare(keepNames, progress);
        }
        bundle.get().write(prepared, file);
        var names = prepared.files().stream().map(BundleFile::name).toList();
        if (output.wantsJson()) {
            output.json(Map.of("file", file.toAbsolutePath().normalize().toString(), "files", names, "namesKept", keepNames));
        } else {
            prepared.files().forEach(each -> output.line("  " + each.name() + "  "
                    + output.words().size(each.content().getBytes(StandardCharsets.UTF_8).length)));
            output.say(keepNames ? "bundle.written.names-kept" : "bundle.written", file.toAbsolutePath().normalize());
        }
        return 0;
    }
}
