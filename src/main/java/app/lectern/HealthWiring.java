package app.lectern;

import app.lectern.activity.CallStatistics;
import app.lectern.attendance.AttendanceHealth;
import app.lectern.chats.ChatsHealth;
import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.overview.CallTargets;
import app.lectern.recordings.RecordingsHealth;
import app.lectern.store.Store;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.health.HealthCommand;
import app.lectern.sync.health.HeldMeeting;
import app.lectern.sync.health.HeldMeetings;
import app.lectern.sync.health.SyncHealth;
import app.lectern.sync.health.TargetFigure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What watches over the syncs: how well each integration and meeting is synced, and the figures beside their targets.
final class HealthWiring {
    private static final Duration FIGURES = Duration.ofHours(24);

    final SyncHealth health;
    private final CallStatistics calls;

    HealthWiring(Store store, SyncEngine engine, KnownMeetings known, CallStatistics calls, Clock clock) {
        this.calls = calls;
        health = new SyncHealth(engine, held(known), List.of(new AttendanceHealth(store), new RecordingsHealth(store), new ChatsHealth(store)), clock);
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
        return CallTargets.of(calls.over(of.key(), FIGURES));
    }

    HealthCommand.Parts forCommand(List<Integration> of) {
        return new HealthCommand.Parts(health, this::figures, of);
    }
}
