package app.lectern;

import app.lectern.integrations.Integration;
import app.lectern.integrations.upkeep.UpkeepKind;
import app.lectern.recordings.RecordingExpiries;
import app.lectern.sync.Facet;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.sync.expiry.Expiring;
import app.lectern.sync.expiry.ExpiryKind;
import app.lectern.sync.expiry.ExpirySource;
import app.lectern.sync.health.HealthState;
import app.lectern.sync.health.MeetingHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What each feature knows of ends.
final class ExpirySources {
    /// So long Microsoft keeps the reports of attendance.
    private static final Duration REPORTS = Duration.ofDays(365);

    private final Wiring wiring;

    ExpirySources(Wiring wiring) {
        this.wiring = wiring;
    }

    List<ExpirySource> all() {
        return List.of(this::credential, new RecordingExpiries(wiring.store, wiring.recordings.choices), this::attendance, this::permissions, this::activity);
    }

    private List<Expiring> credential(Integration of, Instant now) {
        return wiring.integrations.credential(of).map(end -> new Expiring(ExpiryKind.CREDENTIAL,
                wiring.start.words().text("secret-kind." + end.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')), end.ends(), Map.of("name", of.name()),
                false, Fix.of(FixKind.ROTATE_SECRET))).stream().toList();
    }

    /// One line for all of them, at the end of the first.
    private List<Expiring> attendance(Integration of, Instant now) {
        var unread = wiring.health.health.of(of).troubles().stream().filter(ExpirySources::isUnread).toList();
        return unread.stream().min(Comparator.comparing(meeting -> meeting.meeting().end())).map(first -> new Expiring(ExpiryKind.ATTENDANCE,
                first.meeting().subject(), first.meeting().end().plus(REPORTS), Map.of("count", wiring.start.words().count(unread.size())), true,
                Fix.of(FixKind.SYNC_NOW))).stream().toList();
    }

    private static boolean isUnread(MeetingHealth of) {
        var attendance = of.facets().get(Facet.ATTENDANCE);
        return attendance != null && attendance.state() == HealthState.STALE;
    }

    private List<Expiring> permissions(Integration of, Instant now) {
        return wiring.connected.upkeep.of(of).stream().filter(each -> each.kind() == UpkeepKind.PERMISSIONS).map(each -> new Expiring(ExpiryKind.PERMISSIONS,
                of.name(), each.due(), Map.of(), false, Fix.of(FixKind.REVIEW_PERMISSIONS))).toList();
    }

    private List<Expiring> activity(Integration of, Instant now) {
        int days = wiring.start.settings().get().records().keepDays();
        return wiring.audit.oldest().map(oldest -> new Expiring(ExpiryKind.ACTIVITY, wiring.start.words().text("expiry.activity.subject"),
                oldest.plus(Duration.ofDays(days)), Map.of("days", Integer.toString(days)), false, Fix.of(FixKind.OPEN_SETTINGS))).stream().toList();
    }
}
