package app.lectern.recordings.screen;

import app.lectern.recordings.Expiry;
import app.lectern.recordings.LocalState;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.RecordingSettings;
import app.lectern.recordings.RecordingState;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How the screen says what it knows of a recording.
public final class RecordingText {
    private final Words words;
    private final Clock clock;
    private RecordingSettings settings = RecordingSettings.USUAL;

    public RecordingText(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    Words words() {
        return words;
    }

    /// A chip's words, colour and icon.
    record Mark(String text, Tone tone, String icon) {}

    /// `58:12`; hours are counted in minutes, as players do.
    static String length(Optional<Duration> length) {
        return length.map(time -> "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())).orElse("");
    }

    /// What Teams names by nothing but a number, such as a call whose file was not found, says who made it.
    String title(Recording of) {
        return !of.title().isEmpty() ? of.title() : words.text("recordings.untitled", of.organiser());
    }

    String size(Recording of) {
        return of.size().isPresent() ? words.size(of.size().getAsLong()) : "";
    }

    /// `18 Nov 09:00`; of another year `18 Nov 2025`, so that a column wide enough for the one is wide enough for the other.
    String when(Instant at) {
        boolean thisYear = at.atZone(words.zone()).getYear() == clock.instant().atZone(words.zone()).getYear();
        return thisYear ? words.when(at) : words.day(at);
    }

    String when(Recording of) {
        return when(of.recordedAt());
    }

    String lastDownloaded(Recording of) {
        return of.downloadedAt().map(this::when).orElseGet(() -> words.text("recordings.never"));
    }

    static String icon(RecordingKind kind) {
        return switch (kind) {
            case VIDEO -> "bi-camera-video";
            case TRANSCRIPT -> "bi-file-earmark-text";
            case CHAT -> "bi-chat-left-text";
            case OTHER -> "bi-file-earmark";
        };
    }

    /// Where the recording stands on this computer, or why it cannot come here.
    Mark local(Recording of) {
        if (of.state() == RecordingState.PROCESSING) {
            return new Mark(words.text("recordings.processing"), Tone.ACCENT, "bi-hourglass-split");
        }
        if (of.state() == RecordingState.REMOVED && !of.local().isHere()) {
            return new Mark(words.text("recordings.removed"), Tone.DANGER, "bi-cloud-slash");
        }
        return local(of.local());
    }

    Mark local(LocalState state) {
        return new Mark(words.of(state), tone(state), switch (state) {
            case NONE -> "bi-cloud";
            case QUEUED -> "bi-clock";
            case RUNNING -> "bi-download";
            case VERIFIED, UNVERIFIED -> "bi-check-circle-fill";
            case DAMAGED, FAILED -> "bi-x-circle-fill";
            case ARCHIVED -> "bi-archive";
            case MISSING -> "bi-question-circle";
        });
    }

    private static Tone tone(LocalState state) {
        return switch (state) {
            case NONE, QUEUED, ARCHIVED -> Tone.NEUTRAL;
            case RUNNING -> Tone.ACCENT;
            case VERIFIED -> Tone.SUCCESS;
            case UNVERIFIED, MISSING -> Tone.WARNING;
            case DAMAGED, FAILED -> Tone.DANGER;
        };
    }

    long days(Instant until) {
        return Math.max(0, Duration.between(clock.instant(), until).toDays());
    }

    /// The settings by which the end of what has no date is reckoned.
    void reckonBy(RecordingSettings now) {
        settings = now;
    }

    private Optional<Instant> ends(Recording of) {
        return settings.expiry(of).map(Expiry::at).filter(at -> at.isAfter(clock.instant()));
    }

    /// Whether the settings want it to be warned of.
    boolean isSoon(Instant end) {
        return settings.warning(clock.instant()).covers(end);
    }

    Optional<Mark> expiry(Recording of) {
        return ends(of).filter(this::isSoon).map(this::days).map(days -> new Mark(words.text("format.days", days), Tone.WARNING, "bi-hourglass-split"));
    }

    /// By what it was given to its meeting, and how sure that is.
    String match(Recording of) {
        return words.text("recordings.match", words.of(of.matchBy()), of.confidence());
    }

    Tone matchTone(Recording of) {
        return of.confidence() >= 90 ? Tone.SUCCESS : of.confidence() >= 60 ? Tone.WARNING : Tone.DANGER;
    }
}
