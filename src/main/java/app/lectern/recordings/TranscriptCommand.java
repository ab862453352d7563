package app.lectern.recordings;

import app.lectern.cli.Output;
import app.lectern.integrations.Integration;
import app.lectern.problems.ExitStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern recordings transcript`: what was said in a recording, or only where some words were said.
@Command(name = "transcript")
public final class TranscriptCommand implements Callable<Integer> {
    /// What the command works with.
    public record Parts(Integration integration, RecordingsLibrary library, RecordingWords words) {}

    private final Supplier<Parts> parts;
    private final Output output;

    @Parameters(paramLabel = "ID", descriptionKey = "recordings.cli.option.one-id")
    private long id;

    @Option(names = "--find", paramLabel = "TEXT", descriptionKey = "recordings.cli.option.said", defaultValue = "")
    private String wanted;

    TranscriptCommand(Supplier<Parts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    /// The `recordings` command with this one below it.
    public static CommandLine below(RecordingsCommand recordings, Supplier<Parts> parts, Output output) {
        return recordings.whole().addSubcommand(new TranscriptCommand(parts, output));
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = parts.get();
        var recording = on.library().get(id);
        var transcript = on.words().transcriptOf(recording);
        if (transcript.isEmpty()) {
            output.note("recordings.transcript.missing");
            return ExitStatus.NOT_FOUND.number();
        }
        List<TranscriptCue> said;
        try (var progress = output.progress(recording.title())) {
            said = on.words().read(on.integration(), transcript.get(), progress);
        }
        var shown = wanted.isBlank() ? said : on.words().find(said, wanted).stream().map(TranscriptHit::said).distinct().toList();
        if (output.wantsJson()) {
            output.json(Map.of("recording", id, "title", recording.title(), "said", shown.stream().map(TranscriptCommand::json).toList()));
        } else {
            shown.forEach(cue -> output.line(time(cue.from()) + "  " + (cue.speaker().isEmpty() ? "" : cue.speaker() + ": ") + cue.text()));
        }
        return (shown.isEmpty() ? ExitStatus.NOT_FOUND : ExitStatus.DONE).number();
    }

    private static Map<String, Object> json(TranscriptCue of) {
        var row = new LinkedHashMap<String, Object>();
        row.put("from", of.from().toString());
        row.put("until", of.until().toString());
        row.put("speaker", of.speaker());
        row.put("text", of.text());
        return row;
    }

    private static String time(Duration at) {
        return "%d:%02d:%02d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }
}
