package app.lectern;

import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditNote;
import app.lectern.activity.AuditTrail;
import app.lectern.home.Settings;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.problems.ProblemException;
import app.lectern.words.Words;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Notes in the audit trail what changed in the settings and among the integrations. How the window looks and where it stands
/// is nobody's business and is not noted.
final class AuditedChanges {
    private static final Logger LOG = System.getLogger(AuditedChanges.class.getName());

    private final AuditTrail audit;
    private final Integrations integrations;
    private final Words words;
    private Map<Long, Integration> known;

    AuditedChanges(AuditTrail audit, Integrations integrations, Words words) {
        this.audit = audit;
        this.integrations = integrations;
        this.words = words;
        this.known = byId();
        integrations.onChange(this::integrationsChanged);
    }

    private Map<Long, Integration> byId() {
        var all = new HashMap<Long, Integration>();
        integrations.list().forEach(each -> all.put(each.id(), each));
        return all;
    }

    private synchronized void integrationsChanged() {
        var before = known;
        known = byId();
        known.forEach((id, now) -> {
            var was = before.get(id);
            if (was == null) {
                note(about(AuditDeed.INTEGRATION_ADDED, now).outcome(words.of(now.signInMethod())));
            } else if (!said(was).equals(said(now))) {
                note(about(AuditDeed.INTEGRATION_CHANGED, now).change(said(was), said(now)));
            }
        });
        before.forEach((id, was) -> {
            if (!known.containsKey(id)) {
                note(about(AuditDeed.INTEGRATION_REMOVED, was));
            }
        });
    }

    private static AuditNote about(AuditDeed deed, Integration of) {
        return AuditNote.of(deed, of.name()).id(of.key()).in(of.key());
    }

    private String said(Integration of) {
        return String.join(", ", of.name(), of.tenant(), of.clientId(), words.of(of.signInMethod()), of.owner(), of.serviceAccount(),
                words.text(of.active() ? "audit.integration.active" : "audit.integration.inactive"));
    }

    void settingsChanged(Settings before, Settings now) {
        setting(before, now, "settings.language", all -> all.region().language());
        setting(before, now, "settings.zone", all -> all.region().zone());
        setting(before, now, "settings.net.proxy", all -> words.of(all.network().proxy()));
        setting(before, now, "settings.net.host", all -> all.network().proxyHost());
        setting(before, now, "settings.net.port", all -> Integer.toString(all.network().proxyPort()));
        setting(before, now, "settings.net.user", all -> all.network().proxyUser());
        setting(before, now, "settings.net.ca-file", all -> all.network().caFile());
        setting(before, now, "settings.net.connect-seconds", all -> Integer.toString(all.network().connectSeconds()));
        setting(before, now, "settings.net.read-seconds", all -> Integer.toString(all.network().readSeconds()));
        setting(before, now, "settings.downloads.folder", all -> all.downloads().folder());
        setting(before, now, "settings.downloads.at-once", all -> Integer.toString(all.downloads().atOnce()));
        setting(before, now, "settings.updates.allowed", all -> Boolean.toString(all.updates().allowed()));
        setting(before, now, "settings.updates.feed", all -> all.updates().feed());
        setting(before, now, "settings.hide-links", all -> words.text(all.privacy().hideLinks() ? "settings.hide-links.on" : "settings.hide-links.off"));
        setting(before, now, "settings.records.keep", all -> words.text("format.days", all.records().keepDays()));
    }

    private void setting(Settings before, Settings now, String name, Function<Settings, String> value) {
        var was = value.apply(before);
        var is = value.apply(now);
        if (!was.equals(is)) {
            note(AuditNote.of(AuditDeed.SETTING_CHANGED, words.text(name)).outcome(is).change(was, is));
        }
    }

    /// The change is made already; that it could not be noted must not undo it.
    private void note(AuditNote note) {
        try {
            audit.note(note);
        } catch (ProblemException | IllegalStateException unwritable) {
            LOG.log(Level.WARNING, "a change could not be noted in the audit trail: {0}", unwritable.getMessage());
        }
    }
}
