package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.integrations.LocalData;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The list of what projects owe, and how it is kept in calendars.
public final class Deliverables implements LocalData {
    private final DeliverablesStore store;
    private final Function<Integration, String> usualMailbox;
    private final Words words;
    private final Clock clock;

    /// @param usualMailbox where the shared calendar lies when nobody chose a mailbox and there is no service account
    public Deliverables(Store store, Function<Integration, String> usualMailbox, Words words, Clock clock) {
        this.store = new DeliverablesStore(store);
        this.usualMailbox = usualMailbox;
        this.words = words;
        this.clock = clock;
    }

    public List<Deliverable> list(Integration of) {
        return store.list(of.id());
    }

    public Optional<Deliverable> find(Integration of, String key) {
        return store.find(of.id(), key);
    }

    /// Adds or changes one; throws a ProblemException that names the field when something is wrong with it.
    public Deliverable save(Integration of, Deliverable changed) {
        var keyed = changed.key().isBlank() ? changed.keyed(Deliverable.newKey()) : changed;
        keyed.fault().ifPresent(fault -> {
            throw fault.raise();
        });
        store.save(of.id(), List.of(keyed));
        return keyed;
    }

    void saveAll(Integration of, Collection<Deliverable> checked) {
        store.save(of.id(), checked);
    }

    /// Puts back what was deleted, or what events told.
    public void restore(Integration of, Collection<Deliverable> some) {
        store.save(of.id(), some);
    }

    /// Takes them off the list; their events go with the next application.
    public void delete(Integration of, Collection<Deliverable> gone) {
        store.delete(of.id(), gone.stream().map(Deliverable::key).toList());
    }

    public Deliverable done(Integration of, Deliverable which, boolean done) {
        return save(of, which.done(done ? Optional.of(today(of)) : Optional.empty()));
    }

    /// Today where the calendars are.
    public LocalDate today(Integration of) {
        return LocalDate.ofInstant(clock.instant(), settings(of).zone());
    }

    public Completion completion(Integration of) {
        return Completion.of(list(of), today(of));
    }

    public CalendarSettings settings(Integration of) {
        return store.settings(of.id()).orElseGet(() -> CalendarSettings.usual(words.zone(), words.text("deliverables.category")));
    }

    /// A calendar of another name is looked for anew.
    public CalendarSettings save(Integration of, CalendarSettings wanted) {
        var before = settings(of);
        boolean sameCalendar = before.calendarName().equals(wanted.calendarName()) && before.mailbox().equalsIgnoreCase(wanted.mailbox());
        var kept = sameCalendar ? wanted : wanted.calendar(wanted.calendarName(), "");
        if (kept.calendarName().isBlank()) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", "@deliverables.settings.calendar")
                    .with("reason", "@deliverables.fault.calendar").raise();
        }
        store.save(of.id(), kept);
        return kept;
    }

    /// The calendar that the dry run found or the application made.
    CalendarSettings found(Integration of, SharedCalendar calendar) {
        var before = settings(of);
        var now = before.calendar(calendar.name(), calendar.id());
        if (!now.equals(before)) {
            store.save(of.id(), now);
        }
        return now;
    }

    void applied(Integration of, Instant at) {
        store.save(of.id(), settings(of));
        store.applied(of.id(), at);
    }

    /// In whose mailbox the shared calendar lies.
    public String mailbox(Integration of) {
        return Stream.of(settings(of).mailbox(), of.serviceAccount(), of.owner(), usualMailbox.apply(of)).filter(address -> !address.isBlank())
                .findFirst().orElseThrow(() -> Problem.of(Problem.Code.CALENDAR_MAILBOX_NOT_SET).raise());
    }

    /// Changes with the list and with the settings that matter to events, but not with an application.
    public long revision(Integration of) {
        var settings = settings(of);
        return Objects.hash(list(of), settings.mode(), settings.zone(), settings.reminder(), settings.category(), settings.invites(),
                settings.withNotes(), settings.mailbox());
    }

    @Override
    public String name() {
        return "local-data.deliverables";
    }

    @Override
    public long count(Integration of) {
        return store.count(of.id());
    }

    /// The tables go by their foreign keys.
    @Override
    public void remove(Integration of) {}
}
