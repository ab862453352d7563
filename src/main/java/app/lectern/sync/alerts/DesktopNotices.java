package app.lectern.sync.alerts;

import app.lectern.sync.schedule.Programs;
import java.util.List;

/// Shows a notice outside the window by the system's own program: `notify-send`, `osascript`, or PowerShell's notification
/// balloon. Where there is none, nothing happens; the list under the bell has it in any case.
public final class DesktopNotices {
    private static final String POWERSHELL = """
            Add-Type -AssemblyName System.Windows.Forms
            $lines = @($input)
            $icon = New-Object System.Windows.Forms.NotifyIcon
            $icon.Icon = [System.Drawing.SystemIcons]::Information
            $icon.Visible = $true
            $icon.ShowBalloonTip(10000, $lines[0], $lines[1], [System.Windows.Forms.ToolTipIcon]::Info)
            Start-Sleep -Seconds 10
            $icon.Dispose()
            """;
    private static final String APPLE = """
            on run argv
                display notification (item 2 of argv) with title (item 1 of argv)
            end run
            """;

    private final Programs programs;
    private final String system;

    public DesktopNotices(Programs programs, String system) {
        this.programs = programs;
        this.system = system;
    }

    /// False when the system could not show it. The texts go as arguments or input, never into a script.
    public boolean show(String title, String text) {
        if (system.startsWith("Windows")) {
            return programs.run(List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", POWERSHELL), line(title) + "\r\n" + line(text) + "\r\n").worked();
        }
        if (system.startsWith("Mac")) {
            return programs.run("osascript", "-e", APPLE, line(title), line(text)).worked();
        }
        return programs.run("notify-send", "--app-name=Lectern", "--", line(title), line(text)).worked();
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
