package app.lectern;

import app.lectern.graph.Pauses;
import app.lectern.graph.Waiting;
import app.lectern.integrations.ConnectionWatch.Loss;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SwitcherViewModel;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.Jobs;
import app.lectern.shell.ConnectionState;
import app.lectern.shell.Later;
import app.lectern.sync.SyncOrder;
import app.lectern.words.Words;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;

/// What the frame says of the way to Microsoft for the integration that is chosen. When there is one again, what could not be sent
/// is sent, and what has changed meanwhile is read. Belongs to the FX thread.
final class WindowConnection {
    private static final Logger LOG = System.getLogger(WindowConnection.class.getName());
    /// A call gives up before its connection is known to be lost.
    private static final Duration BEFORE = Duration.ofMinutes(1);
    /// Shorter pauses are over before anybody has read of them.
    private static final Duration WORTH_SAYING = Duration.ofSeconds(3);

    /// Where it is kept since when nothing could be sent, so that the next window knows.
    private static final String LOST = "connection/lost";
    /// What was left unsent longer ago waits for somebody to press Try again.
    private static final Duration WORTH_SENDING = Duration.ofDays(1);

    private record Back(Integration of, int unsent) {}

    /// What an earlier window left.
    ///
    /// @param unreached the host to which there is no way still
    private record Left(Integration of, Instant since, Optional<String> unreached) {}

    private final Wiring wiring;
    private final Clock clock;
    private final Words words;
    private final Jobs jobs;
    private final SwitcherViewModel switcher;
    private final Consumer<SyncOrder> sync;
    private final ObjectProperty<ConnectionState> state;
    private final Map<String, Instant> lost = new HashMap<>();
    private final Map<String, Instant> earlier = new HashMap<>();
    private final Map<String, Integer> unsent = new HashMap<>();
    private final Map<String, ConnectionState.SlowedDown> slowed = new HashMap<>();
    private final Later later = Later.onFxThread();
    private BiConsumer<String, String> told = (title, text) -> {};
    private Pauses.Watch pauses = () -> {};

    /// @param state what the frame shows
    WindowConnection(Wiring wiring, Jobs jobs, SwitcherViewModel switcher, Consumer<SyncOrder> sync, ObjectProperty<ConnectionState> state) {
        this.wiring = wiring;
        this.clock = wiring.start.clock();
        this.words = wiring.start.words();
        this.jobs = jobs;
        this.switcher = switcher;
        this.sync = sync;
        this.state = state;
    }

    void begin() {
        wiring.connection.start(key -> Platform.runLater(() -> changed(key)));
        takeUp();
        switcher.selected().subscribe(chosen -> {
            pauses.close();
            if (chosen != null) {
                pauses = wiring.sessions.pauses().watch(chosen.id(), waiting -> Platform.runLater(() -> slowDown(chosen.id(), waiting)));
            }
            show();
        });
    }

    /// What an earlier window could not send is sent by this one as soon as there is a way.
    private void takeUp() {
        jobs.start(progress -> wiring.integrations.list().stream().filter(Integration::active).flatMap(of -> left(of).stream()).toList(), all -> {
            for (var left : all) {
                var key = left.of().key();
                earlier.put(key, left.since());
                left.unreached().ifPresentOrElse(host -> wiring.sessions.reach().suspect(key, host), () -> back(key, left.since()));
            }
        }, problem -> LOG.log(Level.INFO, "what was left unsent could not be taken up: {0}", problem.code()));
    }

    private Optional<Left> left(Integration of) {
        var since = wiring.checkpoints.find(of, LOST).map(Instant::parse);
        if (since.isPresent() && since.get().isBefore(clock.instant().minus(WORTH_SENDING))) {
            wiring.checkpoints.forget(of, LOST);
            return Optional.empty();
        }
        return since.map(at -> {
            var session = wiring.access.session(of);
            return new Left(of, at, session.canBeReached() ? Optional.empty() : Optional.of(session.connection().cloud().graph().getHost()));
        });
    }

    /// @param told gets a title and a text when a connection is back
    void onBack(BiConsumer<String, String> told) {
        this.told = told;
    }

    void tryNow() {
        chosen().ifPresent(wiring.connection::tryNow);
    }

    private Optional<String> chosen() {
        return Optional.ofNullable(switcher.selected().get()).map(choice -> choice.id());
    }

    private void changed(String key) {
        var loss = wiring.connection.loss(key);
        if (loss.isPresent()) {
            if (lost.putIfAbsent(key, earlier.getOrDefault(key, loss.get().since())) == null) {
                switcher.offline(key);
            }
            count(key);
        } else {
            Optional.ofNullable(lost.remove(key)).ifPresent(since -> back(key, since));
        }
        show();
    }

    private void show() {
        state.set(chosen().<ConnectionState>flatMap(key -> wiring.connection.loss(key).<ConnectionState>map(loss -> lost(key, loss)).or(() -> slowed(key)))
                .orElseGet(ConnectionState.Open::new));
        if (state.get() instanceof ConnectionState.SlowedDown(var from, var until)) {
            later.run(Duration.between(clock.instant(), until), this::show);
        }
    }

    private ConnectionState lost(String key, Loss loss) {
        return new ConnectionState.Lost(loss.host(), loss.next(), unsent.getOrDefault(key, 0));
    }

    private Optional<ConnectionState> slowed(String key) {
        return Optional.ofNullable(slowed.get(key)).filter(known -> clock.instant().isBefore(known.until())).map(known -> known);
    }

    private void slowDown(String key, Waiting waiting) {
        if (!waiting.isAsked() || waiting.pause().compareTo(WORTH_SAYING) < 0) {
            return;
        }
        var now = clock.instant();
        var until = now.plus(waiting.pause());
        var before = slowed.get(key);
        if (before != null && !before.until().isBefore(until.minusSeconds(1))) {
            return;
        }
        var from = before != null && now.isBefore(before.until()) ? before.from() : now;
        slowed.put(key, new ConnectionState.SlowedDown(from, until));
        show();
    }

    private void count(String key) {
        var since = lost.get(key);
        jobs.start(progress -> {
            var of = wiring.integrations.find(key);
            wiring.checkpoints.keep(of, LOST, since.toString());
            return unsent(of, since);
        }, found -> {
            if (lost.containsKey(key)) {
                unsent.put(key, found);
                show();
            }
        }, problem -> LOG.log(Level.INFO, "what waits could not be counted: {0}", problem.code()));
    }

    private int unsent(Integration of, Instant since) {
        return wiring.meetings.scheduler.unreached(of, since.minus(BEFORE)).size() + wiring.deliverables.sync.unfinished(of);
    }

    private void back(String key, Instant since) {
        unsent.remove(key);
        earlier.remove(key);
        switcher.online(key);
        jobs.start(progress -> {
            var of = wiring.integrations.find(key);
            return new Back(of, unsent(of, since));
        }, back -> {
            told.accept(words.text("offline.back"), words.text("offline.back.text", back.unsent()));
            if (back.unsent() > 0) {
                send(back.of(), since);
            } else {
                sent(back.of());
            }
        }, problem -> LOG.log(Level.INFO, "nothing follows the connection that is back: {0}", problem.code()));
    }

    private void send(Integration of, Instant since) {
        jobs.start(JobInfo.shown(words.text("offline.job", of.name()), JobInfo.Kind.MEETING), progress -> {
            wiring.meetings.scheduler.resumeUnreached(of, since.minus(BEFORE), progress);
            return wiring.deliverables.sync.finish(of, progress);
        }, sent -> sent(of), problem -> LOG.log(Level.INFO, "what waited could not be sent: {0}", problem.code()));
    }

    private void sent(Integration of) {
        jobs.start(progress -> {
            wiring.checkpoints.forget(of, LOST);
            return true;
        }, forgotten -> sync.accept(SyncOrder.everything(of)), problem -> LOG.log(Level.INFO, "that nothing waits could not be noted: {0}", problem.code()));
    }
}
