package app.lectern.shell;

import app.lectern.shell.controls.Countdown;
import app.lectern.shell.controls.InlineMessage;
import app.lectern.shell.controls.Ticks;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.VBox;

/// Above every screen that shows what came from Microsoft: that there is no way there at the moment, or that it asked Lectern to slow
/// down. Goes by itself.
final class ConnectionMessage extends VBox {
    private final ServiceStatus status;
    private final Words words;
    private final Clock clock;
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
    private final Ticks ticks = new Ticks(Duration.ofSeconds(1), this::count);

    ConnectionMessage(ServiceStatus status, Words words, Clock clock) {
        this.status = status;
        this.words = words;
        this.clock = clock;
        setId("connection");
        getStyleClass().add("lx-connection");
        status.connection().subscribe(this::show);
        status.lastSync().subscribe(synced -> show(status.connection().getValue()));
    }

    private void show(ConnectionState state) {
        ticks.play(state instanceof ConnectionState.Lost);
        count();
        switch (state) {
            case ConnectionState.Open() -> getChildren().clear();
            case ConnectionState.SlowedDown(var from, var until) -> getChildren().setAll(new Countdown(words, clock, from, until));
            case ConnectionState.Lost lost -> say(lost);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    /// The message stays the same node while it is tried: the keyboard may be on its button.
    private void say(ConnectionState.Lost lost) {
        if (getChildren().isEmpty() || !(getChildren().getFirst() instanceof InlineMessage message)) {
            getChildren().setAll(new InlineMessage(Tone.WARNING, "bi-wifi-off", words.text("offline.title"), text(lost))
                    .button(words.text("remedy.retry"), Optional.of("bi-arrow-clockwise"), status.tryNow())
                    .remark(next.getReadOnlyProperty()));
        } else {
            message.say(words.text("offline.title"), text(lost));
        }
    }

    private String text(ConnectionState.Lost lost) {
        var said = new ArrayList<String>();
        said.add(words.text("offline.host", lost.host()));
        status.lastSync().getValue().ifPresent(at -> said.add(words.text("offline.saved", words.when(at))));
        if (lost.waiting() > 0) {
            said.add(words.text("offline.waiting", lost.waiting()));
        }
        said.add(words.text("offline.needs"));
        return String.join(" ", said);
    }

    private void count() {
        if (status.connection().getValue() instanceof ConnectionState.Lost lost) {
            next.set(lost.next().map(at -> words.text("offline.next", Math.max(0, Duration.between(clock.instant(), at).toSeconds())))
                    .orElseGet(() -> words.text("offline.trying")));
        }
    }
}
