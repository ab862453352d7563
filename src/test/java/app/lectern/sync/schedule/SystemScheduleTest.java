package app.lectern.sync.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemScheduleTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;
    private final Desk desk = new Desk();
    private ScheduledRun run;

    /// A computer's small programs: a crontab that is kept, and a user manager that is there or not.
    private static final class Desk implements Programs {
        final List<String> asked = new ArrayList<>();
        boolean systemd;
        boolean active;
        boolean refuses;
        String crontab = "";

        @Override
        public Answer run(List<String> command, String input) {
            asked.add(String.join(" ", command));
            return switch (command.getFirst()) {
                case "systemctl" -> systemctl(command);
                case "crontab" -> crontab(command.getLast(), input);
                default -> new Answer(refuses ? 1 : 0, refuses ? "access is denied" : "");
            };
        }

        private Answer systemctl(List<String> command) {
            if (!systemd) {
                return new Answer(1, "Failed to connect to bus");
            }
            if (command.contains("enable") || command.contains("disable")) {
                active = command.contains("enable");
            }
            return command.contains("is-active") ? new Answer(active ? 0 : 3, "")
                    : new Answer(0, command.contains("show") ? "Sat 2026-11-21 10:07:00 UTC" : "");
        }

        private Answer crontab(String mode, String input) {
            if (mode.equals("-")) {
                crontab = input;
                return new Answer(0, "");
            }
            return crontab.isEmpty() ? new Answer(1, "no crontab for ann") : new Answer(0, crontab.strip());
        }
    }

    @BeforeEach
    void open() {
        run = new ScheduledRun(List.of("/opt/lectern/bin/lectern"), folder.resolve("home"), true, Interval.HOUR);
    }

    private SystemSchedule on(String system) {
        return new SystemSchedule(desk, folder.resolve("ann"), system, CLOCK);
    }

    @Test
    void systemdIsGivenTwoFilesAndGivesThemBack() {
        desk.systemd = true;
        var schedule = on("Linux");

        var installed = schedule.install(run);

        assertThat(installed.installed()).isTrue();
        assertThat(installed.next()).contains("Sat 2026-11-21 10:07:00 UTC");
        var unit = folder.resolve("ann/.config/systemd/user/lectern-sync.service");
        assertThat(unit).exists();
        assertThat(desk.asked).contains("systemctl --user daemon-reload", "systemctl --user enable --now lectern-sync.timer");

        assertThat(schedule.remove(run)).isTrue();
        assertThat(unit).doesNotExist();
        assertThat(schedule.state(run).installed()).isFalse();
        assertThat(schedule.remove(run)).isFalse();
    }

    @Test
    void cronKeepsEverybodyElsesLines() {
        desk.crontab = "MAILTO=ann\n0 4 * * * backup # nightly\n";
        var schedule = on("Linux");

        schedule.install(run);
        schedule.install(new ScheduledRun(run.program(), run.home(), true, Interval.QUARTER_HOUR));

        assertThat(desk.crontab.lines()).hasSize(3).startsWith("MAILTO=ann", "0 4 * * * backup # nightly")
                .last().asString().startsWith("3-59/15 * * * * ");
        assertThat(schedule.state(run).installed()).isTrue();
        schedule.remove(run);
        assertThat(desk.crontab).isEqualTo("MAILTO=ann\n0 4 * * * backup # nightly\n");
    }

    @Test
    void theMacsAgentIsLoadedAndUnloaded() {
        var schedule = on("Mac OS X");

        schedule.install(run);

        var agent = folder.resolve("ann/Library/LaunchAgents/app.lectern.lectern-sync.plist");
        assertThat(agent).exists();
        assertThat(desk.asked).contains("launchctl load -w " + agent);
        schedule.remove(run);
        assertThat(agent).doesNotExist();
    }

    @Test
    void windowsIsGivenItsTaskInUtf16() throws Exception {
        on("Windows 11").install(run);

        var file = folder.resolve("home/lectern-sync.xml");
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.UTF_16)).contains("<StartBoundary>" + LocalDate.of(2026, 11, 21));
        assertThat(desk.asked).contains("schtasks /Create /F /TN \\Lectern\\lectern-sync /XML " + file);
    }

    @Test
    void whatTheSchedulerSaidIsTheEvidence() {
        desk.refuses = true;

        var problem = catchThrowableOfType(ProblemException.class, () -> on("Windows 11").install(run)).problem();

        assertThat(problem.code()).isEqualTo(Problem.Code.SCHEDULE_REFUSED);
        assertThat(problem.evidence().message()).isEqualTo("access is denied");
    }
}
