package app.lectern.sync.alerts;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Keeps one alert per cause and thing, and tells of each once: when it comes up, and again when its snooze has ended.
public final class Alerts {
    private final AlertStore store;
    private final List<AlertSource> sources;
    private final Clock clock;
    private final List<Consumer<Alert>> listeners = new CopyOnWriteArrayList<>();

    public Alerts(Store store, List<AlertSource> sources, Clock clock) {
        this.store = new AlertStore(store);
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /// Told about each alert that is due, on the thread that calls [#announce].
    public void onAlert(Consumer<Alert> told) {
        listeners.add(told);
    }

    /// What is so now, the most harmful first; the silent ones are among them.
    public synchronized List<Alert> look(Integration of) {
        var now = clock.instant();
        var found = new LinkedHashMap<String, AlertFinding>();
        sources.forEach(source -> source.find(of, now).forEach(each -> found.putIfAbsent(each.cause() + "/" + each.thing(), each)));
        store.become(of.id(), new ArrayList<>(found.values()), now);
        return known(of);
    }

    /// As the last look found it.
    public List<Alert> known(Integration of) {
        return store.list(of.id()).stream().sorted(Comparator.comparing(Alert::cause)).toList();
    }

    /// Looks, and tells of what is due.
    public List<Alert> announce(Integration of) {
        return announce(of, alert -> {
            listeners.forEach(listener -> listener.accept(alert));
            return true;
        });
    }

    /// Looks, and has `teller` tell of what is due; what it could not tell stays due.
    public synchronized List<Alert> announce(Integration of, Predicate<Alert> teller) {
        var now = clock.instant();
        return look(of).stream().filter(alert -> alert.isDue(now)).filter(alert -> {
            boolean told = teller.test(alert);
            if (told) {
                store.told(alert.id(), now);
            }
            return told;
        }).toList();
    }

    public void snooze(long id, Duration time) {
        known(store.snooze(id, clock.instant().plus(time)), id);
    }

    /// Stays silent until its cause is over; when it comes again, it is told again.
    public void mute(long id) {
        known(store.mute(id, true), id);
    }

    public void unmute(long id) {
        known(store.mute(id, false), id);
    }

    private static void known(boolean found, long id) {
        if (!found) {
            throw Problem.of(Problem.Code.ITEM_GONE).with("item", Long.toString(id)).raise();
        }
    }
}
