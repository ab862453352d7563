package app.lectern.sync.schedule;

import java.util.Locale;

/// Whether the connection in use is paid by volume, as far as the system knows. What cannot be known counts as not metered.
public final class MeteredNetwork {
    private static final String WINDOWS = "[void][Windows.Networking.Connectivity.NetworkInformation,Windows,ContentType=WindowsRuntime];"
            + "[Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile().GetConnectionCost().NetworkCostType";

    private final Programs programs;
    private final String system;

    public MeteredNetwork(Programs programs, String system) {
        this.programs = programs;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    public boolean inUse() {
        if (system.contains("win")) {
            var cost = programs.run("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS);
            return cost.worked() && (cost.out().contains("Fixed") || cost.out().contains("Variable"));
        }
        if (system.contains("linux")) {
            // NetworkManager: 1 is yes, 3 is a guess that says yes
            var metered = programs.run("busctl", "--system", "get-property", "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager",
                    "org.freedesktop.NetworkManager", "Metered");
            return metered.worked() && (metered.out().endsWith(" 1") || metered.out().endsWith(" 3"));
        }
        return false;
    }
}
