package app.lectern.recordings;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.recordings.TranscriptTextStore.Found;
import app.lectern.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What was said: reads transcripts, keeps their text, and searches in one or in all that were read.
public final class RecordingWords {
    private static final long LARGEST = 16L << 20;

    private final Function<Integration, GraphSession> sessions;
    private final RecordingsStore recordings;
    private final TranscriptTextStore texts;
    private final TranscriptFiles files;
    private final Clock clock;

    public RecordingWords(Store store, Function<Integration, GraphSession> sessions, ZoneId zone, Clock clock) {
        this.sessions = sessions;
        this.recordings = new RecordingsStore(store);
        this.texts = new TranscriptTextStore(store);
        this.files = new TranscriptFiles(sessions, zone);
        this.clock = clock;
    }

    /// The transcript that belongs to a recording: itself, or the one of its meeting and time. Empty when there is none.
    public Optional<Recording> transcriptOf(Recording recording) {
        if (recording.kind() == RecordingKind.TRANSCRIPT) {
            return Optional.of(recording);
        }
        return recording.meeting().isEmpty() ? Optional.empty() : recordings.ofMeeting(recording.meeting().getAsLong()).stream()
                .filter(one -> one.kind() == RecordingKind.TRANSCRIPT && one.state() != RecordingState.PROCESSING)
                .min(java.util.Comparator.comparing(one -> java.time.Duration.between(one.recordedAt(), recording.recordedAt()).abs()));
    }

    /// The transcript from the store, from its copy here, or from the tenant; what was read is kept.
    public List<TranscriptCue> read(Integration of, Recording transcript, Progress progress) throws InterruptedException {
        var kept = texts.find(transcript.id());
        if (kept.isPresent()) {
            return WebVtt.read(kept.get());
        }
        progress.checkpoint();
        var text = text(of, transcript);
        texts.keep(transcript.id(), text, String.join(" ", WebVtt.read(text).stream().map(TranscriptCue::text).toList()), clock.instant());
        return WebVtt.read(text);
    }

    private String text(Integration of, Recording transcript) {
        try {
            if (transcript.local().isHere() && Files.isRegularFile(Path.of(transcript.localPath()))) {
                return Files.readString(Path.of(transcript.localPath()), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            // the tenant has it too
        }
        if (!transcript.canDownload()) {
            throw Problem.of(Problem.Code.ITEM_GONE).with("item", transcript.title()).raise();
        }
        return transcript.itemId().isEmpty() ? files.text(of, transcript) : fromDrive(of, transcript);
    }

    private String fromDrive(Integration of, Recording transcript) {
        var source = new DriveFileGraph(sessions.apply(of), transcript);
        try {
            return source.text(LARGEST);
        } catch (IOException broken) {
            throw source.raised(broken);
        }
    }

    /// Where in a transcript the words occur, without regard to capitals and accents.
    public List<TranscriptHit> find(List<TranscriptCue> transcript, String wanted) {
        var hits = new ArrayList<TranscriptHit>();
        var words = plain(wanted.strip());
        for (int at = 0; at < transcript.size() && !words.isEmpty(); at++) {
            var said = transcript.get(at);
            var text = plain(said.text());
            for (int from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length())) {
                hits.add(new TranscriptHit(at, said, from, from + words.length()));
            }
        }
        return hits;
    }

    /// Letter for letter as long as the text, so that places stay where they are.
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            var letter = Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFD);
            plain.append(letter.substring(0, 1).toLowerCase(Locale.ROOT).charAt(0));
        }
        return plain.toString();
    }

    /// The transcripts among those that were read in which all the words were said, the newest first, each with its places.
    public List<FoundTranscript> findAll(Integration of, String wanted, int most) {
        return texts.saying(of.id(), RecordingWordsStore.words(wanted), most).stream().map(found -> found(found, wanted)).toList();
    }

    private FoundTranscript found(Found found, String wanted) {
        var cues = WebVtt.read(found.text());
        var whole = find(cues, wanted);
        return new FoundTranscript(found.recording(), whole.isEmpty() ? find(cues, wanted.strip().split("\\s+")[0]) : whole);
    }

    public record FoundTranscript(Recording transcript, List<TranscriptHit> hits) {}
}
