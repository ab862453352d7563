package app.lectern.recordings;

import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options by which a command is told which recordings are meant.
final class WhichCommand {
    @Option(names = "--find", paramLabel = "TEXT", descriptionKey = "recordings.cli.option.find", defaultValue = "")
    String find;

    @Option(names = "--meeting", paramLabel = "ID", arity = "1..*", descriptionKey = "recordings.cli.option.meeting")
    List<Long> meetings = List.of();

    @Option(names = "--organizer", paramLabel = "NAME", descriptionKey = "recordings.cli.option.organizer")
    String organiser;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "recordings.cli.option.since")
    LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "recordings.cli.option.until")
    LocalDate until;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "recordings.cli.option.kind")
    RecordingKind kind;

    boolean isAnything() {
        return !find.isEmpty() || !meetings.isEmpty() || organiser != null || since != null || until != null || kind != null;
    }

    /// One filter for each meeting, or one for all.
    List<ListFilter> filters(RecordingsCommand.Parts on, Words words) {
        var filter = ListFilter.none().text(find).recorded(day(since, 0, words), day(until, 1, words));
        if (kind != null) {
            filter = filter.of(kind);
        }
        if (organiser != null) {
            filter = filter.organisedBy(organiser(on, organiser.strip()));
        }
        var whole = filter;
        return meetings.isEmpty() ? List.of(whole) : meetings.stream().map(whole::ofMeeting).toList();
    }

    /// The first moment of a day, or of one that comes later.
    static Optional<Instant> day(LocalDate date, int later, Words words) {
        return Optional.ofNullable(date).map(day -> day.plusDays(later).atStartOfDay(words.zone()).toInstant());
    }

    private static String organiser(RecordingsCommand.Parts on, String named) {
        return on.meetings().organisers(on.integration()).stream().filter(one -> one.address().equalsIgnoreCase(named)).map(one -> one.objectId()).findFirst()
                .or(() -> on.list().owners(on.integration()).stream().filter(one -> one.name().equalsIgnoreCase(named)).map(one -> one.id()).findFirst())
                .orElseThrow(() -> Problem.of(Problem.Code.USER_UNKNOWN).with("account", named).raise());
    }
}
