package app.lectern.recordings;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.DownloadResult;
import app.lectern.recordings.downloads.LocalFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Function;

/// Transcripts that no drive holds: the meetings API hands out their text in one piece.
final class TranscriptFiles {
    private final Function<Integration, GraphSession> sessions;
    private final ZoneId zone;

    TranscriptFiles(Function<Integration, GraphSession> sessions, ZoneId zone) {
        this.sessions = sessions;
        this.zone = zone;
    }

    String text(Integration of, Recording recording) {
        return new RecordingsGraph(sessions.apply(of), zone).transcriptText(recording.organiserId(), recording.graphMeeting(), recording.graphId(), recording.title());
    }

    DownloadResult fetch(Integration of, Recording recording, Path folder, String name, Transferring progress) throws InterruptedException {
        progress.checkpoint();
        long started = System.nanoTime();
        var bytes = text(of, recording).getBytes(StandardCharsets.UTF_8);
        progress.bytes(bytes.length, bytes.length);
        try {
            var file = LocalFile.write(folder, name, bytes);
            var sums = LocalFile.sums(file, progress);
            return new DownloadResult(file, bytes.length, bytes.length, Duration.ofNanos(System.nanoTime() - started), sums.quickXor(), sums.sha256(), false);
        } catch (IOException refused) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", folder.toString()).raise(refused);
        }
    }
}
