package app.lectern.recordings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.Meeting;
import app.lectern.problems.Problem;
import app.lectern.recordings.Recording;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Organisers and meetings among which one is chosen: to narrow the list, to correct a match, to ask why nothing was recorded.
final class LookupsViewModel {
    private static final Duration BACK = Duration.ofDays(400);
    private static final int MOST = 200;

    /// One of many, with a second line.
    record Found<T>(T value, String title, String detail) {}

    /// Asks for what fits a text; one of the two is told.
    interface Find<T> {
        void find(String typed, Consumer<List<Found<T>>> found, Consumer<Problem> refused);
    }

    private final RecordingsDesk desk;
    private final Supplier<Optional<Integration>> of;
    private final TaskRunner tasks;
    private final Words words;
    private final Clock clock;
    private Job looking = Job.NONE;

    LookupsViewModel(RecordingsDesk desk, Supplier<Optional<Integration>> of, TaskRunner tasks, Words words, Clock clock) {
        this.desk = desk;
        this.of = of;
        this.tasks = tasks;
        this.words = words;
        this.clock = clock;
    }

    private interface Look<T> {
        List<Found<T>> in(Integration integration);
    }

    /// The newest question wins.
    private <T> void look(Look<T> look, Consumer<List<Found<T>>> found, Consumer<Problem> refused) {
        looking.cancel();
        looking = of.get().map(in -> tasks.start(progress -> look.in(in), found, refused)).orElse(Job.NONE);
    }

    void organisers(String typed, Consumer<List<Found<FilterViewModel.Named<String>>>> found, Consumer<Problem> refused) {
        look(in -> desk.list().owners(in).stream().filter(one -> fits(one.name(), typed)).limit(MOST)
                .map(one -> new Found<>(new FilterViewModel.Named<>(one.id(), one.name()), one.name(), words.text("recordings.owner.count", one.recordings())))
                .toList(), found, refused);
    }

    void meetings(String typed, Consumer<List<Found<FilterViewModel.Named<Long>>>> found, Consumer<Problem> refused) {
        look(in -> past(in).stream().filter(meeting -> fits(meeting, typed)).limit(MOST)
                .map(meeting -> found(new FilterViewModel.Named<>(meeting.id(), meeting.subject()), meeting)).toList(), found, refused);
    }

    /// Those around the recording's time first; what is typed finds others too.
    void near(Recording recording, String typed, Consumer<List<Found<Optional<Long>>>> found, Consumer<Problem> refused) {
        var at = recording.recordedAt();
        look(in -> Stream.concat((typed.isBlank() ? desk.library().candidates(in, recording) : past(in)).stream().filter(meeting -> fits(meeting, typed))
                .sorted(Comparator.comparing(meeting -> meeting.distance(at))).limit(MOST).map(meeting -> found(Optional.of(meeting.id()), meeting)),
                Stream.of(new Found<>(Optional.<Long>empty(), words.text("recordings.correct.none"), words.text("recordings.correct.none.text")))).toList(), found, refused);
    }

    /// Meetings that have ended, for the question why nothing was recorded.
    void ended(String typed, Consumer<List<Found<Long>>> found, Consumer<Problem> refused) {
        look(in -> past(in).stream().filter(meeting -> fits(meeting, typed)).limit(MOST).map(meeting -> found(meeting.id(), meeting)).toList(), found, refused);
    }

    private List<Meeting> past(Integration in) {
        Instant now = clock.instant();
        return desk.meetings().ended(in, now.minus(BACK), now).stream().sorted(Comparator.comparing(Meeting::start).reversed()).toList();
    }

    private <T> Found<T> found(T value, Meeting meeting) {
        return new Found<>(value, meeting.subject(), words.text("recordings.meeting.detail", words.when(meeting.start()), meeting.organiser().name()));
    }

    private static boolean fits(Meeting meeting, String typed) {
        return fits(meeting.subject() + " " + meeting.organiser().name(), typed);
    }

    private static boolean fits(String text, String typed) {
        var all = text.toLowerCase(Locale.ROOT);
        return List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(all::contains);
    }
}
