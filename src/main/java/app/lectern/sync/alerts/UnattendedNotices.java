package app.lectern.sync.alerts;

import app.lectern.integrations.Integration;
import app.lectern.words.Words;

/// Tells on the desktop what came up in a sync that nobody watches. What the system could not show is not told, so that the window
/// or the next such sync tells it.
public final class UnattendedNotices {
    private final Alerts alerts;
    private final DesktopNotices desktop;
    private final AlertWords said;

    public UnattendedNotices(Alerts alerts, DesktopNotices desktop, Words words) {
        this.alerts = alerts;
        this.desktop = desktop;
        this.said = new AlertWords(words);
    }

    public void tell(Integration of) {
        alerts.announce(of, alert -> desktop.show(said.title(alert), said.text(alert)));
    }
}
