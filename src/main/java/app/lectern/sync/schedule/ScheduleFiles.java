package app.lectern.sync.schedule;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts that the systems' schedulers read. Each quotes in its own way, and a data folder may have any name.
final class ScheduleFiles {
    /// Labels and folders of launchd and Task Scheduler follow the reverse domain.
    static final String LABEL = "app.lectern.";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@+:,./-]+");

    private ScheduleFiles() {}

    static String systemdService(ScheduledRun run) {
        return """
                [Unit]
                Description=Lectern sync
                Wants=network-online.target
                After=network-online.target

                [Service]
                Type=oneshot
                ExecStart=%s
                # failures of single meetings are in Lectern's own history
                SuccessExitStatus=1
                Nice=10
                """.formatted(run.command().stream().map(ScheduleFiles::systemdQuoted).collect(Collectors.joining(" ")));
    }

    static String systemdTimer(ScheduledRun run) {
        return """
                [Unit]
                Description=Lectern sync, every %d minutes

                [Timer]
                OnCalendar=%s
                # a run that was missed while the computer slept is made up for
                Persistent=true
                RandomizedDelaySec=120

                [Install]
                WantedBy=timers.target
                """.formatted(run.interval().minutes(), run.interval().onCalendar());
    }

    /// `%` begins a specifier and `$` a variable, inside quotes too.
    private static String systemdQuoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%").replace("$", "$$") + '"';
    }

    /// One line of a crontab, with the comment by which it is found again. cron takes an unescaped `%` for a line end.
    static String cronLine(ScheduledRun run) {
        var command = run.command().stream().map(ScheduleFiles::shellQuoted).collect(Collectors.joining(" "));
        return run.interval().cron() + " " + command.replace("%", "\\%") + " >/dev/null 2>&1 " + cronMark(run);
    }

    static String cronMark(ScheduledRun run) {
        return "# " + run.name();
    }

    private static String shellQuoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    static String launchAgent(ScheduledRun run) {
        var arguments = run.command().stream().map(word -> "        <string>" + xml(word) + "</string>").collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                    <key>Label</key>
                    <string>%s</string>
                    <key>ProgramArguments</key>
                    <array>
                %s
                    </array>
                    <key>StartInterval</key>
                    <integer>%d</integer>
                    <key>RunAtLoad</key>
                    <false/>
                    <key>ProcessType</key>
                    <string>Background</string>
                    <key>LowPriorityIO</key>
                    <true/>
                </dict>
                </plist>
                """.formatted(xml(LABEL + run.name()), arguments, run.interval().length().toSeconds());
    }

    /// @param begin the local time of the first run, as `2026-11-21T00:07:00`
    static String windowsTask(ScheduledRun run, String begin) {
        var command = run.command();
        var arguments = command.subList(1, command.size()).stream().map(ScheduleFiles::windowsQuoted).collect(Collectors.joining(" "));
        return """
                <?xml version="1.0" encoding="UTF-16"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo>
                    <Description>Lectern sync</Description>
                  </RegistrationInfo>
                  <Triggers>
                    <TimeTrigger>
                      <Repetition>
                        <Interval>%s</Interval>
                        <StopAtDurationEnd>false</StopAtDurationEnd>
                      </Repetition>
                      <StartBoundary>%s</StartBoundary>
                      <Enabled>true</Enabled>
                    </TimeTrigger>
                  </Triggers>
                  <Principals>
                    <Principal id="Author">
                      <LogonType>InteractiveToken</LogonType>
                      <RunLevel>LeastPrivilege</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <StartWhenAvailable>true</StartWhenAvailable>
                    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
                    <Enabled>true</Enabled>
                    <Hidden>true</Hidden>
                    <ExecutionTimeLimit>PT4H</ExecutionTimeLimit>
                    <Priority>7</Priority>
                  </Settings>
                  <Actions Context="Author">
                    <Exec>
                      <Command>%s</Command>
                      <Arguments>%s</Arguments>
                    </Exec>
                  </Actions>
                </Task>
                """.formatted(run.interval().iso(), begin, xml(command.getFirst()), xml(arguments));
    }

    /// The way Windows programs take their command line apart: backslashes count double before a quote only.
    static String windowsQuoted(String word) {
        if (PLAIN.matcher(word.replace('\\', '/')).matches()) {
            return word;
        }
        var quoted = new StringBuilder("\"");
        int backslashes = 0;
        for (char each : word.toCharArray()) {
            if (each == '\\') {
                backslashes++;
            } else {
                quoted.repeat('\\', each == '"' ? backslashes * 2 + 1 : backslashes).append(each);
                backslashes = 0;
            }
        }
        return quoted.repeat('\\', backslashes * 2).append('"').toString();
    }

    private static String xml(String text) {
        var plain = text;
        for (var escape : List.of(Map.entry("&", "&amp;"), Map.entry("<", "&lt;"), Map.entry(">", "&gt;"))) {
            plain = plain.replace(escape.getKey(), escape.getValue());
        }
        return plain;
    }
}
