package app.lectern;

import app.lectern.activity.CallStatistics;
import app.lectern.attendance.AttendanceHealth;
import app.lectern.chats.ChatsHealth;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.integrations.waiting.WaitKind;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.overview.CallTargets;
import app.lectern.overview.CreationTargets;
import app.lectern.recordings.RecordingAlerts;
import app.lectern.recordings.RecordingsHealth;
import app.lectern.store.Store;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.alerts.AlertCause;
import app.lectern.sync.alerts.AlertFinding;
import app.lectern.sync.alerts.Alerts;
import app.lectern.sync.alerts.AlertsCommand;
import app.lectern.sync.alerts.DesktopNotices;
import app.lectern.sync.alerts.SyncAlerts;
import app.lectern.sync.alerts.UnattendedNotices;
import app.lectern.sync.expiry.ExpiryRadar;
import app.lectern.sync.health.HealthCommand;
import app.lectern.sync.health.HeldMeeting;
import app.lectern.sync.health.HeldMeetings;
import app.lectern.sync.health.SyncHealth;
import app.lectern.sync.health.TargetFigure;
import app.lectern.sync.schedule.Programs;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What watches over the syncs: how well each integration and meeting is synced, and the figures beside their targets.
final class HealthWiring {
    private static final Duration FIGURES = Duration.ofHours(24);

    final SyncHealth health;
    final Alerts alerts;
    final RecordingAlerts recordings;
    final DesktopNotices desktop;
    final UnattendedNotices unattended;
    private final CallStatistics calls;
    private final MeetingScheduler scheduler;
    private final Clock clock;

    HealthWiring(Store store, SyncEngine engine, KnownMeetings known, CallStatistics calls, MeetingScheduler scheduler,
            IntegrationsWiring rooms, RecordingsWiring library, Words words, Clock clock) {
        this.calls = calls;
        this.scheduler = scheduler;
        this.clock = clock;
        health = new SyncHealth(engine, held(known), List.of(new AttendanceHealth(store), new RecordingsHealth(store), new ChatsHealth(store)), clock);
        recordings = new RecordingAlerts(store, library.space, library.choices, words);
        alerts = new Alerts(store, List.of(new SyncAlerts(health, engine, words), recordings, (of, now) -> secrets(rooms, of, now),
                (of, now) -> policies(rooms, of)), clock);
        desktop = new DesktopNotices(Programs.ofSystem(), System.getProperty("os.name"));
        unattended = new UnattendedNotices(alerts, desktop, words);
    }

    /// Each crossed threshold is an alert of its own, so that it is told again 30, 14, 7 and 1 days before the end.
    private static List<AlertFinding> secrets(IntegrationsWiring rooms, Integration of, Instant now) {
        return rooms.warnings.present().stream().filter(warning -> warning.integration().id() == of.id())
                .map(warning -> new AlertFinding(AlertCause.SECRET_EXPIRING, Integer.toString(warning.days()), Map.of(
                        "kind", '@' + "secret-kind." + warning.expiry().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "days", Long.toString(warning.expiry().daysLeft(now)),
                        "until", warning.expiry().ends().atZone(ZoneOffset.UTC).toLocalDate().toString())))
                .toList();
    }

    private static List<AlertFinding> policies(IntegrationsWiring rooms, Integration of) {
        return rooms.waiting.list(of).stream().filter(wait -> wait.kind() == WaitKind.ACCESS_POLICY && wait.isOver())
                .map(wait -> new AlertFinding(AlertCause.POLICY_WORKS, wait.subject(), Map.of("account", wait.subject()))).toList();
    }

    private static HeldMeetings held(KnownMeetings known) {
        return new HeldMeetings() {
            @Override
            public List<HeldMeeting> ended(Integration of, Instant since, Instant until) {
                return known.ended(of, since, until).stream().filter(Meeting::hasLink).map(HealthWiring::held).toList();
            }

            @Override
            public Optional<HeldMeeting> find(Integration of, long id) {
                return known.find(id).filter(meeting -> meeting.integration() == of.id()).map(HealthWiring::held);
            }
        };
    }

    private static HeldMeeting held(Meeting of) {
        return new HeldMeeting(of.id(), of.subject(), of.organiser().address(), of.organiser().name(), of.start(), of.end(), of.threadId(),
                of.records().orElse(false));
    }

    List<TargetFigure> figures(Integration of) {
        var all = new ArrayList<>(CallTargets.of(calls.over(of.key(), FIGURES)));
        all.addAll(CreationTargets.of(scheduler.figures(of, FIGURES)));
        return all;
    }

    AlertsCommand.Parts alertsCommand(List<Integration> of) {
        return new AlertsCommand.Parts(alerts, of, clock);
    }

    HealthCommand.Parts forCommand(ExpiryRadar radar, List<Integration> of) {
        return new HealthCommand.Parts(health, this::figures, radar, of);
    }
}
