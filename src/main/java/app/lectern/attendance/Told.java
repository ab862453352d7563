package app.lectern.attendance;

import java.util.List;

/// A report with everybody in it.
public record Told(Report report, List<Presence> presences) {
    public Told {
        presences = List.copyOf(presences);
    }
}
