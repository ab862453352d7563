package app.lectern.deliverables;

import app.lectern.graph.GraphSession;
import app.lectern.home.Home;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.SyncLock;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Puts a test date into the calendar that the settings name, reads it back as Outlook shows it, and takes it away again.
public final class TestDate {
    private static final String KEY = "lectern-test-";
    private static final String TESTED = "deliverables/tested";

    /// @param differences what the calendar made otherwise than it was written
    public record Outcome(String mailbox, String calendar, String subject, LocalDate day, Set<Field> differences) {
        public boolean isAsWritten() {
            return differences.isEmpty();
        }
    }

    private final Deliverables deliverables;
    private final Function<Integration, GraphSession> sessions;
    private final Home home;
    private final Checkpoints checkpoints;
    private final Words words;
    private final Clock clock;

    public TestDate(Deliverables deliverables, Function<Integration, GraphSession> sessions, Home home, Checkpoints checkpoints, Words words, Clock clock) {
        this.deliverables = deliverables;
        this.sessions = sessions;
        this.home = home;
        this.checkpoints = checkpoints;
        this.words = words;
        this.clock = clock;
    }

    /// When a test date last came back as it was written.
    public Optional<Instant> lastGood(Integration of) {
        return checkpoints.find(of, TESTED).map(Instant::parse);
    }

    public Outcome send(Integration of, Progress progress) throws InterruptedException {
        try (var _ = SyncLock.take(home, of, "deliverables")) {
            var settings = deliverables.settings(of);
            var calendar = settings.mode() == CalendarMode.SHARED ? shared(of, settings, progress) : new SharedCalendar("", "", true);
            var place = new Target(deliverables.mailbox(of), calendar.id());
            var graph = new EventsGraph(sessions.apply(of));
            var wanted = wanted(place, settings);
            Set<Field> differences;
            try {
                written(graph.write(List.of(creation(wanted, settings)), progress));
                differences = readBack(graph, wanted, progress);
            } finally {
                remove(graph, place, settings, progress);
            }
            if (differences.isEmpty()) {
                checkpoints.keep(of, TESTED, clock.instant().toString());
            }
            return new Outcome(place.mailbox(), calendar.name(), wanted.content().value(Field.SUBJECT), wanted.deliverable().date().orElseThrow(), differences);
        }
    }

    private SharedCalendar shared(Integration of, CalendarSettings settings, Progress progress) {
        var graph = new CalendarsGraph(sessions.apply(of));
        var mailbox = deliverables.mailbox(of);
        var all = graph.list(mailbox, progress);
        var found = all.stream().filter(each -> each.id().equals(settings.calendarId())).findFirst()
                .or(() -> all.stream().filter(each -> each.name().equalsIgnoreCase(settings.calendarName())).findFirst())
                .orElseGet(() -> graph.create(mailbox, settings.calendarName()));
        deliverables.found(of, found);
        return found;
    }

    private Wanted wanted(Target place, CalendarSettings settings) {
        var day = clock.instant().atZone(settings.zone()).toLocalDate().plusDays(1);
        var test = new Deliverable(KEY + UUID.randomUUID(), words.text("deliverables.test.project"), "", words.text("deliverables.test.title"),
                OptionalInt.empty(), Optional.of(day), "", List.of(), "", Optional.empty());
        return new Wanted(test, place, new EventText(words, settings, Set.of()).of(test, day));
    }

    private static Errand creation(Wanted wanted, CalendarSettings settings) {
        return new Errand(UUID.randomUUID().toString(), Errand.Kind.CREATE, wanted.key(), wanted.deliverable().title(), wanted.target(), "", "",
                Optional.of(wanted.imprint()), EnumSet.allOf(Field.class), settings.zone(), "");
    }

    private static void written(List<EventsGraph.Written> outcomes) throws InterruptedException {
        for (var outcome : outcomes) {
            if (outcome.refusal().isPresent()) {
                throw outcome.refusal().get().raise();
            }
            if (!outcome.sent()) {
                throw new InterruptedException();
            }
        }
    }

    private static Set<Field> readBack(EventsGraph graph, Wanted wanted, Progress progress) throws InterruptedException {
        var read = graph.read(List.of(wanted.target()), progress);
        if (!read.refused().isEmpty()) {
            throw read.refused().values().iterator().next().raise();
        }
        return read.events().stream().filter(event -> event.key().equals(wanted.key())).findFirst()
                .map(event -> wanted.content().differences(event.content()))
                .orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", wanted.content().value(Field.SUBJECT)).raise());
    }

    /// Takes away every test date, also one that a test that was cut off left behind.
    private static void remove(EventsGraph graph, Target place, CalendarSettings settings, Progress progress) throws InterruptedException {
        var left = graph.read(List.of(place), progress).events().stream().filter(event -> event.key().startsWith(KEY)).toList();
        written(graph.write(left.stream().map(event -> new Errand(UUID.randomUUID().toString(), Errand.Kind.DELETE, event.key(),
                event.content().value(Field.SUBJECT), event.target(), event.id(), event.etag(), Optional.empty(), Set.of(), settings.zone(), "")).toList(), progress));
    }
}
