package app.lectern.sync.schedule;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.sync.schedule.ScheduleState.Scheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts Lectern's sync into the system's scheduler of the signed-in person, looks at it, and takes it out again.
public final class SystemSchedule {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final Programs programs;
    private final Path userHome;
    private final String system;
    private final Clock clock;

    public SystemSchedule(Programs programs, Path userHome, String system, Clock clock) {
        this.programs = programs;
        this.userHome = userHome;
        this.system = system.toLowerCase(Locale.ROOT);
        this.clock = clock;
    }

    /// systemd where it runs for this person, else cron: containers and some servers have no user manager.
    Scheduler scheduler() {
        if (system.contains("win")) {
            return Scheduler.WINDOWS;
        }
        if (system.contains("mac")) {
            return Scheduler.LAUNCHD;
        }
        return programs.run("systemctl", "--user", "show-environment").worked() ? Scheduler.SYSTEMD : Scheduler.CRON;
    }

    public ScheduleState install(ScheduledRun run) {
        var scheduler = scheduler();
        switch (scheduler) {
            case SYSTEMD -> {
                write(systemd(run, ".service"), ScheduleFiles.systemdService(run), StandardCharsets.UTF_8);
                write(systemd(run, ".timer"), ScheduleFiles.systemdTimer(run), StandardCharsets.UTF_8);
                need("systemctl", "--user", "daemon-reload");
                need("systemctl", "--user", "enable", "--now", run.name() + ".timer");
            }
            case CRON -> cron(run, Optional.of(ScheduleFiles.cronLine(run)));
            case LAUNCHD -> {
                programs.run("launchctl", "unload", agent(run).toString());
                write(agent(run), ScheduleFiles.launchAgent(run), StandardCharsets.UTF_8);
                need("launchctl", "load", "-w", agent(run).toString());
            }
            case WINDOWS -> installTask(run);
        }
        return state(run);
    }

    private void installTask(ScheduledRun run) {
        var begin = LocalDateTime.now(clock).truncatedTo(ChronoUnit.DAYS).plusMinutes(7);
        var file = run.home().resolve(run.name() + ".xml");
        write(file, ScheduleFiles.windowsTask(run, LOCAL.format(begin)), StandardCharsets.UTF_16);
        need("schtasks", "/Create", "/F", "/TN", task(run), "/XML", file.toString());
    }

    public ScheduleState state(ScheduledRun run) {
        var scheduler = scheduler();
        return switch (scheduler) {
            case SYSTEMD -> {
                var next = programs.run("systemctl", "--user", "show", run.name() + ".timer", "--property=NextElapseUSecRealtime", "--value");
                var active = programs.run("systemctl", "--user", "is-active", run.name() + ".timer");
                yield new ScheduleState(scheduler, active.worked(), systemd(run, ".timer").toString(), said(next));
            }
            case CRON -> new ScheduleState(scheduler, crontab().stream().anyMatch(line -> line.endsWith(ScheduleFiles.cronMark(run))), "crontab",
                    Optional.empty());
            case LAUNCHD -> new ScheduleState(scheduler, programs.run("launchctl", "list", ScheduleFiles.LABEL + run.name()).worked(),
                    agent(run).toString(), Optional.empty());
            case WINDOWS -> {
                var found = programs.run("schtasks", "/Query", "/TN", task(run), "/FO", "LIST");
                yield new ScheduleState(scheduler, found.worked(), task(run), found.out().lines().filter(line -> line.startsWith("Next Run Time"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst());
            }
        };
    }

    /// Whether there was one to remove.
    public boolean remove(ScheduledRun run) {
        boolean was = state(run).installed();
        switch (scheduler()) {
            case SYSTEMD -> {
                programs.run("systemctl", "--user", "disable", "--now", run.name() + ".timer");
                delete(systemd(run, ".timer"));
                delete(systemd(run, ".service"));
                programs.run("systemctl", "--user", "daemon-reload");
            }
            case CRON -> {
                if (was) {
                    cron(run, Optional.empty());
                }
            }
            case LAUNCHD -> {
                programs.run("launchctl", "unload", "-w", agent(run).toString());
                delete(agent(run));
            }
            case WINDOWS -> {
                programs.run("schtasks", "/Delete", "/F", "/TN", task(run));
                delete(run.home().resolve(run.name() + ".xml"));
            }
        }
        return was;
    }

    private Path systemd(ScheduledRun run, String ending) {
        return userHome.resolve(".config/systemd/user").resolve(run.name() + ending);
    }

    private Path agent(ScheduledRun run) {
        return userHome.resolve("Library/LaunchAgents").resolve(ScheduleFiles.LABEL + run.name() + ".plist");
    }

    private static String task(ScheduledRun run) {
        return "\\Lectern\\" + run.name();
    }

    /// Other lines of the crontab stay as they are.
    private void cron(ScheduledRun run, Optional<String> line) {
        var lines = new ArrayList<>(crontab());
        lines.removeIf(each -> each.endsWith(ScheduleFiles.cronMark(run)));
        line.ifPresent(lines::add);
        var answer = programs.run(List.of("crontab", "-"), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        if (!answer.worked()) {
            throw refused("crontab", answer).raise();
        }
    }

    /// Without a crontab the program says so on a line of its own and fails.
    private List<String> crontab() {
        var answer = programs.run("crontab", "-l");
        return answer.worked() && !answer.out().isEmpty() ? answer.out().lines().toList() : List.of();
    }

    private void need(String... command) {
        var answer = programs.run(command);
        if (!answer.worked()) {
            throw refused(command[0], answer).raise();
        }
    }

    private static Problem refused(String program, Programs.Answer answer) {
        return Problem.of(Problem.Code.SCHEDULE_REFUSED).with("item", program)
                .seen(Evidence.of(program, Integer.toString(answer.status()), answer.out()));
    }

    private static Optional<String> said(Programs.Answer answer) {
        return answer.worked() && !answer.out().isBlank() ? Optional.of(answer.out()) : Optional.empty();
    }

    private static void write(Path file, String text, java.nio.charset.Charset charset) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, charset);
        } catch (IOException failure) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(failure);
        }
    }
}
