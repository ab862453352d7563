package app.lectern.sync.schedule;

import app.lectern.cli.CommandTree;
import app.lectern.cli.Output;
import app.lectern.problems.ExitStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lectern schedule`: puts the sync into the system's scheduler, looks at it, takes it out.
@Command(name = "schedule")
public final class ScheduleCommand implements Runnable {
    private final Supplier<SystemSchedule> schedule;
    private final Function<Interval, ScheduledRun> run;
    private final Output output;

    @Spec
    private CommandSpec spec;

    public ScheduleCommand(Supplier<SystemSchedule> schedule, Function<Interval, ScheduledRun> run, Output output) {
        this.schedule = schedule;
        this.run = run;
        this.output = output;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "install")
    int install(@Option(names = "--every", paramLabel = "MINUTES", defaultValue = "60", descriptionKey = "schedule.option.every") int minutes) {
        var interval = Interval.ofMinutes(minutes).orElseThrow(() -> CommandTree.wrong("--every", "@schedule.cli.every"));
        var state = schedule.get().install(run.apply(interval));
        if (output.wantsJson()) {
            output.json(json(state));
        } else {
            output.say("schedule.cli.installed", minutes, output.words().of(state.scheduler()), state.where());
            if (!state.scheduler().catchesUp()) {
                output.say("schedule.cli.no-catching-up");
            }
        }
        return ExitStatus.DONE.number();
    }

    /// Ends with 4 when there is none, so that a script can tell.
    @Command(name = "status")
    int status() {
        var state = schedule.get().state(run.apply(Interval.HOUR));
        if (output.wantsJson()) {
            output.json(json(state));
        } else if (state.installed()) {
            output.say("schedule.cli.there", output.words().of(state.scheduler()), state.where());
            state.next().ifPresent(next -> output.say("schedule.cli.next", next));
        } else {
            output.say("schedule.cli.none");
        }
        return (state.installed() ? ExitStatus.DONE : ExitStatus.NOT_FOUND).number();
    }

    @Command(name = "remove")
    int remove() {
        boolean was = schedule.get().remove(run.apply(Interval.HOUR));
        output.say(was ? "schedule.cli.removed" : "schedule.cli.none");
        return (was ? ExitStatus.DONE : ExitStatus.NOT_FOUND).number();
    }

    private static Object json(ScheduleState state) {
        var document = new LinkedHashMap<String, Object>();
        document.put("installed", state.installed());
        document.put("scheduler", state.scheduler().name().toLowerCase(Locale.ROOT));
        document.put("where", state.where());
        state.next().ifPresent(next -> document.put("next", next));
        return document;
    }
}
