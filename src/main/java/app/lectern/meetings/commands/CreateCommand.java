package app.lectern.meetings.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Preset;
import app.lectern.meetings.planning.Repeat;
import app.lectern.meetings.planning.SlotFault;
import app.lectern.meetings.planning.SlotText;
import app.lectern.meetings.planning.Way;
import app.lectern.problems.ExitStatus;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern meetings create`: one meeting, or a series.
@Command(name = "create")
public final class CreateCommand implements Callable<Integer> {
    private final Supplier<SlotParts> parts;
    private final Output output;

    @Option(names = "--subject", required = true, paramLabel = "TEXT", descriptionKey = "slot.option.subject")
    private String subject;

    @Option(names = "--start", paramLabel = "DATETIME", descriptionKey = "slot.option.start")
    private LocalDateTime start;

    @Option(names = "--now", descriptionKey = "slot.option.now")
    private boolean now;

    @Option(names = "--end", paramLabel = "DATETIME", descriptionKey = "slot.option.end")
    private LocalDateTime end;

    @Option(names = "--length", paramLabel = "MINUTES", descriptionKey = "slot.option.length")
    private Integer length;

    @Option(names = "--timezone", paramLabel = "ZONE", descriptionKey = "slot.option.zone")
    private ZoneId zone;

    @Option(names = "--organizer", paramLabel = "EMAIL", defaultValue = "", descriptionKey = "slot.option.organizer")
    private String organiser;

    @Option(names = "--attendee", paramLabel = "EMAIL", descriptionKey = "slot.option.attendee")
    private List<String> attendees = List.of();

    @Option(names = "--optional", paramLabel = "EMAIL", descriptionKey = "slot.option.optional")
    private List<String> optional = List.of();

    @Option(names = "--body", paramLabel = "TEXT", defaultValue = "", descriptionKey = "slot.option.body")
    private String body;

    @Option(names = "--notice", paramLabel = "TEXT", defaultValue = "", descriptionKey = "slot.option.notice")
    private String notice;

    @Option(names = "--category", paramLabel = "NAME", defaultValue = "", descriptionKey = "slot.option.category")
    private String category;

    @Option(names = "--reminder", paramLabel = "MINUTES", descriptionKey = "slot.option.reminder")
    private Integer reminder;

    @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "slot.option.preset")
    private Preset preset;

    @Option(names = "--record", negatable = true, descriptionKey = "slot.option.record")
    private Boolean record;

    @Option(names = "--lobby", paramLabel = "WHO", descriptionKey = "slot.option.lobby")
    private MeetingOptions.Lobby lobby;

    @Option(names = "--presenters", paramLabel = "WHO", descriptionKey = "slot.option.presenters")
    private MeetingOptions.Presenters presenters;

    @Option(names = "--chat", paramLabel = "MODE", descriptionKey = "slot.option.chat")
    private MeetingOptions.Chat chat;

    @Option(names = "--breakout-rooms", negatable = true, descriptionKey = "slot.option.breakout-rooms")
    private Boolean breakoutRooms;

    @Option(names = "--link-only", descriptionKey = "slot.option.link-only")
    private boolean linkOnly;

    @Option(names = "--repeat", paramLabel = "UNIT", descriptionKey = "slot.option.repeat")
    private Repeat.Unit repeat;

    @Option(names = "--every", paramLabel = "NUMBER", defaultValue = "1", descriptionKey = "slot.option.every")
    private int every;

    @Option(names = "--times", paramLabel = "NUMBER", descriptionKey = "slot.option.times")
    private Integer times;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "slot.option.until")
    private LocalDate until;

    @Option(names = "--draft", descriptionKey = "slot.option.draft")
    private boolean draft;

    public CreateCommand(Supplier<SlotParts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var on = parts.get();
        var planned = planned(on);
        var text = new SlotText(output.words());
        var faults = draft ? on.scheduler().faults(on.integration(), planned) : on.scheduler().faults(on.integration(), planned, Progress.NONE);
        var wrong = faults.stream().filter(SlotFault::isWrong).toList();
        if (!wrong.isEmpty()) {
            return refuse(wrong, text);
        }
        faults.forEach(each -> output.note("slot.cli.note", text.fault(each)));
        if (faults.stream().anyMatch(SlotFault::asks) && !output.confirm("slot.cli.anyway")) {
            output.note("slot.cli.nothing");
            return ExitStatus.DONE_WITH_FAILURES.number();
        }
        var slot = on.scheduler().draft(on.integration(), planned);
        if (draft) {
            return new SlotRows(output).results(new app.lectern.meetings.planning.SlotResults(List.of(slot)));
        }
        try (var progress = output.progress(planned.subject())) {
            return new SlotRows(output).results(on.scheduler().create(on.integration(), slot, progress));
        }
    }

    private int refuse(List<SlotFault> wrong, SlotText text) {
        if (output.wantsJson()) {
            output.json(Map.of("faults", wrong.stream().map(each -> Map.of("field", each.field().name().toLowerCase(java.util.Locale.ROOT),
                    "fault", each.what().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "text", text.fault(each))).toList()));
        } else {
            wrong.forEach(each -> output.line(text.fault(each)));
        }
        return ExitStatus.USAGE.number();
    }

    private Planned planned(SlotParts on) {
        var in = zone == null ? output.words().zone() : zone;
        if (now) {
            output.note("slot.cli.now");
        } else if (start == null) {
            throw CommandTree.wrong("--start", "@slot.cli.start");
        }
        var from = now ? LocalDateTime.ofInstant(on.clock().instant(), in).truncatedTo(ChronoUnit.MINUTES) : start;
        var to = end != null ? end : from.plusMinutes(length == null ? Planned.USUAL_LENGTH.toMinutes() : length);
        var people = new ArrayList<Attendee>();
        attendees.forEach(each -> people.add(new Attendee(each.strip(), "", true)));
        optional.forEach(each -> people.add(new Attendee(each.strip(), "", false)));
        return new Planned(linkOnly ? Way.LINK_ONLY : Way.CALENDAR, subject.strip(), body, from, to, in, organiser, people, options(on), category,
                reminder == null ? OptionalInt.of(Planned.USUAL_REMINDER) : reminder < 0 ? OptionalInt.empty() : OptionalInt.of(reminder), series(), notice);
    }

    /// The organiser's own, or else the integration's, unless a preset is named; what is said of one option goes before all of them.
    private MeetingOptions options(SlotParts on) {
        var options = preset == null ? on.presets().usual(on.integration(), organiser) : preset.options();
        options = record == null ? options : options.withRecord(record);
        options = lobby == null ? options : options.withLobby(lobby);
        options = presenters == null ? options : options.withPresenters(presenters);
        options = chat == null ? options : options.withChat(chat);
        return breakoutRooms == null ? options : options.withBreakoutRooms(breakoutRooms);
    }

    private Optional<Repeat> series() {
        return repeat == null ? Optional.empty() : Optional.of(new Repeat(repeat, every, Set.of(), times == null ? Optional.ofNullable(until) : Optional.empty(),
                times == null ? OptionalInt.empty() : OptionalInt.of(times)));
    }
}
