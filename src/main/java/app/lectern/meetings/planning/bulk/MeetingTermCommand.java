package app.lectern.meetings.planning.bulk;

import app.lectern.cli.CommandTree;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.Planned;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern meetings term`: the weekly meetings of a term, rehearsed first.
@Command(name = "term")
final class MeetingTermCommand implements Callable<Integer> {
    private final ImportTalk talk;

    @Option(names = "--subject", paramLabel = "TEMPLATE", descriptionKey = "term.option.subject")
    private String subject;

    @Option(names = "--from", required = true, paramLabel = "DATE", descriptionKey = "term.option.from")
    private LocalDate from;

    @Option(names = "--until", required = true, paramLabel = "DATE", descriptionKey = "term.option.until")
    private LocalDate until;

    @Option(names = "--on", required = true, split = ",", paramLabel = "DAY@TIME", descriptionKey = "term.option.on")
    private List<String> times;

    @Option(names = "--minutes", paramLabel = "NUMBER", descriptionKey = "term.option.minutes")
    private Integer minutes;

    @Option(names = "--every", paramLabel = "WEEKS", defaultValue = "1", descriptionKey = "term.option.every")
    private int every;

    @Option(names = "--skip", split = ",", paramLabel = "DATE[..DATE]", descriptionKey = "term.option.skip")
    private List<String> free = List.of();

    @Option(names = "--timezone", paramLabel = "ZONE", descriptionKey = "term.option.timezone")
    private ZoneId zone;

    @Option(names = "--organizer", paramLabel = "EMAIL", defaultValue = "", descriptionKey = "term.option.organizer")
    private String organiser;

    @Option(names = "--attendees", split = "[;,]", paramLabel = "EMAIL", descriptionKey = "term.option.attendees")
    private List<String> attendees = List.of();

    @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "term.option.preset")
    private String preset;

    @Option(names = "--dry-run", descriptionKey = "import.option.dry-run")
    private boolean dryRun;

    @Option(names = "--again", descriptionKey = "import.option.again")
    private boolean again;

    MeetingTermCommand(ImportTalk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = talk.parts();
        var words = talk.output().words();
        var defaults = on.presets().defaults(on.integration());
        var length = minutes == null ? defaults.length() : Duration.ofMinutes(minutes);
        var pattern = new TermPattern(times.stream().map(time -> time(time, length)).toList(), from, until, every, free.stream().map(MeetingTermCommand::free).toList());
        pattern.fault().ifPresent(fault -> {
            throw CommandTree.wrong(field(fault), reason(fault));
        });
        var template = new SubjectTemplate(subject == null ? defaults.subject() : subject);
        if (template.isEmpty()) {
            throw CommandTree.wrong("--subject", "@term.fault.subject");
        }
        template.unknown(TermPattern.PLACES).stream().findFirst().ifPresent(place -> {
            throw CommandTree.wrong("--subject {" + place + "}", "@term.fault.place");
        });
        var plans = pattern.plans(like(on), template, words.locale());
        return talk.carryOut(on, on.rehearsals().of(on.integration(), words.text("term.name", template.text()), plans, Progress.NONE), dryRun, again);
    }

    private Planned like(ImportTalk.Parts on) {
        var options = preset == null ? on.presets().usual(on.integration(), organiser)
                : on.presets().find(on.integration(), preset).orElseThrow(() -> CommandTree.wrong("--preset", "@preset.fault.unknown"));
        var people = new ArrayList<Attendee>();
        attendees.stream().map(String::strip).filter(address -> !address.isEmpty()).forEach(address -> people.add(new Attendee(address, "", true)));
        return Planned.at("", from.atStartOfDay(), zone == null ? talk.output().words().zone() : zone).withOrganiser(organiser).withAttendees(people)
                .withOptions(options).withNotice(options.record() ? on.presets().notice(on.integration()) : "");
    }

    /// `mon@09:00`, in English as all options are; two letters of the day are enough.
    private static TermPattern.Time time(String text, Duration length) {
        var parts = text.strip().toUpperCase(Locale.ROOT).split("@", 2);
        var day = parts[0].length() < 2 ? Optional.<DayOfWeek>empty() : Stream.of(DayOfWeek.values()).filter(each -> each.name().startsWith(parts[0])).findFirst();
        var start = parts.length < 2 ? Optional.<LocalTime>empty() : CellTime.time(parts[1]);
        if (day.isEmpty() || start.isEmpty()) {
            throw CommandTree.wrong("--on " + text, "@term.fault.on");
        }
        return new TermPattern.Time(day.get(), start.get(), length);
    }

    private static TermPattern.Free free(String text) {
        try {
            var parts = text.strip().split("\\.\\.", 2);
            return new TermPattern.Free(LocalDate.parse(parts[0]), LocalDate.parse(parts[parts.length - 1]));
        } catch (DateTimeException noDate) {
            throw CommandTree.wrong("--skip " + text, "@term.fault.skip");
        }
    }

    private static String field(TermPattern.Fault fault) {
        return switch (fault) {
            case NO_TIME -> "--on";
            case LENGTH -> "--minutes";
            case ENDS_BEFORE_START, NOTHING_LEFT, TOO_MANY -> "--until";
            case FREE_ENDS_BEFORE_START -> "--skip";
            case EVERY -> "--every";
        };
    }

    private static String reason(TermPattern.Fault fault) {
        return String.join("", "@", TermText.key(fault));
    }
}
