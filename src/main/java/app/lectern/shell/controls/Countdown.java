package app.lectern.shell.controls;

import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// "Microsoft asked Lectern to slow down", with the time left and a bar. Goes on by itself, so it has no button.
public final class Countdown extends StackPane {
    private final Words words;
    private final Clock clock;
    private final Instant from;
    private final Instant until;
    private final Label left = new Label();
    private final ShareBar bar = new ShareBar();
    private final InlineMessage message;
    private final Ticks ticks = new Ticks(Duration.ofSeconds(1), this::show);

    public Countdown(Words words, Clock clock, Instant from, Instant until) {
        this.words = words;
        this.clock = clock;
        this.from = from;
        this.until = until;
        this.message = new InlineMessage(Tone.ACCENT, "bi-hourglass-split", words.text("throttled.title"), "");
        left.getStyleClass().add("countdown");
        message.beside(left).below(bar);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(message);
        ticks.whileShown(this);
        show();
    }

    private void show() {
        long seconds = Math.max(0, Duration.between(clock.instant(), until).toSeconds());
        long all = Math.max(1, Duration.between(from, until).toSeconds());
        left.setText(String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60));
        message.say(words.text("throttled.title"), words.text("throttled.text", seconds));
        bar.share((double) (all - seconds) / all);
        if (seconds == 0) {
            ticks.play(false);
        }
    }
}
