package app.lectern.meetings.commands;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Preset;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lectern meetings options`: what is set on meetings that are there already; of each, only what is named changes.
@Command(name = "options")
public final class OptionsCommand implements Callable<Integer> {
    private final Supplier<SlotParts> parts;
    private final Output output;

    @Parameters(paramLabel = "ID", arity = "1..*", descriptionKey = "slot.option.ids")
    private List<String> ids;

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

    public OptionsCommand(Supplier<SlotParts> parts, Output output) {
        this.parts = parts;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (preset == null && record == null && lobby == null && presenters == null && chat == null
                && breakoutRooms == null) {
            throw CommandTree.wrong("--record", "@slot.cli.no-option");
        }
        var on = parts.get();
        var alike = new LinkedHashMap<MeetingOptions, List<Slot>>();
        ids.stream().map(on::slot).distinct().forEach(slot -> alike.computeIfAbsent(changed(slot.planned().options()), options -> new ArrayList<>()).add(slot));
        var done = new ArrayList<Slot>();
        try (var progress = output.progress(output.words().text("slot.cli.setting"))) {
            for (var each : alike.entrySet()) {
                done.addAll(on.scheduler().setOptions(on.integration(), each.getValue(), each.getKey(), progress).slots());
            }
        }
        return new SlotRows(output).results(new SlotResults(done));
    }

    private MeetingOptions changed(MeetingOptions before) {
        var options = preset == null ? before : preset.options();
        options = record == null ? options : options.withRecord(record);
        options = lobby == null ? options : options.withLobby(lobby);
        options = presenters == null ? options : options.withPresenters(presenters);
        options = chat == null ? options : options.withChat(chat);
        return breakoutRooms == null ? options : options.withBreakoutRooms(breakoutRooms);
    }
}
